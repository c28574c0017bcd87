"""`newsletter status`: who has an issue and who has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import json_option, load_settings

if TYPE_CHECKING:
    from newsletter.workflows.status import Status

# What a state means for the person who reads it.
MEANINGS = {
    "queued": "waiting; the next send takes them",
    "claimed": "being sent, or a send broke off here; the next send settles it",
    "sent": "taken over by the transport",
    "rejected": "refused for good",
    "uncertain": "a send broke off at them: they may have it, and are not sent to again",
    "suppressed": "left the list before it went out",
    "delivered": "arrived",
    "bounced": "came back",
    "complained": "reported as spam",
}


@click.command(short_help="Say who has an issue and who has not.")
@click.argument("issue", required=False)
@json_option
@click.pass_context
def status(context: click.Context, issue: str | None, *, as_json: bool) -> None:
    """Say how many people are in each state for an issue; left out, for the newest.

    \b
    Example:
      newsletter status 2026-11-24-a-quiet-start --json
    """
    from newsletter.workflows.status import read_status

    found = read_status(load_settings(context), issue)
    if as_json:
        states = {state.value: count for state, count in found.states.items()}
        console.print_document({"version": 1, "issue": found.issue, "recipients": found.recipients, "states": states})
    else:
        _print_status(found)


def _print_status(found: Status) -> None:
    rows = [(state.value, f"{count:,}", MEANINGS[state.value]) for state, count in found.states.items() if count]
    if rows:
        deliveries = console.count(found.recipients, "delivery", "deliveries")
        console.print_table(f"{found.issue}: {deliveries}", ("State", "People", "Meaning"), rows)
    else:
        click.echo(f"{found.issue} has not been sent to anybody.")
    if found.waiting:
        people = console.count(found.waiting, "person on the list has", "people on the list have")
        click.echo(f"{people} no delivery yet.")
