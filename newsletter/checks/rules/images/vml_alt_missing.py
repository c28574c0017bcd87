"""A drawing for Outlook without a text alternative.

## Why it matters

Outlook for Windows draws VML as a picture, in place of one that others see or behind words. Without an alt its reader
hears “shape, merge format”, an address, or the words of the background twice.

## Fails

```html
<!--[if mso]><v:image src="a.jpg" style="width:60px"></v:image><![endif]-->
```

## Passes

```html
<!--[if mso]><v:image src="a.jpg" alt="A plum tree"></v:image><![endif]-->
```

## Silent

On drawings with an alt, also an empty one, or a title; on shapes inside one that has it; and on links, shapes with an
`href`, which `vml-link-text-missing` asks about. A background behind words weighs less (`moderate`): the words are
read.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- Microsoft, VML: alt attribute of shapes
- Parcel, accessibility checker: rules on VML; Email Markup Consortium, accessibility report 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.outlook_shapes import SHAPES, shapes_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find shapes in the view of Outlook without alt."""
    for shape in shapes_of(document):
        if shape.has_attr("href") or any(_is_named(it) for it in (shape, *shape.parents)):
            continue
        impact = Impact.MODERATE if shape.get_text().strip() else None
        yield Defect('Say what it shows: alt="…"; or alt="" if it only decorates.', shape, impact=impact)


def _is_named(element: Tag) -> bool:
    return element.name in SHAPES and (element.has_attr("alt") or element.has_attr("title"))


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.1.1",))
