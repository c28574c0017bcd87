"""HTML that mail programs cut off.

## Why it matters

Gmail shows about the first 102 KB of an email and hides the rest behind a link; the footer, with the way to
unsubscribe, is what is cut. From 90 KB on there is too little room for what is added on the way.

## Fails

```html
<p>…more than 102 KB…</p>
```

## Passes

```html
<p>A letter of some 20 KB</p>
```

## Silent

Below 90 KB of HTML in UTF-8. From 90 to 102 KB it asks for a look (`review`): sending services add to an email.

## References

- Gmail clips messages near 102 KB (observed; not documented by Google)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.weights import KB, LIMIT, NEAR, explain_weight
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find HTML of more than 102 KB in UTF-8; from 90 KB on, ask for a look. Say what takes the room."""
    size = len(document.html.encode("utf-8", "surrogatepass"))
    if size < NEAR:
        return
    shown = f"The HTML has {size / KB:.0f} KB; Gmail cuts it at {LIMIT // KB} KB."
    room = explain_weight(document.html)
    if size > LIMIT:
        yield Defect(f"{shown} {room} Shorten the letter and link to the rest.")
    else:
        yield Defect(f"{shown} {room}", outcome=Outcome.REVIEW, impact=Impact.MODERATE)


rule = Rule(__name__, Impact.SERIOUS, find)
