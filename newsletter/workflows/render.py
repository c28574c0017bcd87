"""An issue's name → its rendition."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings


def render_issue(settings: Settings, name: str | None) -> tuple[Issue, Rendition]:
    """Find, read and render the issue that `name` means; None means the newest.

    Raises IssueError, LayoutError or SettingsError.
    """
    # Whoever checks a file needs neither, and both together take longer to load than all of the check.
    from newsletter.content.issues import find_issue, read_issue
    from newsletter.rendering.render import render

    issue = read_issue(find_issue(settings.issues, name), settings.newsletter.language)
    return issue, render(issue, settings)
