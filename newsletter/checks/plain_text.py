"""An email of plain text alone → the HTML that mail programs make of it to show it."""

from __future__ import annotations

import html
import re

ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)]")


def wrap_text(text: str, subject: str, language: str) -> str:
    """Write text as paragraphs with links; its lines keep their numbers. `language` may be empty."""
    lang = f' lang="{html.escape(language)}"' if language else ""
    body = "</p><p>".join(_paragraph(it) for it in re.split(r"(?<=\n)[ \t]*(?=\n)", text.strip("\r\n")))
    return f"<html{lang}><title>{html.escape(subject)}</title><body><p>{body}</p></body></html>"


def _paragraph(text: str) -> str:
    pieces, end = [], 0
    for found in ADDRESS.finditer(text):
        address = html.escape(found[0])
        pieces += [html.escape(text[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join([*pieces, html.escape(text[end:])])
