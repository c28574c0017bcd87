"""Padding after the preview text that screen readers meet.

## Why it matters

Senders fill the preview with invisible characters. Where those are not hidden, a screen reader says “blank” or reads
on through hundreds of them.

## Fails

```html
<div>Read on &#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
```

## Passes

```html
<div>Read on <span aria-hidden="true">&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</span></div>
```

## Silent

On a few such characters, on soft hyphens and joiners inside words, and on hidden elements.

## References

- Practice; aria-hidden is kept by most mail programs
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_PADDING = re.compile("[\u034f\u200b\u200c\u200d\u2007\ufeff](?:[\\s\u034f\u200b\u200c\u200d\u2007\ufeff\u00ad]{6,})")


def find(document: Document) -> Iterator[Defect]:
    """Find exposed elements that hold runs of invisible characters."""
    for element, own in document.index.texts:
        if any(map(_PADDING.search, own)) and document.is_exposed(element):
            yield Defect('Put the padding into an element of its own with aria-hidden="true".', element)


rule = Rule(__name__, Impact.MINOR, find)
