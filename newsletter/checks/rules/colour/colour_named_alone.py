"""Something pointed out by its colour only.

## Why it matters

“The dates in red” says nothing to somebody who listens, prints in black, or cannot tell red from green.

## Fails

```html
<p>The dates in red are fully booked.</p>
```

## Passes

```html
<p>The dates marked “full” are fully booked.</p>
```

## Silent

Where a colour describes a thing (“a red door”). English, German, French, Spanish and Dutch are known. Whether the
letter says it in another way too, only a person can tell: it asks for a look (`review`).

## References

- WCAG 2.2, 1.3.3 Sensory Characteristics, 1.4.1 Use of Color
- WCAG failure F13
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.pointing import COLOURED, find_phrases
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find words such as “in red” and “the green button”."""
    for block, phrase in find_phrases(document, COLOURED):
        message = f"“{phrase}” needs eyes for colour: say it in a word or a sign too."
        yield Defect(message, block, Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.3.3", "1.4.1"))
