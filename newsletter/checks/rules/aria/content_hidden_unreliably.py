"""Content that only some mail programs hide.

## Why it matters

Gmail and Outlook ignore the attribute hidden and visibility:hidden: readers see text that was not meant for them, such
as a second greeting.

## Fails

```html
<p hidden>Only on the web</p>
```

## Passes

```html
<p style="display:none">Only on the web</p>
```

## Silent

On elements without words or pictures, on what display:none hides too, and on styles, scripts and templates.

## References

- caniemail.com: hidden works in 10 of 41 clients, visibility not in Gmail
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


DISPLAY_NONE = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
UNSEEN = frozenset({"head", "meta", "script", "style", "template", "title", "link"})


def find(document: Document) -> Iterator[Defect]:
    """Find content that the attribute hidden or visibility alone keeps from readers."""
    inside: set[int] = set()
    for element in document.elements:
        if id(element.parent) in inside or element.name in UNSEEN:
            inside.add(id(element))
            continue
        style = document.cascade.style(element)
        is_hidden = element.has_attr("hidden") or not style.is_visible
        if DISPLAY_NONE.search(str(element.get("style") or "")):
            inside.add(id(element))
        elif is_hidden:
            inside.add(id(element))
            if element.get_text().strip() or element.find("img"):
                yield Defect('Hide it with style="display:none" too, or leave it out of the email.', element)


rule = Rule(__name__, Impact.MODERATE, find)
