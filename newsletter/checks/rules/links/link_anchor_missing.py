"""A link to a place in the letter that is not there.

## Why it matters

The reader presses it and nothing happens.

## Fails

```html
<a href="#hours">Our hours</a>
```

## Passes

```html
<a href="#hours">Our hours</a><h2 id="hours">Our hours</h2>
```

## Silent

On “#” alone (link-target-invalid), and on “#top”, which every program knows.

## References

- WCAG 2.2, 2.4.1 Bypass Blocks
- HTML, 7.4.6.3 Scrolling to a fragment
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links to a fragment that no id and no named anchor has."""
    names = {str(element["name"]) for element in document.index.having("name") if element.name == "a"}
    for link in document.find("a", "area"):
        target = str(link.get("href") or "").strip()
        fragment = target[1:].partition(":~:")[0]  # what follows are words for the browser to look for
        if not target.startswith("#") or not fragment or fragment.lower() == "top":
            continue
        if not any(name in document.index.by_id or name in names for name in (fragment, unquote(fragment))):
            yield Defect(f"Nothing in the email has the id “{fragment}”: give it to the place meant.", link)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.1",))
