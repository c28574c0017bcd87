"""No word on which letters the bytes stand for.

## Why it matters

Saved or shown in a browser, an umlaut or a typographic quote turns into nonsense, and a screen reader reads nonsense.

## Fails

```html
<html><head><title>Grüße</title></head><body><p>Grüße</p></body></html>
```

## Passes

```html
<html><head><meta charset="utf-8"><title>Grüße</title></head><body><p>Grüße</p></body></html>
```

## Silent

On fragments, on plain ASCII, and on emails whose header states it.

## References

- HTML, section 4.2.5.4: specifying the character encoding
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a document of its own with letters beyond ASCII that states no encoding."""
    root = document.root
    if root is None or document.html.isascii() or document.headers is not None:
        return
    for element in document.index.named("meta"):
        if element.get("charset") or "charset=" in str(element.get("content")).lower():
            return
    yield Defect('State the encoding: <meta charset="utf-8"> at the top of the head.', root)


rule = Rule(__name__, Impact.MINOR, find)
