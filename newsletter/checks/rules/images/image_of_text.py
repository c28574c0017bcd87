"""A drawing of words in place of words.

## Why it matters

Words in a picture cannot be enlarged without becoming blurred, nor read in other colours, and are gone where pictures
are off.

## Fails

```html
<img alt="Sale" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text y='15'>Sale</text></svg>">
```

## Passes

```html
<p style="font-size:24px">Sale</p>
```

## Silent

On every picture but a drawing (SVG) that is written into the email: what other pictures show only a person can see.
On logos, as their alt text says.

## References

- WCAG 2.2, 1.4.5 Images of Text
- ACT 0va7u6 (in part)
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_DRAWING = re.compile(r"\s*data:image/svg\+xml([^,]*),(.*)", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(r"<text\b[^>]*>(?:<tspan\b[^>]*>|\s)*\w", re.IGNORECASE)
_LOGO = re.compile(r"\blogo", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find drawings in data addresses that hold words."""
    for element in document.index.named("img", "input", "object"):
        address = element.get("src") or element.get("data")
        is_shown = address and document.cascade.style(element).is_displayed
        if is_shown and _WORDS.search(_read(str(address))) and not _LOGO.search(document.name(element)):
            yield Defect("Write these words as words; styles can make them look so.", element)


def _read(address: str) -> str:
    """Give the source of a drawing that an address holds; nothing where it is none, or broken."""
    found = _DRAWING.match(address)
    if not found:
        return ""
    data = unquote_to_bytes(found[2])
    try:
        return (base64.b64decode(data) if "base64" in found[1].lower() else data).decode("utf-8", "replace")
    except binascii.Error:
        return ""


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.5",), act=("0va7u6",))
