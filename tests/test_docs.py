"""Every command in the docs runs, and every link between pages leads somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.shared import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [
    PROJECT / "README.md",
    PROJECT / "CHANGELOG.md",
    PROJECT / "issues/README.md",
    *sorted(PROJECT.glob("docs/**/*.md")),
]
NAMES = {str(page.relative_to(PROJECT)): page for page in PAGES}


def commands_of(page: Path) -> list[str]:
    """The `newsletter` commands in a page's `sh` examples; `console` marks what a test cannot do."""
    examples = re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [line for example in examples for line in example.splitlines() if line.startswith("newsletter ")]


@pytest.mark.parametrize("name", [name for name, page in NAMES.items() if commands_of(page)])
def test_examples_run(name: str, tmp_path: Path) -> None:
    shutil.copy(PROJECT / "newsletter.toml", tmp_path)
    for folder in ("docs", "issues"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    for command in commands_of(NAMES[name]):
        words = [sys.executable, "-m", *shlex.split(command)]
        ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode in {0, 1}, f"{command}\n{ran.stderr}"
        assert "Traceback" not in ran.stderr, f"{command}\n{ran.stderr}"


@pytest.mark.parametrize("name", NAMES)
def test_links_between_pages(name: str) -> None:
    page = NAMES[name]
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)\s#]+)", text) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_pages_named_by_the_program_exist() -> None:
    sources = [*PROJECT.glob("newsletter/**/*.py"), *PROJECT.glob("layouts/**/*.*"), PROJECT / "newsletter.toml"]
    pages_named = {
        name for file in sources for name in re.findall(r"docs/[\w/-]+\.md", file.read_text(encoding="utf-8"))
    }
    assert {name for name in pages_named if not (PROJECT / name).exists()} == set()
