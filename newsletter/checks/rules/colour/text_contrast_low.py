"""Words that stand out too little from what is behind them.

## Why it matters

People with low vision, on a dim phone or in the sun cannot read them.

## Fails

```html
<p style="color:#999999;background-color:#ffffff">Opening hours</p>
```

## Passes

```html
<p style="color:#595959;background-color:#ffffff">Opening hours</p>
```

## Silent

On words that nobody sees (hidden, of size 0 or 1, of no opacity, or cut off by a box without height, as preheaders
are), on single characters, which are symbols, and on controls that are switched off, with their labels. It asks for a
look (`review`) at words over a picture, over a gradient of which only a part is far enough from them, at words that
`position` puts over something else, and at words of exactly the colour behind them, which may be hidden on purpose.
Over a picture with a background colour it fails words that nobody can read on that colour: it is what people see
whose mail program blocks pictures.

## References

- WCAG 2.2, 1.4.3 Contrast (Minimum): 4.5:1, or 3:1 from 24 px, or from 18.66 px bold
- ACT afw4f7
- Email Markup Consortium, accessibility report: on 59% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import MIN_CONTRAST, MIN_CONTRAST_LARGE, judge
from newsletter.checks.rule import Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect


def find(document: Document) -> Iterator[Defect]:
    """Find elements with words of their own whose computed colours are too near."""
    yield from judge(document, MIN_CONTRAST, MIN_CONTRAST_LARGE)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.3",), act=("afw4f7",))
