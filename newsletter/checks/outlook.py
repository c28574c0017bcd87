"""MSO conditional comments → the HTML that Outlook for Windows reads, every character in its place.

Source: Microsoft, About conditional comments; Outlook for Windows defines `mso`, from version 9 on.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"<!--\[if\s+([^\]]*)\]>", re.IGNORECASE)
_CLOSING = re.compile(r"<!\[endif\]-->", re.IGNORECASE)
# Content for everybody else: <!--[if !mso]><!--> … <!--<![endif]-->
_OTHERS = re.compile(
    r"<!--\[if\s+(?=[^\]]*!)[^\]]*\]>(?:<!)?-->.*?<!--<!\[endif\]-->|<!--\[if\s+(?=[^\]]*!)[^\]]*\]>.*?<!\[endif\]-->",
    re.IGNORECASE | re.DOTALL,
)
# A tag of VML; or what holds no tags, whatever is written in it.
_DRAWING = re.compile(
    r"<!--.*?-->|<(?P<words>style|script|title|textarea)\b.*?</(?P=words)"
    r"|<(?P<close>/?)(?P<drawn>v:)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<empty>/?)>",
    re.IGNORECASE | re.DOTALL,
)


def reveal(html: str) -> str:
    """Blank out what Outlook does not read and the marks of comments that it does; lines and columns stay."""
    if "<!--[if" not in html.lower():
        return html
    revealed = _OTHERS.sub(lambda found: _blank(found[0]), html)
    opening = _OPENING.search(revealed)
    pieces, position = [], 0
    while opening:
        closing = _CLOSING.search(revealed, opening.end())
        if closing is None:
            break
        inside = revealed[opening.end() : closing.start()]
        pieces += [revealed[position : opening.start()], _blank(opening[0])]
        pieces += [inside if "mso" in opening[1].lower() else _blank(inside), _blank(closing[0])]
        position = closing.end()
        opening = _OPENING.search(revealed, position)
    return "".join([*pieces, revealed[position:]])


def reveal_drawings(html: str) -> str:
    """Reveal what Outlook reads from its first drawing to its last; empty where there is none."""
    if "<v:" not in html.lower():
        return ""
    revealed = reveal(html)
    tags = [found for found in _DRAWING.finditer(revealed) if found["drawn"]]
    if not tags:
        return ""
    start, end = tags[0].start(), tags[-1].end()
    is_closed = sum(-1 if tag["close"] else 1 for tag in tags if not tag["empty"]) == 0
    before = revealed[:start]
    indent = " " * (start - before.rfind("\n") - 1)
    return "\n" * before.count("\n") + indent + revealed[start : end if is_closed else None]


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
