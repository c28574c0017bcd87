"""A letter that speaks of suicide, abuse or violence without saying so at its start.

## Why it matters

Readers who have lived through it want to choose whether and when to read about it.

## Fails

```html
<p>We lost our son to suicide.</p>
```

## Passes

```html
<p>Content note: this letter speaks of suicide.</p><p>We lost our son to suicide.</p>
```

## Silent

On a single mention of abuse or violence, on abuse of power and the like, and in languages without a list.

## References

- SAMHSA, TIP 57: Trauma-Informed Care in Behavioral Health Services (2014)
- Samaritans, Media guidelines for reporting suicide (2020)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import place_defect
from newsletter.checks.rule import Rule
from newsletter.checks.wording.topics import find_topic, has_content_note
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect


NAMES = {"suicide": "suicide or self-harm", "harm": "abuse or violence"}


def find(document: Document) -> Iterator[Defect]:
    """Find where a hard topic is first spoken of, when no note stands at the start."""
    for topic, name in NAMES.items():
        passage = find_topic(document, topic)
        if passage is not None and not has_content_note(document):
            message = f"The letter speaks of {name}: say so in a short content note at the start, before this."
            yield place_defect(message, passage)
            return


rule = Rule(__name__, Impact.MODERATE, find)
