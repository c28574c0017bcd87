"""Words on a picture that only decorates.

## Why it matters

A line or an empty space that is read aloud interrupts the letter and says nothing.

## Fails

```html
<img src="divider.png" alt="A thin green wave" width="600" height="8">
```

## Passes

```html
<img src="divider.png" alt="" width="600" height="8">
```

## Silent

On pictures in links, on words that only say “line” or “divider” (`image-alt-placeholder` has them), on pixels
(`pixel-alt-missing`), and on pictures whose file has another name. Where the file is named like a line or a space and
its size is not known or not thin, it asks for a look (`review`).

## References

- WCAG 2.2, 1.1.1 Non-text Content
- WCAG failure F39
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import LINE, SPACER, file_name, is_pixel, size
from newsletter.checks.nesting import insiders
from newsletter.checks.phrases import PLACEHOLDERS, plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


THIN = 20


def find(document: Document) -> Iterator[Defect]:
    """Find pictures named like a spacer or a line with an alternative text."""
    linked = insiders(document, {"a"})
    for image in document.find("img"):
        alt = str(image.get("alt") or "")
        if not alt.strip() or plain(alt) in PLACEHOLDERS or id(image) in linked:
            continue
        name, sides = file_name(image), [size(image, "width"), size(image, "height")]
        if not is_pixel(image) and (SPACER.search(name) or LINE.search(name)):
            is_sure = any(side is not None and side <= THIN for side in sides)
            message = 'This picture decorates: write alt="", so that it is not read aloud.'
            yield Defect(message, image, Outcome.FAIL if is_sure else Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.1.1",))
