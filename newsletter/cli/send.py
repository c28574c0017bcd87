"""`newsletter send`: an issue goes out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import filled_option, json_option, load_settings
from newsletter.errors import NewsletterError, SendRefusedError

if TYPE_CHECKING:
    from newsletter.model import DeliveryState
    from newsletter.workflows.send import SendJob, SendPlan, SentTest

OUTBOX = "outbox"
STAYS_HERE = "nothing left this machine, as transport in newsletter.toml is “outbox”."
NOT_SENT = {"queued", "claimed", "rejected", "uncertain"}


@click.command(short_help="Send an issue to everybody on the list, once.")
@click.argument("issue", required=False)
@click.option("--yes", is_flag=True, help="Send without asking.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--links/--no-links", default=None, help="Ask first where the links lead (settings: yes).")
@filled_option("--segment", "segment", "TAG", "Send only to people with this tag.")
@filled_option("--test", "test_address", "ADDRESS", "Send to this address only; nothing is recorded.")
@json_option
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
    as_json: bool,
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

    if test_address and (dry_run or segment):
        option = "--dry-run" if dry_run else "--segment"
        raise click.UsageError(f"--test sends one email to one address: leave {option} out.")
    settings = load_settings(context)
    if test_address:
        test = send_test(settings, issue, test_address)
        _say_test(test, test_address)
        facts = {"issue": test.issue.slug, "action": "test", "recipients": 1, "states": None}
        _print_document(facts, wanted=as_json)
        return
    with open_send(settings, issue, segment, LinkWish(links)) as job:
        action = "dry_run"
        try:
            action = action if dry_run else _send(job, yes=yes)
        except NewsletterError:
            _print_end(job, "stopped", as_json=as_json)
            raise
        if dry_run and job.plan.recipients:
            console.say(f"“{job.plan.rendition.subject}” would go to {_destination(job.plan)}. Nothing was sent.")
        elif not job.plan.recipients:
            console.say(job.explain_done())
        counts = _print_end(job, action, as_json=as_json)
    if action == "declined":
        context.exit(2)
    has_unsent = any(counts[state] for state in counts if state.value in NOT_SENT)
    context.exit(1 if has_unsent and not dry_run else 0)


def _send(job: SendJob, *, yes: bool) -> str:
    """Send, where somebody is waiting and it is wanted; say what was done."""
    if not job.plan.recipients:
        return "nothing"
    if not _is_wanted(job, yes=yes):
        console.say("Nothing was sent.")
        return "declined"
    try:
        with console.progress("Sending") as show:
            for progress in job.run():
                show(progress.done, progress.total)
    except KeyboardInterrupt:
        console.say("Stopped. Nobody is lost: the same command goes on where it stopped.")
        return "stopped"
    return "sent"


def _say_test(test: SentTest, address: str) -> None:
    # What people type they may see again; a log is for other eyes too.
    to = f" to {address}" if sys.stderr.isatty() else ""
    if test.transport == OUTBOX:
        console.say(f"Wrote the test{to} as {test.place}; {STAYS_HERE}")
    else:
        console.say(f"Sent the test{to} through {test.place}.")


def _destination(plan: SendPlan) -> str:
    people = console.count(plan.recipients, "person", "people")
    return f"{people}, as files in {plan.place}" if plan.transport == OUTBOX else f"{people} through {plan.place}"


def _is_wanted(job: SendJob, *, yes: bool) -> bool:
    """Ask the transport, then the person."""
    if not yes and not sys.stdin.isatty():
        raise SendRefusedError("There is nobody to ask whether to send it.", hint="Add --yes to send without asking.")
    for warning in job.prepare():
        console.say(f"{console.paint('Warning:', 'yellow', bold=True)} {warning}")
    return yes or click.confirm(f"Send “{job.plan.rendition.subject}” to {_destination(job.plan)}?", err=True)


def _print_end(job: SendJob, action: str, *, as_json: bool) -> dict[DeliveryState, int]:
    """Say where all deliveries of the issue stand, and return it."""
    counts = job.counts()
    words = ", ".join(f"{state.value} {count:,}" for state, count in counts.items() if count)
    if words and action in {"sent", "nothing", "stopped"}:
        console.say(f"Deliveries: {words}.", bold=True)
    if action == "sent" and job.plan.transport == OUTBOX:
        console.say(f"The emails are in {job.plan.place}; {STAYS_HERE}")
    states = {state.value: count for state, count in counts.items()}
    facts = {"issue": job.plan.issue.slug, "action": action, "recipients": job.plan.recipients, "states": states}
    _print_document(facts, wanted=as_json)
    return counts


def _print_document(facts: dict[str, object], *, wanted: bool) -> None:
    """Print what was done for machines; `recipients` is how many people waited when it began."""
    if wanted:
        console.print_document({"version": 1, **facts})
