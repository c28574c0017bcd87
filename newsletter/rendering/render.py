"""Issue + layout → Rendition: the whole way, in order."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from newsletter.errors import IssueError
from newsletter.model import UNSUBSCRIBE_TOKEN, Footnote, Rendition
from newsletter.rendering.finishing import finish
from newsletter.rendering.fragments import Fragments
from newsletter.rendering.inlining import inline_css
from newsletter.rendering.languages import direction_of, write_date
from newsletter.rendering.layouts import load_layout
from newsletter.rendering.markers import unmark
from newsletter.rendering.mjml import convert_mjml
from newsletter.rendering.text import TextWriter, underline
from newsletter.rendering.wrapping import wrap

if TYPE_CHECKING:
    from newsletter.model import Issue
    from newsletter.rendering.layouts import Layout
    from newsletter.settings import Settings

MARGIN = 24


def render(issue: Issue, settings: Settings) -> Rendition:
    """Render an issue as HTML and as text.

    Raises LayoutError, IssueError or SettingsError with the place at fault.
    """
    layout = load_layout(settings.root, issue.layout, issue.language)
    values = _values(issue, settings, layout)
    source = layout.render("layout.mjml", values)
    html = inline_css(convert_mjml(source, layout.name), layout.render("inline.css", values))
    html, lines = finish(html, issue.language, values["direction"])
    text = _write_text(issue, values)
    return Rendition(
        subject=issue.subject,
        preheader=issue.preheader,
        html=html,
        text=text,
        language=issue.language,
        content_hash=_hash(issue.subject, issue.preheader, html, text),
        lines=lines,
    )


def render_mjml(issue: Issue, settings: Settings) -> str:
    """Pour an issue into its layout and return the MJML, before it becomes HTML."""
    layout = load_layout(settings.root, issue.layout, issue.language)
    return unmark(layout.render("layout.mjml", _values(issue, settings, layout)))


def _values(issue: Issue, settings: Settings, layout: Layout) -> dict[str, Any]:
    """Gather what every template of a layout sees."""
    direction = direction_of(issue.language)
    base_url = settings.newsletter.base_url.rstrip("/")
    notes = (block for block in issue.blocks if isinstance(block, Footnote))
    values: dict[str, Any] = {
        "issue": issue,
        "newsletter": settings.newsletter,
        "theme": layout.theme,
        "strings": layout.strings,
        "strings_language": layout.strings_language,
        "strings_direction": direction_of(layout.strings_language),
        "direction": direction,
        "start": "right" if direction == "rtl" else "left",
        "end": "left" if direction == "rtl" else "right",
        "date": write_date(issue.date, issue.language) if issue.date else "",
        "content_width": layout.theme.shape.width - 2 * MARGIN,
        "unsubscribe_url": f"{base_url}/unsubscribe/{UNSUBSCRIBE_TOKEN}" if base_url else "",
        "note_numbers": {note.label: str(number) for number, note in enumerate(notes, 1)},
    }
    values.update(Fragments(issue, settings, layout, values).functions())
    return values


def _write_text(issue: Issue, values: dict[str, Any]) -> str:
    strings, newsletter = values["strings"], values["newsletter"]
    byline = " · ".join(part for part in (issue.author, values["date"]) if part)
    body = TextWriter(strings, values["note_numbers"]).write(issue.blocks)
    if UNSUBSCRIBE_TOKEN in body:
        hint = "Write it with a space between the braces."
        raise IssueError(f"The words {UNSUBSCRIBE_TOKEN} mean something to the sender.", hint=hint, file=issue.file)
    footer = [wrap(strings["why"].replace("{name}", newsletter.name))]
    if values["unsubscribe_url"]:
        footer.append(f"{strings['unsubscribe']}:\n<{values['unsubscribe_url']}>")
    if newsletter.postal_address:
        footer.append(wrap(newsletter.postal_address))
    parts = [underline(issue.title, 1), byline, body, "-" * 40, *footer]
    return "\n\n".join(part for part in parts if part) + "\n"


def _hash(*parts: str) -> str:
    """Hash what a reader gets, so that a change to it shows (SHA-256, hexadecimal)."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
