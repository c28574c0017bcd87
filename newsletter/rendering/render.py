"""Issue + layout → Rendition: the whole way, in order."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from newsletter.languages import direction_of
from newsletter.model import UNSUBSCRIBE_TOKEN, Footnote, Rendition
from newsletter.rendering.finishing import finish
from newsletter.rendering.fragments import Fragments
from newsletter.rendering.inlining import inline_css
from newsletter.rendering.languages import is_upright, turn, write_date
from newsletter.rendering.layouts import load_layout
from newsletter.rendering.markers import unmark
from newsletter.rendering.mjml import convert_mjml
from newsletter.rendering.text_part import write_text_part
from newsletter.settings import SLUG

if TYPE_CHECKING:
    from newsletter.model import Issue
    from newsletter.rendering.layouts import Layout
    from newsletter.settings import Settings

MARGIN = 24
# WCAG 2.2, 2.5.8, wants targets of 24 px; lines a little farther apart keep them from touching.
TARGET, LINK_LINE = 24, 26


def render(issue: Issue, settings: Settings) -> Rendition:
    """Render an issue as HTML and as text.

    Raises LayoutError, IssueError or SettingsError with the place at fault.
    """
    layout, values = _prepare(issue, settings)
    root = inline_css(*_pour(layout, values), layout.files_of("inline.css"))
    html, lines = finish(root, issue.language, values["direction"], values["outlook_parts"])
    text = write_text_part(issue, values)
    return Rendition(
        subject=issue.subject,
        preheader=issue.preheader,
        html=html,
        text=text,
        language=issue.language,
        content_hash=_hash(issue.subject, issue.preheader, html, text),
        lines=lines,
    )


def render_uninlined(issue: Issue, settings: Settings) -> tuple[str, str]:
    """Render an issue as HTML before its styles go into attributes, and return it with the CSS that goes there."""
    return _pour(*_prepare(issue, settings))


def _pour(layout: Layout, values: dict[str, Any]) -> tuple[str, str]:
    mjml = layout.render("layout.mjml", values)
    return convert_mjml(mjml, str(layout.files_of("layout.mjml")[0])), layout.render("inline.css", values)


def render_mjml(issue: Issue, settings: Settings) -> str:
    """Pour an issue into its layout and return the MJML, before it becomes HTML."""
    return unmark(render_marked(issue, settings))


def render_marked(issue: Issue, settings: Settings) -> str:
    """Pour an issue into its layout and return the MJML, in which each tag says where it was written."""
    layout, values = _prepare(issue, settings)
    return layout.render("layout.mjml", values)


def _prepare(issue: Issue, settings: Settings) -> tuple[Layout, dict[str, Any]]:
    layout = load_layout(settings.root, issue.layout, issue.language)
    return layout, _values(issue, settings, layout)


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
        "strings_attributes": _attributes(layout.strings_language, issue.language),
        "direction": direction,
        # Among Arabic words a browser would turn `--all` around.
        "code_attributes": Markup(' dir="ltr"') if direction == "rtl" else Markup(),
        "start": "right" if direction == "rtl" else "left",
        "end": "left" if direction == "rtl" else "right",
        "is_upright": is_upright(issue.language),
        "author_attributes": turn(issue.author, direction),
        "date": write_date(issue.date, issue.language) if issue.date else "",
        "small_line_height": max(layout.theme.type.line_height, round(LINK_LINE / layout.theme.type.small, 2)),
        "link_room": link_room,
        "margin": MARGIN,
        "content_width": layout.theme.shape.width - 2 * MARGIN,
        "browser_url": settings.newsletter.archive_url.replace(SLUG, quote(issue.slug)),
        "unsubscribe_url": f"{base_url}/unsubscribe/{UNSUBSCRIBE_TOKEN}" if base_url else "",
        "note_numbers": {note.label: str(number) for number, note in enumerate(notes, 1)},
    }
    fragments = Fragments(issue, settings, layout, values)
    values.update(fragments.functions(), outlook_parts=fragments.outlook_parts)
    return values


def _attributes(language: str, around: str) -> Markup:
    """Say in HTML which language our own words are in, where it is not the issue's."""
    if language == around:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(language, direction_of(language))


def link_room(size: int) -> float:
    """Say how many CSS pixels a link needs above and below letters of `size` to be 24 px high, in half pixels."""
    # Letters with what hangs below the line take 1.1 em or more in the usual families.
    return max(0, math.ceil(TARGET - 1.1 * size) / 2)


def _hash(*parts: str) -> str:
    """Hash what a reader gets, so that a change to it shows (SHA-256, hexadecimal)."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
