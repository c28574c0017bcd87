"""Two links beside each other to the same place.

## Why it matters

With the keyboard each is a stop, and a screen reader says two links where there is one thing.

## Fails

```html
<a href="https://example.org/"><img src="a.png" alt="The practice"></a> <a href="https://example.org/">Our website</a>
```

## Passes

```html
<a href="https://example.org/"><img src="a.png" alt=""> Our website</a>
```

## Silent

Where words stand between them, and on links inside a sentence.

## References

- WCAG technique H2
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links with the address of the link right before them, one of them an image alone."""
    before: Tag | None = None
    for link in document.find("a"):
        if not link.has_attr("href"):
            continue
        is_same = before is not None and str(before["href"]).strip() == str(link["href"]).strip() != ""
        is_pair = is_same and before is not None and _is_image(document, before) != _is_image(document, link)
        if is_pair and before is not None and not _words_between(before, link):
            yield Defect("Make one link of this and the one before it, which leads to the same place.", link)
        before = link


def _is_image(document: Document, link: Tag) -> bool:
    return link.find("img") is not None and not document.words(link)


def _words_between(one: Tag, other: Tag) -> bool:
    inside = {id(node) for node in one.descendants}
    for node in one.next_elements:
        if node is other:
            return False
        if id(node) not in inside and isinstance(node, str) and node.strip():
            return True
    return True


rule = Rule(__name__, Impact.MINOR, find)
