"""An image without a text alternative.

## Why it matters

Somebody who cannot see the image, or whose mail program does not load it, gets nothing, or hears the name of a file.

## Fails

```html
<img src="chart.png">
```

## Passes

```html
<img src="chart.png" alt="Sign-ups doubled in May">
```

## Silent

On images that are hidden or have role="presentation", and where aria-label or title names them (mail programs drop
those: write an alt).

## References

- WCAG 2.2, 1.1.1 Non-text Content
- ACT 23a2a8
- Email Markup Consortium, accessibility report: on 48% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.document import squeeze
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find img, image buttons and image maps' areas without alt, or with one of spaces only."""
    for element in document.find("img", "input", "area"):
        if element.name == "input" and str(element.get("type") or "").lower() != "image":
            continue
        if element.name == "area" and not element.has_attr("href"):
            continue
        # A role of presentation gives way on an element that can be focused (ARIA 1.2, section 5.4).
        has_role = str(element.get("role") or "").lower() in {"presentation", "none"} and not element.has_attr(
            "tabindex"
        )
        if element.get("alt") != "" and not has_role and not _has_name(document, element):
            yield Defect('Say what the image shows: alt="…"; or alt="" if it only decorates.', element)


def _has_name(document: Document, element: Tag) -> bool:
    return bool(squeeze(str(element.get("alt") or "")) or document.name(element))


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1",), act=("23a2a8",))
