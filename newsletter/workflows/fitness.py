"""Whether an issue may go out: its settings, its findings, and what people have of it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.errors import SendRefusedError
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Finding, Issue, Rendition
    from newsletter.settings import Settings


def refuse_unfit(settings: Settings, findings: Sequence[Finding]) -> None:
    """Raise SendRefusedError where a setting that every email needs is missing, or a finding stands that hurts."""
    needed = {
        "sender.from": settings.sender.from_,
        "newsletter.base_url": settings.newsletter.base_url,
        "newsletter.postal_address": settings.newsletter.postal_address,
    }
    if missing := [key for key, value in needed.items() if not value.strip()]:
        message = f"No email goes out without {' and '.join(missing)}."
        raise SendRefusedError(message, hint="Add it to newsletter.toml.", file=settings.file)
    standing = [it for it in findings if it.outcome is Outcome.FAIL and it.impact >= Impact.SERIOUS]
    if standing:
        lines = "\n".join(f"  {it.place.file}:{it.place.line}: {it.message} [{it.rule}]" for it in standing)
        message = f"{len(standing)} serious findings stand, so it is not sent:\n{lines}"
        raise SendRefusedError(message, hint="Put them right; newsletter check shows them all.")


def refuse_changed(earlier: str | None, issue: Issue, rendition: Rendition) -> None:
    """Raise SendRefusedError where an issue is not what people have; `earlier` is the hash of that."""
    if earlier is not None and earlier != rendition.content_hash:
        hint = "Take the change back (git shows it), or put it into a new issue."
        message = "An earlier run sent this issue with other content, and some people have it."
        raise SendRefusedError(message, hint=hint, file=issue.file)
