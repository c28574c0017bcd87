"""A drawing in SVG that has the role of an image and no name.

## Why it matters

A screen reader says “image”, and not what it shows. Most mail programs do not show SVG at all.

## Fails

```html
<svg role="img"><circle r="4"></circle></svg>
```

## Passes

```html
<svg role="img" aria-label="A green circle"><circle r="4"></circle></svg>
```

## Silent

On SVG without such a role, and on what is hidden.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- ACT 7d6734
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role
from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


GRAPHIC = frozenset({"img", "image", "graphics-document", "graphics-symbol"})


def find(document: Document) -> Iterator[Defect]:
    """Find svg, and what is in it, with the role of a graphic and without a name."""
    for element in document.elements:
        is_drawn = element.name == "svg" or ("role" in element.attrs and nearest(element, {"svg"}) is not None)
        if is_drawn and explicit_role(element) in GRAPHIC and document.is_exposed(element):
            title = element.find("title", recursive=False)
            if not document.name(element) and not (title and title.get_text().strip()):
                yield Defect("Say what it shows: a title element first in it, or aria-label.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.1.1",), act=("7d6734",))
