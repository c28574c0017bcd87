"""Something pointed out by where it stands.

## Why it matters

“On the right” means nothing to somebody who listens, and on a phone it stands below.

## Fails

```html
<p>Press the button on the right to save the date.</p>
```

## Passes

```html
<p>Press “Save the date”.</p>
```

## Silent

On “above” and “below”, which hold for the order of reading too, and on right and left outside of the letter (“the house
on the right”). English, German, French, Spanish and Dutch are known. It asks for a look (`review`).

## References

- WCAG 2.2, 1.3.3 Sensory Characteristics
- WCAG failure F14
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.pointing import PLACED, find_phrases
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find words such as “the button on the right” and “the round icon”."""
    for block, phrase in find_phrases(document, PLACED):
        message = f"“{phrase}” needs eyes: name it by its words instead."
        yield Defect(message, block, Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.3.3",))
