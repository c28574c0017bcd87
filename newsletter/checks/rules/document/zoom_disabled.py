"""Readers may not make the letter larger.

## Why it matters

Who sees badly spreads two fingers to enlarge the words. A viewport that forbids it leaves them with what they cannot
read.

## Fails

```html
<meta name="viewport" content="width=device-width, user-scalable=no">
```

## Passes

```html
<meta name="viewport" content="width=device-width, initial-scale=1">
```

## Silent

On values that browsers ignore, and on a maximum scale of 2 or more.

## References

- WCAG 2.2, 1.4.4 Resize Text
- ACT b4f0c3
- CSS Device Adaptation 1, section 9: how browsers read the content
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_PAIR = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[+-]?\d*\.?\d+", re.ASCII)
_MIN_ZOOM = 2.0


def find(document: Document) -> Iterator[Defect]:
    """Find viewports that forbid zooming, or limit it below 200%."""
    for element in document.elements:
        if element.name == "meta" and str(element.get("name") or "").strip().lower() == "viewport":
            said = {name.lower(): value.lower() for name, value in _PAIR.findall(str(element.get("content") or ""))}
            if _forbids(said):
                yield Defect('Let readers zoom: content="width=device-width, initial-scale=1".', element)


def _forbids(said: dict[str, str]) -> bool:
    scalable, scale = said.get("user-scalable", "yes"), said.get("maximum-scale", "")
    number = _NUMBER.match(scalable)
    is_fixed = scalable not in {"yes", "device-width", "device-height"} and (
        number is None or abs(float(number[0])) < 1
    )
    if scale in {"device-width", "device-height", ""}:
        return is_fixed
    limit = _NUMBER.match(scale)
    # A word means 0, which browsers raise to 0.1; what is negative is ignored.
    zoom = 0.1 if limit is None else float(limit[0])
    if scale == "yes":
        zoom = 1.0
    return is_fixed or 0 <= zoom < _MIN_ZOOM


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.4.4",), act=("b4f0c3",))
