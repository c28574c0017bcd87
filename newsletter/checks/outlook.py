"""MSO conditional comments → the HTML that Outlook for Windows reads, every character in its place.

Source: Microsoft, About conditional comments; Outlook for Windows defines `mso`, from version 9 on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.tokenizing import TEXT_ONLY, Kind, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.tokenizing import Token

# No condition in use is longer; a bound keeps the search of what never ends short.
_OPENING = re.compile(r"<!--\[if\s+([^\]>]{1,200})\]>", re.IGNORECASE)
_CLOSING = re.compile(r"<!\[endif\]-->", re.IGNORECASE)
# Content for everybody else: <!--[if !mso]><!--> … <!--<![endif]-->
_OTHERS = re.compile(r"<!--\[if\s+[^\]>!]{0,200}![^\]>]{0,200}\]>(?P<shown>(?:<!)?-->)?", re.IGNORECASE)
_OTHERS_CLOSING = re.compile(r"<!--<!\[endif\]-->", re.IGNORECASE)
_TAGS = frozenset({Kind.START, Kind.END})


def reveal(html: str) -> str:
    """Blank out what Outlook does not read and the marks of comments that it does; lines and columns stay."""
    if "<!--[if" not in html.lower():
        return html
    revealed = _blank_others(html)
    pieces, position = [], 0
    for opening, closing in _comments(revealed):
        inside = revealed[opening.end() : closing.start()]
        pieces += [revealed[position : opening.start()], _blank(opening[0])]
        pieces += [inside if "mso" in opening[1].lower() else _blank(inside), _blank(closing[0])]
        position = closing.end()
    return "".join([*pieces, revealed[position:]])


def parts_for_outlook(html: str) -> Iterator[str]:
    """Yield what conditional comments that name Outlook hold."""
    for opening, closing in _comments(html):
        if "mso" in opening[1].lower():
            yield html[opening.end() : closing.start()]


def _comments(html: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    position = 0
    while (opening := _OPENING.search(html, position)) and (closing := _CLOSING.search(html, opening.end())):
        yield opening, closing
        position = closing.end()


def _blank_others(html: str) -> str:
    pieces, position = list[str](), 0
    missing = set[re.Pattern[str]]()
    while opening := _OTHERS.search(html, position):
        closing = None
        for pattern in (_OTHERS_CLOSING, _CLOSING) if opening["shown"] else (_CLOSING,):
            # What was not found once does not come later.
            closing = closing or (None if pattern in missing else pattern.search(html, opening.end()))
            if closing is None:
                missing.add(pattern)
        if closing is None:
            break
        pieces += [html[position : opening.start()], _blank(html[opening.start() : closing.end()])]
        position = closing.end()
    return "".join([*pieces, html[position:]])


def reveal_drawings(html: str, start: int, end: int) -> str:
    """Reveal what Outlook reads from its first drawing to its last, which stand between two places of an email.

    Lines and columns stay. Empty where there is none.
    """
    revealed = reveal(html[start:end])
    tags = [token for token in _read(revealed) if token.data.startswith("v:") and token.kind in _TAGS]
    if not tags:
        return ""
    if sum(-1 if tag.kind is Kind.END else 1 for tag in tags if not tag.is_empty):
        revealed = reveal(html[start:])  # one is not closed, and goes on to the end
    before = html[:start] + revealed[: tags[0].offset]
    indent = " " * (len(before) - before.rfind("\n") - 1)
    return "\n" * before.count("\n") + indent + revealed[tags[0].offset :]


def _read(html: str) -> Iterator[Token]:
    tokens = Tokens(html)
    for token in tokens:
        if token.kind is Kind.START and token.data in TEXT_ONLY:
            tokens.hold(token.data)
        yield token


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
