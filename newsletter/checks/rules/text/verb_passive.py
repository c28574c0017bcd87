"""A passive that names who acts.

## Why it matters

A sentence that begins with who does what is understood sooner than one that turns it round.

## Fails

```html
<p>The form will be read by two of us.</p>
```

## Passes

```html
<p>Two of us will read the form. It was sent by post. It is done by Friday.</p>
```

## Silent

On passives that name nobody: the reader may not need to know. On “by” before a time, a place or a way. Outside English.

## References

- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: active voice
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import language_of, sentences_of
from newsletter.checks.reading.mending import cap_defects, place_defect
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{2,}ed|written|made|done|given|taken|seen|known|held|kept|led|sent|"
    r"paid|told|taught|built|run|read|chosen|drawn|shown|found|brought|met)\s+by\s+(?:the|a|an|our|your|their|my|his|her|its|"
    r"us|him|them|me|you|one|two|three|some|many|people|someone|somebody|everyone)\b"
    r"(?!\s+(?:post|email|phone|hand|way|end|time|day|week|month|year|next|door|window|water|sea|lake|river|side|road|fire|bus|train))",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find passives with an agent, one finding to a sentence."""
    if language_of(document) != "en":
        return
    found = ((sentence, _PASSIVE.search(sentence.text)) for sentence in sentences_of(document))
    yield from cap_defects(
        place_defect(f"Begin with who acts, instead of “{match[0]} …”.", sentence.passage)
        for sentence, match in found
        if match
    )


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
