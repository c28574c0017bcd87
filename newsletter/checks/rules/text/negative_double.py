"""A double negative.

## Why it matters

Two negatives have to be turned into a positive in the head. Whoever misses one reads the opposite.

## Fails

```html
<p>It is not impossible to come without a booking.</p>
```

## Passes

```html
<p>You can come without a booking. It is not important.</p>
```

## Silent

On one negative, and outside English.

## References

- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: positive language
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import find_in_sentences
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


_NOT = r"(?:not|never|(?:is|are|was|were|do|does|did|ca|wo|would|could|have|has|had)n['’]t)"
_DOUBLE = re.compile(
    rf"\b{_NOT}\s+(?:entirely |wholly |at all |altogether )?"
    r"(?:un(?:common|usual|likely|aware|able|kind|important|reasonable|welcome|happy|familiar|necessary|fair|like)|"
    r"impossible|improbable|insignificant|inconsiderable|without|dissimilar|unless)\b|"
    r"\b(?:is|are|was|were|be|been|seems?|feels?|felt)\s+(?:not|never|hardly)\s+"
    r"(?:un(?!der|til|less|it|ion|iform|ique|ivers)\w{3,}|im(?:possible|probable)|in(?:significant|considerable))\b|"
    # Somebody says no to something that says no.
    rf"\b{_NOT}\s+(?:\w+\s+)?(?:nothing|nobody|nowhere|no\s+one)\b|"
    r"\b(?:do|does|did)(?:\s+not|n['’]t)\s+dis(?:agree|like|approve|trust)\b|\bno\s+reason\s+not\s+to\b|"
    r"\b(?:cannot|can['’]t|do not|don['’]t|will not|won['’]t) (?:fail to|not)\b|"
    r"\bno(?:t one|body) (?:did not|didn['’]t)\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find two negatives side by side, one finding to a sentence."""
    return find_in_sentences(document, _DOUBLE, "en", lambda it: f"Say it without two negatives: “{it[0]}”.")


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
