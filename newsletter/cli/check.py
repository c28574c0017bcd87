"""`newsletter check`: what keeps people from reading an email."""

from __future__ import annotations

from pathlib import Path

import click

from newsletter.cli import console
from newsletter.cli.options import jobs_option, load_settings

IMPACTS = ("minor", "moderate", "serious", "critical")
FORMATS = ("text", "json", "sarif", "junit", "github", "html")


@click.command(short_help="Check issues and emails for what keeps people out.")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="How to print findings (text).")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write a format to a file, or - ; may be repeated.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Ask only this rule, group or set; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule, group or set out; may be repeated.")
@click.option("--fail-on", type=click.Choice(IMPACTS), help="Exit with 1 from this impact on (settings: serious).")
@click.option("--baseline", type=click.Path(path_type=Path), help="Count only findings that this file does not know.")
@click.option("--write-baseline", type=click.Path(path_type=Path), help="Remember what is found now in this file.")
@click.option("--links/--no-links", default=None, help="Ask links on the web (in CI, and where links are selected).")
@click.option("--offline", is_flag=True, help="Look only at the form of links, and at files beside a page.")
@click.option("--allow-private", is_flag=True, help="Ask also hosts that only this machine can see.")
@jobs_option
@click.option("--fix", is_flag=True, help="Show what can be put right without judgement, ask, and put it right.")
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.option("--language", default="", metavar="LANG", help="With --fix: the language of emails that state none.")
@click.pass_context
def check(  # noqa: PLR0913 - click hands over each option
    context: click.Context,
    targets: tuple[str, ...],
    *,
    format_: str | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    links: bool | None,
    offline: bool,
    allow_private: bool,
    jobs: int,
    fix: bool,
    yes: bool,
    language: str,
) -> None:
    """Check issues, HTML files and emails for what keeps people from reading them.

    TARGET is an issue, any .html or .eml file, a folder of them, or - for standard input; left out, the newest issue
    is checked. Exit code 1 says that a finding stands, or that some targets could not be read.

    Sets of rules are emc, wcag-a, wcag-aa (the default), strict and all.

    \b
    Examples:
      newsletter check
      newsletter check --format json --fail-on moderate letter.html
      newsletter check --output sarif=check.sarif --output text=- old/
      newsletter check --select links docs/
    """
    from newsletter.checks.baseline import leave_new, make_baseline, read_baseline
    from newsletter.cli.findings import read_outputs, write_outputs
    from newsletter.files import write_file
    from newsletter.model import Impact
    from newsletter.reports.report import Report
    from newsletter.workflows.check import Unchecked, check_targets, load_documents
    from newsletter.workflows.links import LinkWish, ask_documents, needs_web
    from newsletter.workflows.rule_choice import choose_rules_of
    from newsletter.workflows.targets import find_targets

    chosen = read_outputs(format_, outputs)
    settings = load_settings(context)
    rules = choose_rules_of(settings, select, ignore)
    known = read_baseline(baseline) if baseline else None
    found = find_targets(targets)
    if fix:
        from newsletter.cli.fixing import fix_files

        fix_files(found, language, is_agreed=yes)
    wish, answers = LinkWish(links, offline, allow_private), None
    if wish.is_on(settings, select) and needs_web(rules):
        with console.progress("Asking links") as show:
            answers = ask_documents(load_documents(settings, found), settings, wish, show)
    results, failures = [], []
    with console.progress("Checking") as show:
        for done, result in enumerate(check_targets(settings, found, rules, jobs, answers), 1):
            if isinstance(result, Unchecked):
                failures.append(result.error)
            else:
                results.append(result)
            show(done, len(found))
    for error in failures:
        console.print_error(error)
    if not results:
        context.exit(2)
    if write_baseline:
        write_file(write_baseline, make_baseline(results))
        number = console.count(sum(len(result.findings) for result in results), "finding", "findings")
        console.say(f"Wrote {write_baseline}: {number} will not count with --baseline {write_baseline}.")
    elif known is not None:
        asked = {rule.name for rule in rules}
        results = [leave_new(result, known, asked) for result in results]
    # Who writes a baseline has seen its findings, or asks for a report of them.
    if format_ or outputs or not write_baseline:
        write_outputs(Report(tuple(results), rules), chosen)
    limit = Impact[(fail_on or settings.check.fail_on).upper()]
    has_failed = not write_baseline and any(result.has_failed(limit) for result in results)
    context.exit(1 if has_failed or failures else 0)
