"""`newsletter send`: an issue goes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import load_settings

if TYPE_CHECKING:
    from newsletter.model import DeliveryState
    from newsletter.workflows.send import SendJob, SendPlan


@click.command()
@click.argument("issue", required=False)
@click.option("--yes", is_flag=True, help="Send without asking.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--segment", default="", metavar="TAG", help="Send only to people with this tag.")
@click.option(
    "--test", "test_address", default="", metavar="ADDRESS", help="Send to this address only; nothing is recorded."
)
@click.pass_context
def send(  # noqa: PLR0913 - click hands over each option
    context: click.Context, issue: str | None, *, yes: bool, dry_run: bool, segment: str, test_address: str
) -> None:
    """Send an issue to everybody who is confirmed, once.

    Run it again after a crash: it goes on where it stopped. It refuses while a serious or critical finding stands.
    Exit code 1 says that some people could not be sent to.

    \b
    Example:
      newsletter send 2026-11-24-a-quiet-start --segment clients
    """
    from newsletter.workflows.send import open_send, send_test

    settings = load_settings(context)
    if test_address:
        send_test(settings, issue, test_address)
        console.say("Sent the test.")
        return
    with open_send(settings, issue, segment) as job:
        if dry_run or not job.plan.recipients:
            console.say(f"{_sentence(job.plan)} {'Nothing was sent.' if dry_run else 'Nobody is waiting for it.'}")
            return
        if not yes:
            _confirm(job.plan)
        counts = _run(job)
    _print_counts(counts)
    from newsletter.model import DeliveryState

    failed = (DeliveryState.UNCERTAIN, DeliveryState.REJECTED, DeliveryState.QUEUED)
    context.exit(1 if any(counts[state] for state in failed) else 0)


def _sentence(plan: SendPlan) -> str:
    people = console.count(plan.recipients, "person", "people")
    return f"“{plan.rendition.subject}” would go to {people} through {plan.transport}."


def _confirm(plan: SendPlan) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError("There is nobody to ask. Add --yes to send without asking.")
    console.say(_sentence(plan))
    click.confirm("Send it now?", abort=True, err=True)


def _run(job: SendJob) -> dict[DeliveryState, int]:
    with console.progress("Sending") as show:
        for progress in job.run():
            show(progress.done, progress.total)
    return job.counts()


def _print_counts(counts: dict[DeliveryState, int]) -> None:
    words = ", ".join(f"{state.value} {count:,}" for state, count in counts.items() if count)
    console.say(f"Deliveries: {words or 'none'}.", bold=True)
