"""A letter that turns against the screen.

## Why it matters

Who has a tablet fixed to a wheelchair cannot turn it. Styles that turn the letter back when the screen is turned make
it stand on its side there.

## Fails

```html
<style>@media (orientation: portrait) { div { transform: rotate(90deg) } }</style><div>Opening hours</div>
```

## Passes

```html
<style>@media (orientation: portrait) { div { transform: rotate(2deg) } }</style><div>Opening hours</div>
```

## Silent

On what is turned in both orientations alike, on other angles than a quarter turn from one to the other, and on what
nobody sees.

## References

- WCAG 2.2, 1.3.4 Orientation
- ACT b33eff
- CSS Transforms 1, section 13; CSS Transforms 2, section 5 (rotate)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import UPRIGHT
from newsletter.checks.turning import turned_by
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

QUARTER, HALF, ROUNDING = 90.0, 180.0, 0.5


def find(document: Document) -> Iterator[Defect]:
    """Find elements that a screen held upright turns by a quarter more or less than one held across."""
    across, upright = document.cascade, document.cascade_in(UPRIGHT)
    if across is upright:
        return
    for element in document.elements:
        turn = turned_by(upright.style(element).declared) - turned_by(across.style(element).declared)
        if abs(turn % HALF - QUARTER) < ROUNDING and document.is_exposed(element):
            message = "Turning the screen turns this back by a quarter: leave the orientation to the reader."
            yield Defect(message, element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.4",), act=("b33eff",))
