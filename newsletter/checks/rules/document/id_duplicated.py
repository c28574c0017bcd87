"""Two elements of one name, where something points to it.

## Why it matters

A label, a description or a link that points to a name finds the first element only. The second has lost it.

## Fails

```html
<h2 id="hours">Hours</h2><p id="hours">Nine to five</p><a href="#hours">Hours</a>
```

## Passes

```html
<h2 id="hours">Hours</h2><a href="#hours">Hours</a>
```

## Silent

On names that nothing points to: they harm nobody.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- HTML, section 3.2.6: the id attribute is unique
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

_POINTERS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details")


def find(document: Document) -> Iterator[Defect]:
    """Find elements whose id an element before them has, and something points to."""
    named = [(element, name) for element in document.index.having("id") if (name := str(element.get("id") or ""))]
    if len({name for _, name in named}) == len(named):
        return
    wanted = {name for element in document.index.having(*_POINTERS, "href") for name in _pointed(element)}
    seen = set()
    for element, name in named:
        if name in seen and name in wanted:
            yield Defect(f"The id “{name}” is taken, and something points to it: give this element another.", element)
        seen.add(name)


def _pointed(element: Tag) -> Iterator[str]:
    for attribute in _POINTERS:
        value = element.get(attribute) or ""
        yield from value.split() if isinstance(value, str) else value
    target = str(element.get("href") or "")
    if len(target) > 1 and target.startswith("#"):
        yield target[1:]


rule = Rule(__name__, Impact.MODERATE, find, wcag=("4.1.2",))
