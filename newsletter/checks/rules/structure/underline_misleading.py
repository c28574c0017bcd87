"""Underlined words that are no link.

## Why it matters

Readers press them and nothing happens; links elsewhere are no longer told apart from them.

## Fails

```html
<p><u>Please note:</u> we are closed.</p>
```

## Passes

```html
<p><strong>Please note:</strong> we are closed.</p>
```

## Silent

On links and what is in them, on hidden text, and on ins.

## References

- WebAIM, Links and Hypertext: appearance
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.nesting import holders, insiders
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


UNDERLINE = re.compile(r"text-decoration(?:-line)?\s*:\s*underline")


def find(document: Document) -> Iterator[Defect]:
    """Find u elements, and underlines in a style attribute, outside of links."""
    linked = insiders(document, {"a"}) | holders(document, {"a"})
    for element in document.elements:
        style = str(element.get("style") or "").lower()
        is_underlined = element.name == "u" or ("underline" in style and bool(UNDERLINE.search(style)))
        if not is_underlined or not document.is_exposed(element) or not document.words(element):
            continue
        if element.name != "a" and id(element) not in linked:
            yield Defect("Keep underlines for links: use <strong> or <em>.", element)


rule = Rule(__name__, Impact.MINOR, find)
