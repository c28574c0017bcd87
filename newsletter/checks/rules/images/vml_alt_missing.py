"""A picture for Outlook without a text alternative.

## Why it matters

Outlook for Windows takes this picture in place of the one that others see. Its reader hears nothing, or “image”.

## Fails

```html
<!--[if mso]><v:image src="a.jpg" style="width:60px"></v:image><![endif]-->
```

## Passes

```html
<!--[if mso]><v:image src="a.jpg" alt="A plum tree"></v:image><![endif]-->
```

## Silent

On VML with an alt, also an empty one; on fills, which are backgrounds.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- Microsoft, VML: alt attribute of shapes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find v:image in the view of Outlook without alt."""
    view = document.outlook_view if "v:image" in document.html.lower() else None
    for element in view.elements if view else ():
        if element.name == "v:image" and not element.has_attr("alt") and not element.has_attr("title"):
            yield Defect('Say what it shows: alt="…"; or alt="" if it only decorates.', element)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1",))
