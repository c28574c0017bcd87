"""`newsletter check`: what keeps people from reading an email."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.check_options import CheckOptions, check_options
from newsletter.cli.options import load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsletter.checks.baseline import Baseline
    from newsletter.checks.checked import Checked
    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.rule import Rule
    from newsletter.errors import NewsletterError
    from newsletter.settings import Settings
    from newsletter.workflows.targets import Target


@click.command(short_help="Check issues and emails for what keeps people out.")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@check_options
@click.pass_context
def check(context: click.Context, /, targets: tuple[str, ...], **given: object) -> None:
    """Check issues, HTML files and emails for what keeps people from reading them.

    TARGET is an issue, any .html, .eml or .md file (of Markdown the links), a folder of them, or - for standard input;
    left out, the newest issue is checked. In a folder, what the program built is left out where its issue is checked,
    and so are hidden folders and the outbox. Exit code 1 says that a finding stands, or that some targets could not
    be read.

    Sets of rules are emc, wcag-a, wcag-aa (the default), strict and all.

    \b
    Examples:
      newsletter check
      newsletter check --format json --fail-on moderate letter.html
      newsletter check --output sarif=check.sarif --output text=- old/
      newsletter check --select links docs/
    """
    from newsletter.checks.baseline import read_baseline
    from newsletter.cli.findings import read_outputs, write_outputs
    from newsletter.model import Impact
    from newsletter.reports.report import Report
    from newsletter.workflows.rule_choice import choose_mendable, choose_rules_of
    from newsletter.workflows.targets import find_targets

    options = CheckOptions(**given)  # type: ignore[arg-type]  # click gives each option its type
    outputs = read_outputs(options.format_, options.outputs)
    settings = load_settings(context)
    rules = choose_rules_of(settings, options.select, options.ignore)
    known = read_baseline(options.baseline) if options.baseline else None
    found = find_targets(targets, settings.outbox)
    if options.fix:
        from newsletter.cli.fixing import fix_files

        asked = choose_mendable(settings, options.select, options.ignore)
        fix_files(found, options.language, asked, is_agreed=options.yes)
    answers = _ask_links(found, rules, settings, options)
    results, failures = _check_all(found, rules, settings, options.jobs, answers)
    for error in failures:
        console.print_error(error)
    if not results:
        context.exit(2)
    results = _heed_baselines(results, rules, known, options)
    if options.wants_report:
        write_outputs(Report(tuple(results), rules, tuple(failures)), outputs)
    limit = Impact.of(options.fail_on or settings.check.fail_on)
    has_failed = not options.write_baseline and any(result.has_failed(limit) for result in results)
    context.exit(1 if has_failed or failures else 0)


def _ask_links(
    targets: Sequence[Target], rules: Sequence[Rule], settings: Settings, options: CheckOptions
) -> Mapping[str, Answer] | None:
    """Ask the links of all targets, where that is wished; None where nobody was asked."""
    from newsletter.workflows.check import load_documents
    from newsletter.workflows.links import ask_documents, needs_web

    if not options.link_wish.is_on(settings, options.select) or not needs_web(rules):
        return None
    with console.progress("Asking links") as show:
        return ask_documents(load_documents(settings, targets), settings, options.link_wish, show)


def _check_all(
    targets: Sequence[Target],
    rules: Sequence[Rule],
    settings: Settings,
    jobs: int,
    answers: Mapping[str, Answer] | None,
) -> tuple[list[Checked], list[NewsletterError]]:
    """Check every target; what could not be read is told apart."""
    from newsletter.workflows.check import Unchecked, check_targets

    results, failures = [], []
    with console.progress("Checking") as show:
        show(0, len(targets))
        for done, result in enumerate(check_targets(settings, targets, rules, jobs, answers), 1):
            if isinstance(result, Unchecked):
                failures.append(result.error)
            else:
                results.append(result)
            show(done, len(targets))
    return results, failures


def _heed_baselines(
    results: list[Checked], rules: Sequence[Rule], known: Baseline | None, options: CheckOptions
) -> list[Checked]:
    """Write a baseline, or else leave out of the results what one knows."""
    from newsletter.checks.baseline import leave_new, make_baseline
    from newsletter.files import write_file

    if options.write_baseline:
        file = options.write_baseline
        write_file(file, make_baseline(results))
        number = console.count(sum(len(result.findings) for result in results), "finding", "findings")
        console.say(f"Wrote {file}: {number} will not count with --baseline {file}.")
    elif known is not None:
        asked = {rule.name for rule in rules}
        return [leave_new(result, known, asked) for result in results]
    return results
