"""`newsletter rules`: what each rule asks, why, and how to put it right."""

from __future__ import annotations

import click

from newsletter.cli import console
from newsletter.cli.options import json_option


@click.command()
@click.argument("rule", required=False)
@json_option
def rules(rule: str | None, *, as_json: bool) -> None:
    """List the rules, or explain one.

    \b
    Example:
      newsletter rules image-alt-missing
    """
    from newsletter.workflows.check import choose_rules

    chosen = choose_rules([rule] if rule else [], [])
    if as_json:
        documents = [
            {
                "name": it.name,
                "group": it.group,
                "impact": it.impact.word,
                "wcag": list(it.wcag),
                "act": list(it.act),
                "summary": it.summary,
            }
            for it in chosen
        ]
        console.print_document({"version": 1, "rules": documents})
    elif rule and len(chosen) == 1:
        click.echo(f"# {chosen[0].name} ({chosen[0].impact.word})\n\n{chosen[0].documentation}")
    else:
        for it in chosen:
            click.echo(f"{it.group:10} {it.name:30} {it.impact.word:9} {it.summary}")
