"""An email of pictures with few words.

## Why it matters

Many mail programs show pictures only when asked. Where pictures carry the message, these readers, and those who listen,
have little left; and filters know such emails as the way to hide words from them.

## Fails

```html
<html lang="en"><body>
<img src="https://example.org/one.jpg" width="600" height="800" alt="Our house">
<img src="https://example.org/two.jpg" width="600" height="800" alt="Our garden">
<p>We open the house on 3 May from ten to four. There will be tea, and at noon a walk through the garden.</p>
</body></html>
```

## Passes

```html
<html lang="en"><body>
<img src="https://example.org/one.jpg" width="600" height="300" alt="Our house">
<p>We open the house on 3 May from ten to four. There will be tea, and at noon a walk through the garden with music.
Bring whom you like: there is room for everybody, and the paths are even. The bus stops at the gate twice an hour, and
there are four places to park for people who cannot walk far.</p>
</body></html>
```

## Silent

On images whose width or height is not stated, on those hidden from readers, and on fragments. An email that is one
image has a rule of its own, email-all-image.

## References

- SpamAssassin, rules HTML_IMAGE_RATIO_02 to HTML_IMAGE_RATIO_08: letters for each square pixel of pictures. The first
  of them is for up to 0.002, where good newsletters with three photographs are too: the limit here is a quarter of that
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.images import size
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.rules.images import email_all_image
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


FEWEST_LETTERS_A_PIXEL = 0.0005
# A logo or two needs no words beside it.
SMALLEST_AREA = 600 * 200


def find(document: Document) -> Iterator[Defect]:
    """Ask for a look where pictures are large and there are few letters beside them."""
    if document.root is None or any(email_all_image.find(document)):
        return
    area = sum((size(image, "width") or 0) * (size(image, "height") or 0) for image in document.find("img"))
    letters = len("".join(document.words(document.soup).split()))
    if area >= SMALLEST_AREA and letters < area * FEWEST_LETTERS_A_PIXEL:
        wanted = area * FEWEST_LETTERS_A_PIXEL
        words = f"There are {letters:,} letters beside pictures of {area:,} square pixels; {wanted:,.0f} are few enough"
        yield Defect(f"{words}. Say in words what the pictures say, or show fewer.", document.body, Outcome.REVIEW)


rule = Rule(__name__, Impact.MINOR, find)
