"""A document without a title.

## Why it matters

The title names the window when a letter is opened in a browser, and some mail programs read it aloud first.

## Fails

```html
<html lang="en"><head><title> </title></head><body></body></html>
```

## Passes

```html
<html lang="en"><head><title>Our letter</title></head><body></body></html>
```

## Silent

On fragments: HTML without an html element.

## References

- WCAG 2.2, 2.4.2 Page Titled
- ACT 2779a5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a document whose first title outside SVG is missing or blank."""
    if document.root is None:
        return
    titles = (title for title in document.soup.find_all("title") if not title.find_parent("svg"))
    first = next(titles, None)
    if first is None or not first.get_text().strip():
        yield Defect(
            "Give the document a title: <title>Subject of the email</title> in its head.", first or document.root
        )


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.2",), act=("2779a5",))
