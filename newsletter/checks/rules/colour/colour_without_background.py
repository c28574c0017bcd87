"""A colour for words, and none for what is behind them.

## Why it matters

In dark mode many mail programs paint the missing one themselves: dark words land on a dark background.

## Fails

```html
<p style="color:#222222">Opening hours</p>
```

## Passes

```html
<div style="background-color:#ffffff"><p style="color:#222222">Opening hours</p></div>
```

## Silent

Off unless selected, because mail programs differ. Silent where an element around the words has a background colour.

## References

- Practice; WCAG 2.2, technique F24
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find the outermost elements that colour words while nothing around them has a background colour."""
    painted: set[int] = set()
    told: set[int] = set()
    for element in document.elements:
        style = document.cascade.style(element)
        if style.has_background or id(element.parent) in painted:
            painted.add(id(element))
        elif id(element.parent) in told:
            told.add(id(element))
        elif style.has_colour and document.is_exposed(element) and document.words(element):
            told.add(id(element))
            yield Defect("Set a background-color too, here or around it.", element, Outcome.FAIL)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.4.3",), optional=True)
