"""An email with nothing in it.

## Why it matters

A reader opens it and finds nothing: most often the program that filled in the template failed.

## Fails

```html
<html lang="en"><head><title>Our hours</title></head><body><table role="presentation"></table></body></html>
```

## Passes

```html
<html lang="en"><head><title>Our hours</title></head><body><p>Open from eight to six.</p></body></html>
```

## Silent

Where there is a word, a picture or a drawing that anybody can see or hear. An email of pictures alone is for
`email-all-image` and `image-silent-alone`.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import is_pixel
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

SHOWN = frozenset({"svg", "canvas", "video", "audio", "object", "iframe", "input", "button", "select", "textarea"})


def find(document: Document) -> Iterator[Defect]:
    """Find a document without words, pictures or anything else to see."""
    has_pictures = not all(map(is_pixel, document.index.named("img")))
    if has_pictures or document.index.named(*SHOWN) or any(it.name.startswith("v:") for it in document.elements):
        return
    has_background = any(document.cascade.select(lambda style: style.has_picture))
    if not has_background and not document.words(document.soup):
        yield Defect("There is nothing to read here: look at what filled the template in.", document.body)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.3.1",))
