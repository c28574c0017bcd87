"""A link inside a drawing for Outlook.

## Why it matters

Outlook for Windows draws VML as a picture. No key reaches a link in it, and a screen reader cannot follow it.

## Fails

```html
<!--[if mso]><v:rect fill="true" alt=""><v:textbox><![endif]-->
<a href="https://example.org/day">Save the date</a>
<!--[if mso]></v:textbox></v:rect><![endif]-->
```

## Passes

```html
<!--[if mso]><v:rect fill="true" alt=""><v:textbox><![endif]-->
<p>Open day</p>
<!--[if mso]></v:textbox></v:rect><![endif]-->
<a href="https://example.org/day">Save the date</a>
```

## Silent

On a shape that is itself the link (`href` on the shape): that is a button, and other programs have a link beside it.
One finding for each shape, at its first link.

## References

- WCAG 2.2, 2.1.1 Keyboard
- Parcel, accessibility checker: rules on VML (observed with NVDA and JAWS in Outlook for Windows)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.outlook_shapes import inside_shapes
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find the first link inside each shape, as Outlook reads the email."""
    told: set[int] = set()
    for link, shape in inside_shapes(document, frozenset({"a"})):
        if link.has_attr("href") and id(shape) not in told:
            told.add(id(shape))
            yield Defect("Put the link below the drawing: in Outlook no key reaches it here.", link)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("2.1.1",))
