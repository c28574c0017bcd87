"""A picture that does not load.

## Why it matters

Readers see a broken frame in its place, and whatever the picture says is lost to those who see.

## Fails

```html
<img src="https://example.org/gone.png" alt="The quay at dawn">
```

## Passes

```html
<img src="https://example.org/quay.png" alt="The quay at dawn">
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

## References

- RFC 9110, HTTP Semantics, section 15
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.collecting import answered_images
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find pictures whose address gives an error; for review where the site does not tell a program."""
    for image, answer in answered_images(document):
        if answer.state is State.BROKEN:
            yield Defect(f"The picture does not load. {answer.reason}: put it where readers can get it", image)
        elif answer.state is State.UNCHECKED:
            message = f"The picture could not be checked. {answer.reason}: look whether it shows"
            yield Defect(message, image, Outcome.REVIEW)


rule = Rule(__name__, Impact.SERIOUS, find, asks_web=True)
