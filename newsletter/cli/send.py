"""`newsletter send`: an issue goes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import load_settings
from newsletter.errors import NewsletterError, SendRefusedError

if TYPE_CHECKING:
    from newsletter.model import DeliveryState
    from newsletter.workflows.send import SendJob, SendPlan

NOT_SENT = {"queued", "claimed", "rejected", "uncertain"}


@click.command(short_help="Send an issue to everybody on the list, once.")
@click.argument("issue", required=False)
@click.option("--yes", is_flag=True, help="Send without asking.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--links/--no-links", default=None, help="Ask first where the links lead (settings: yes).")
@click.option("--segment", default="", metavar="TAG", help="Send only to people with this tag.")
@click.option(
    "--test", "test_address", default="", metavar="ADDRESS", help="Send to this address only; nothing is recorded."
)
@click.pass_context
def send(  # noqa: PLR0913 - click hands over each option
    context: click.Context,
    issue: str | None,
    *,
    yes: bool,
    dry_run: bool,
    links: bool | None,
    segment: str,
    test_address: str,
) -> None:
    """Send an issue to everybody who is confirmed, once.

    Run it again after a crash: it goes on where it stopped. It refuses while a serious or critical finding stands.
    Exit code 1 says that some people could not be sent to.

    \b
    Example:
      newsletter send 2026-11-24-a-quiet-start --segment clients
    """
    from newsletter.workflows.links import LinkWish
    from newsletter.workflows.send import open_send, send_test

    settings = load_settings(context)
    if test_address:
        send_test(settings, issue, test_address)
        console.say("Sent the test.")
        return
    with open_send(settings, issue, segment, LinkWish(links)) as job:
        if dry_run:
            console.say(f"“{job.plan.rendition.subject}” would go to {_destination(job.plan)}. Nothing was sent.")
            return
        if not job.plan.recipients:
            console.say("Nobody is waiting for this issue.")
        elif _is_wanted(job, yes=yes):
            _run(job)
        else:
            console.say("Nothing was sent.")
            context.exit(2)
        counts = job.counts()
    _print_counts(counts)
    context.exit(1 if any(counts[state] for state in counts if state.value in NOT_SENT) else 0)


def _destination(plan: SendPlan) -> str:
    return f"{console.count(plan.recipients, 'person', 'people')} through {plan.transport}"


def _is_wanted(job: SendJob, *, yes: bool) -> bool:
    """Ask the transport, then the person."""
    if not yes and not sys.stdin.isatty():
        raise SendRefusedError("There is nobody to ask whether to send it.", hint="Add --yes to send without asking.")
    for warning in job.prepare():
        console.say(f"{console.paint('Warning:', 'yellow', bold=True)} {warning}")
    return yes or click.confirm(f"Send “{job.plan.rendition.subject}” to {_destination(job.plan)}?", err=True)


def _run(job: SendJob) -> None:
    """Send, and say how far it came when it is stopped."""
    try:
        with console.progress("Sending") as show:
            for progress in job.run():
                show(progress.done, progress.total)
    except NewsletterError:
        _print_counts(job.counts())
        raise


def _print_counts(counts: dict[DeliveryState, int]) -> None:
    if words := ", ".join(f"{state.value} {count:,}" for state, count in counts.items() if count):
        console.say(f"Deliveries: {words}.", bold=True)
