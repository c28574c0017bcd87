"""A link of a whole paragraph.

## Why it matters

A screen reader reads all of it for each link, and nobody can stop inside.

## Fails

```html
<a href="https://example.org/">
We have moved to another house in the same street, and open at ten from now on.
We have moved to another house in the same street, and open at ten from now on.</a>
```

## Passes

```html
<p>We have moved. <a href="https://example.org/">See the way to us</a></p>
```

## Silent

Up to 100 characters, and on links that hold a heading: a card that is one link.

## References

- WebAIM, Links and Hypertext: link length
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_CHARACTERS = 100


def find(document: Document) -> Iterator[Defect]:
    """Find links of more than 100 characters."""
    for link in document.find("a"):
        words = document.words(link)
        if link.has_attr("href") and len(words) > MAX_CHARACTERS and not link.find(["h1", "h2", "h3", "h4"]):
            yield Defect(f"The link has {len(words)} characters: link the few words that say where it leads.", link)


rule = Rule(__name__, Impact.MINOR, find)
