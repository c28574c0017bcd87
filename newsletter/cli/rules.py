"""`newsletter rules`: what each rule asks, why, and how to put it right."""

from __future__ import annotations

import itertools
import re
import textwrap
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.checks.rule import Rule

WIDTH = 80


@click.command()
@click.argument("rule", required=False)
@json_option
def rules(rule: str | None, *, as_json: bool) -> None:
    """List the rules, or explain one.

    RULE is a rule; the name of a group or a set lists what it holds. Left out, every rule is listed.

    \b
    Example:
      newsletter rules image-alt-missing
    """
    from newsletter.checks.sets import choose_rules

    chosen = choose_rules([rule or "all"])
    if as_json:
        console.print_document({"version": 1, "rules": [_document(it) for it in chosen]})
    elif len(chosen) == 1 and chosen[0].name == rule:
        _explain(chosen[0])
    else:
        _list(chosen)


def _document(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "group": rule.group,
        "impact": rule.impact.word,
        "wcag": list(rule.wcag),
        "act": list(rule.act),
        "summary": rule.summary,
    }


def _list(rules: Sequence[Rule]) -> None:
    for group, members in itertools.groupby(rules, lambda rule: rule.group):
        click.echo(console.paint(group.capitalize(), bold=True))
        for it in members:
            note = " (only when selected)" if it.optional else ""
            click.echo(f"  {it.name:34} {it.impact.word}{note}")
            click.echo(textwrap.fill(it.summary, WIDTH, initial_indent="      ", subsequent_indent="      "))
        click.echo()
    click.echo(f"{console.count(len(rules), 'rule', 'rules')}; newsletter rules NAME explains one.")


def _explain(rule: Rule) -> None:
    from newsletter.checks.sets import sets_of

    click.echo(console.paint(rule.name, bold=True))
    facts = [f"impact {rule.impact.word}", f"group {rule.group}", f"sets {', '.join(sets_of(rule))}"]
    facts += [f"WCAG {', '.join(rule.wcag)}"] if rule.wcag else []
    facts += [f"ACT {', '.join(rule.act)}"] if rule.act else []
    click.echo(textwrap.fill("; ".join(facts), WIDTH) + "\n")
    # The documentation is Markdown: examples are shown indented, headings in bold.
    for piece in re.split(r"(```\w*\n.*?\n```)", rule.documentation, flags=re.DOTALL):
        if piece.startswith("```"):
            click.echo(textwrap.indent("\n".join(piece.splitlines()[1:-1]), "    "), nl=False)
        else:
            click.echo(re.sub(r"^#+ (.+)$", _title, piece, flags=re.MULTILINE), nl=False)
    click.echo()


def _title(found: re.Match[str]) -> str:
    return console.paint(found[1], bold=True)
