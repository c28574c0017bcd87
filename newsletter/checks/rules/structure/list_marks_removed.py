"""A list without its marks, which some programs read as no list.

## Why it matters

Apple’s screen reader no longer says “list” where list-style is none: people do not hear how many items there are.

## Fails

```html
<ul style="list-style:none"><li>Spring</li><li>Summer</li></ul>
```

## Passes

```html
<ul role="list" style="list-style:none"><li>Spring</li><li>Summer</li></ul>
```

## Silent

Off unless selected: Apple does it on purpose, so that menus are not read as lists. On lists with role="list".

## References

- WebKit, bug 170179 (VoiceOver and list-style: none)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find lists whose style takes the marks away and that do not say that they are lists."""
    for element in document.find("ul", "ol"):
        declared = document.cascade.style(element).declared
        said = f"{declared.get('list-style', '')} {declared.get('list-style-type', '')}"
        if "none" in said.split() and not element.has_attr("role"):
            yield Defect('Add role="list", or keep the marks.', element)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.3.1",), optional=True)
