"""Who may import whom, where each library lives, and what start-up may load."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.shared import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = PROJECT / "newsletter"

# From top to bottom. A part imports only what stands below it: parts on one line know nothing of each other.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"workflows"},
    # Reports are written of what the parts below found.
    {"reports"},
    {"sources", "content", "rendering", "checks", "delivery", "storage", "web", "preview"},
    {"markdown", "tokens", "privacy", "decoding", "hosts", "languages", "transcript"},
    {"settings", "blocks", "files", "paths"},
    {"fields", "model", "contrast", "texts"},
    {"errors", "impacts", "suggestions"},
    {"__init__"},
)
LAYER_OF = {part: number for number, parts in enumerate(LAYERS) for part in parts}

# Every library from outside has its home, so that replacing one is work in one place.
HOMES = {
    "PIL": {"content", "sources", "preview"},
    "boto3": {"delivery"},
    "botocore": {"delivery"},
    "babel": {"rendering"},
    "bs4": {"checks", "sources", "preview", "transcript"},
    "click": {"cli"},
    "coloraide": {"checks"},
    "cssselect": {"checks"},
    "email_validator": {"workflows"},
    "feedparser": {"sources"},
    "filelock": {"storage"},
    "flask": {"web"},
    "httpx": {"sources", "checks"},
    "itsdangerous": {"tokens"},
    "jinja2": {"rendering", "reports", "preview"},
    "lxml": {"rendering"},
    "markdown_it": {"markdown"},
    "markupsafe": {"rendering"},
    "mdit_py_plugins": {"markdown"},
    "mjml": {"rendering"},
    "msgspec": {"content", "fields", "rendering", "settings", "workflows"},
    "mammoth": {"sources"},
    "premailer": {"rendering"},
    "resvg_py": {"sources"},
    "rich": {"cli"},
    "soupsieve": {"checks"},
    "sqlalchemy": {"storage"},
    "tinycss2": {"checks"},
    "trafilatura": {"sources"},
    "wcwidth": {"rendering"},
    "webencodings": {"decoding", "checks"},
    "werkzeug": {"web"},
    "yaml": {"markdown"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(file: Path) -> str:
    """The folder right below the package, or the module there."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_names(file: Path, *, with_types: bool = True) -> Iterator[str]:
    """What a file imports; without what it imports only for its annotations, if so asked."""
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports say the whole name"
            yield node.module or ""
        is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        waiting += [] if is_for_types and not with_types else ast.iter_child_nodes(node)


def imported_libraries(file: Path) -> set[str]:
    names = imported_names(file, with_types=False)
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"newsletter"}


def imported_parts(file: Path) -> set[str]:
    own = (name.split(".") for name in imported_names(file) if name.split(".")[0] == "newsletter")
    return {name[1] if len(name) > 1 else "__init__" for name in own}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_imports_point_down(file: Path) -> None:
    part = part_of(file)
    assert part in LAYER_OF, f"say in LAYERS where {part} stands"
    wrong = {other for other in imported_parts(file) - {part} if LAYER_OF[other] <= LAYER_OF[part]}
    assert not wrong, f"{part} may not import {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_libraries_stay_at_home(file: Path) -> None:
    libraries = imported_libraries(file)
    undeclared = libraries - HOMES.keys()
    assert not undeclared, f"say in HOMES where {', '.join(sorted(undeclared))} lives"
    strays = {library for library in libraries if part_of(file) not in HOMES[library]}
    assert not strays, f"{part_of(file)} is not the home of {', '.join(sorted(strays))}"


def test_imported_libraries_are_dependencies() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~\[; ]", it)[0].lower().replace("_", "-") for it in project["dependencies"]}
    packages = importlib.metadata.packages_distributions()
    for library in set().union(*map(imported_libraries, MODULES)):
        names = {name.lower().replace("_", "-") for name in packages[library]}
        assert names & declared, f"{library} is imported, but pyproject.toml does not ask for it"


def test_vocabulary_uses_the_standard_library_only() -> None:
    for name in ("model.py", "errors.py", "blocks.py", "files.py"):
        assert imported_libraries(PACKAGE / name) == set()


@pytest.mark.parametrize("part", ["content", "markdown", "rendering", "checks/rules", "checks/wording", "preview"])
def test_what_is_built_does_not_depend_on_the_day(part: str) -> None:
    """An unchanged issue is not rendered again, whatever the day."""
    for file in (PACKAGE / part).rglob("*.py"):
        assert not re.search(r"\b(?:today|now|time|utcnow)\(", file.read_text(encoding="utf-8")), file


def test_help_loads_no_library_but_click() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "newsletter", "--help"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}
    assert "click" in loaded
    assert not (loaded & HOMES.keys()) - {"click"}
