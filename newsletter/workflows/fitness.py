"""Whether an issue may go out: its settings, its findings, and what people have of it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.errors import SendRefusedError
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Finding, Issue, Rendition
    from newsletter.settings import Settings

# What every email needs, and how it is written.
NEEDED = {
    "base_url": 'base_url = "https://news.example.org" below [newsletter]',
    "postal_address": 'postal_address = "1 Example Street, Exampletown" below [newsletter]',
    "from": 'from = "The practice <hello@example.org>" below [sender]',
}


def refuse_unfit(settings: Settings, findings: Sequence[Finding]) -> None:
    """Raise SendRefusedError where a setting that every email needs is missing, or a finding stands that hurts."""
    values = {
        "base_url": settings.newsletter.base_url,
        "postal_address": settings.newsletter.postal_address,
        "from": settings.sender.from_,
    }
    if missing := [name for name in NEEDED if not values[name].strip()]:
        names = ", ".join(missing[:-1]) + (" and " if missing[1:] else "") + missing[-1]
        lines = "; ".join(NEEDED[name] for name in missing)
        raise SendRefusedError(f"No email goes out without {names}.", hint=f"Write {lines}.", file=settings.file)
    standing = [it for it in findings if it.outcome is Outcome.FAIL and it.impact >= Impact.SERIOUS]
    if standing:
        lines = "\n".join(f"  {_name_place(it)}: {it.message} [{it.rule}]" for it in standing)
        many = "A serious finding stands" if len(standing) == 1 else f"{len(standing):,} serious findings stand"
        message = f"{many}, so it is not sent:\n{lines}"
        raise SendRefusedError(message, hint="Put them right; newsletter check shows them all.")


def _name_place(finding: Finding) -> str:
    place = finding.place
    return f"{place.file}:{place.line}" if place.line else place.file


def refuse_changed(earlier: str | None, issue: Issue, rendition: Rendition) -> None:
    """Raise SendRefusedError where an issue is not what people have; `earlier` is the hash of that."""
    if earlier is not None and earlier != rendition.content_hash:
        hint = "Take the change back (git shows it), or put it into a new issue."
        message = "An earlier run sent this issue with other content, and some people have it."
        raise SendRefusedError(message, hint=hint, file=issue.file)
