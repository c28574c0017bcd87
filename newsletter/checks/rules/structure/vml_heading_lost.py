"""A heading inside a drawing for Outlook.

## Why it matters

Outlook for Windows draws VML as a picture. Its words are read in one piece: there is no heading to jump to.

## Fails

```html
<!--[if mso]><v:rect fill="true" alt=""><v:textbox><![endif]-->
<h2>Open day</h2>
<!--[if mso]></v:textbox></v:rect><![endif]-->
```

## Passes

```html
<h2>Open day</h2>
<!--[if mso]><v:rect fill="true" alt=""><v:textbox><![endif]-->
<p>On 3 May</p>
<!--[if mso]></v:textbox></v:rect><![endif]-->
```

## Silent

Where no drawing for Outlook holds a heading.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Parcel, accessibility checker: rules on VML (observed with NVDA and JAWS in Outlook for Windows)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import HEADINGS
from newsletter.checks.outlook_shapes import inside_shapes
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find headings inside shapes, as Outlook reads the email."""
    for heading, _ in inside_shapes(document, frozenset(HEADINGS)):
        yield Defect("Put the heading above or below the drawing: in Outlook it is lost here.", heading)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
