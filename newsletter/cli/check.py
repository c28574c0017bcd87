"""`newsletter check`: what keeps people from reading an email."""

from __future__ import annotations

import click

from newsletter.cli import console
from newsletter.cli.options import load_settings

IMPACTS = ("minor", "moderate", "serious", "critical")


@click.command(short_help="Check issues and emails for what keeps people out.")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Ask only this rule or group; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or group out; may be repeated.")
@click.option("--fail-on", type=click.Choice(IMPACTS), help="Exit with 1 from this impact on (settings: serious).")
@click.pass_context
def check(  # noqa: PLR0913 - click hands over each option
    context: click.Context,
    targets: tuple[str, ...],
    *,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Check issues, HTML files and emails for what keeps people from reading them.

    TARGET is an issue, any .html or .eml file, or a folder of them; left out, the newest issue is checked. Exit code 1
    says that a finding stands.

    \b
    Examples:
      newsletter check
      newsletter check --format json --fail-on moderate letter.html
    """
    from newsletter.cli.findings import make_document, print_findings
    from newsletter.model import Impact
    from newsletter.workflows.check import check_targets, choose_rules

    settings = load_settings(context)
    results = list(check_targets(settings, targets, choose_rules(select, ignore)))
    if format_ == "json":
        console.print_document(make_document(results))
    else:
        print_findings(results)
    limit = Impact[(fail_on or settings.check.fail_on).upper()]
    context.exit(1 if any(result.has_failed(limit) for result in results) else 0)
