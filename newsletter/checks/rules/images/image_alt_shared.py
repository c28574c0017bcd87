"""Two different pictures with the same alternative text.

## Why it matters

Somebody who listens hears the same words twice and cannot tell what the second picture adds.

## Fails

```html
<img src="tea.jpg" alt="The garden"><img src="cake.jpg" alt="The garden">
```

## Passes

```html
<img src="tea.jpg" alt="The garden in May"><img src="cake.jpg" alt="The garden under snow">
```

## Silent

On the same file shown twice (stars of a rating), on pictures with words between them, on pictures in links, which
`link-text-ambiguous` asks about, and on a picture that is hidden in the light or on a wide screen, as the other half of
a pair for dark mode or phones.

## References

- WCAG 2.2, 1.1.1 Non-text Content
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsletter.checks.nesting import has_words_between, nearest
from newsletter.checks.phrases import plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find pictures whose alternative text is that of another file right before them."""
    images = [image for image in document.find("img") if document.cascade.style(image).is_seen]
    for before, image in itertools.pairwise(images):
        alt = plain(str(image.get("alt") or ""))
        if not alt or alt != plain(str(before.get("alt") or "")) or before.get("src") == image.get("src"):
            continue
        if nearest(image, ("a",)) is None and not has_words_between(document, before, image):
            yield Defect('Say what differs from the picture before, or write alt="" if nothing does.', image)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.1.1",))
