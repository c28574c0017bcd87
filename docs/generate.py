"""Writes docs/reference/ from the program: commands, settings and rules.

`--check` writes nothing and fails when a page is not what the program says.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from newsletter.checks.rule import all_rules
from newsletter.checks.sets import MEANINGS, SETS
from newsletter.cli.main import main as command_line
from newsletter.settings import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.rule import Rule

REFERENCE = Path(__file__).resolve().parent / "reference"
WIDTH = 100
SETTINGS_INTRODUCTION = """\
`newsletter.toml` stands at the root of a newsletter. It is found by walking up from the folder where a command runs;
`--config` names another. Every field may be left out. Relative paths start at the file's folder."""
RULES_INTRODUCTION = """\
`newsletter check` asks these questions. The impact says what a reader loses; a finding of impact serious or critical
keeps `newsletter send` from sending. `--select` and `--ignore` take a rule, a group (the headings below) or a set."""
EXIT_CODES = """\
Exit codes: **0** done; **1** done, but look (findings, or people not sent to); **2** could not be done, and standard
error says why."""
NOTE = "<!-- Made by `make docs`; edit the program, not this page. -->"


def write_commands() -> str:
    """The help of every command."""
    parts = ["# Commands", NOTE]
    for context in _walk(click.Context(command_line, info_name="newsletter", **command_line.context_settings)):
        parts += [f"## `{context.command_path}`", f"```text\n{context.get_help().rstrip()}\n```"]
    return "\n\n".join([*parts, EXIT_CODES]) + "\n"


def _walk(context: click.Context) -> Iterator[click.Context]:
    context.terminal_width = WIDTH
    yield context
    if isinstance(context.command, click.Group):
        for name, child in context.command.commands.items():
            yield from _walk(click.Context(child, parent=context, info_name=name))


def write_settings() -> str:
    """Every field of newsletter.toml, with its type, its default and its meaning."""
    parts = [
        "# Settings",
        NOTE,
        SETTINGS_INTRODUCTION,
    ]
    for section, kind in SECTIONS.items():
        rows = [_row(field, _meanings(kind)[field.name]) for field in msgspec.structs.fields(kind)]
        table = "\n".join(["| field | type | default | meaning |", "| --- | --- | --- | --- |", *rows])
        parts += [f"## `[{section}]`", inspect.getdoc(kind) or "", table]
    return "\n\n".join(parts) + "\n"


def _row(field: msgspec.structs.FieldInfo, meaning: str) -> str:
    return f"| `{field.encode_name}` | {_kind(field)} | `{msgspec.json.encode(_default(field)).decode()}` | {meaning} |"


def _default(field: msgspec.structs.FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _kind(field: msgspec.structs.FieldInfo) -> str:
    kind = msgspec.inspect.type_info(field.type)
    if isinstance(kind, msgspec.inspect.LiteralType):
        return " or ".join(f"`{value}`" for value in sorted(map(str, kind.values)))
    words = {
        msgspec.inspect.StrType: "text",
        msgspec.inspect.IntType: "whole number",
        msgspec.inspect.FloatType: "number",
        msgspec.inspect.BoolType: "true or false",
        msgspec.inspect.ListType: "list",
        msgspec.inspect.VarTupleType: "list",
        msgspec.inspect.DictType: "table",
    }
    return words[type(kind)]


def _meanings(kind: type[msgspec.Struct]) -> dict[str, str]:
    """Read the sentences below the fields of a struct. Raises KeyError later for a field without one."""
    tree = ast.parse(inspect.getsource(kind)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found = {}
    for field, after in itertools.pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr):
            # A cell of a table is one line.
            found[field.target.id] = " ".join(str(ast.literal_eval(after.value)).split())
    return found


def write_rules() -> str:
    """Every rule: what it asks, why, what fails and what passes."""
    rows = [f"| `{name}` | {MEANINGS[name]} | {sum(map(has, all_rules()))} |" for name, has in SETS.items()]
    table = "\n".join(["| set | holds | rules |", "| --- | --- | --- |", *rows])
    parts = ["# Rules", NOTE, RULES_INTRODUCTION, "## Sets", table]
    for group, rules in itertools.groupby(all_rules(), lambda rule: rule.group):
        parts.append(f"## {group.capitalize()}")
        parts += [_describe(rule) for rule in rules]
    return "\n\n".join(parts) + "\n"


def _describe(rule: Rule) -> str:
    facts = [f"impact: {rule.impact.word}"]
    facts += [f"WCAG {', '.join(rule.wcag)}"] if rule.wcag else []
    facts += [f"ACT {', '.join(rule.act)}"] if rule.act else []
    facts += ["asked only when selected"] if rule.optional else []
    documentation = rule.documentation.replace("\n## ", "\n#### ")
    return f"### `{rule.name}`\n\n*{'; '.join(facts)}*\n\n{documentation}"


def main() -> int:
    """Write the pages, or with --check name those that are not current; the exit code says whether there are any."""
    pages = {"commands.md": write_commands(), "settings.md": write_settings(), "rules.md": write_rules()}
    stale = [name for name, text in pages.items() if _read(REFERENCE / name) != text]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/reference/{name} is not current: run make docs", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        REFERENCE.mkdir(exist_ok=True)
        (REFERENCE / name).write_text(pages[name], encoding="utf-8")
        print(f"Wrote docs/reference/{name}")
    return 0


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
