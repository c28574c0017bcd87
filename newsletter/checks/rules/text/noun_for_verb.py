"""A noun where a verb would do.

## Why it matters

“Make a decision” is longer and stiffer than “decide”. The verb says who does something.

## Fails

```html
<p>We will carry out an assessment and make a decision on the day.</p>
```

## Passes

```html
<p>We will assess it and decide on the day. Her decision was good.</p>
```

## Silent

On such nouns by themselves, and outside English.

## References

- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: hidden verbs
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


VERBS = {
    "application": "apply",
    "assessment": "assess",
    "assumption": "assume",
    "comparison": "compare",
    "consideration": "consider",
    "contribution": "contribute",
    "decision": "decide",
    "discussion": "discuss",
    "evaluation": "evaluate",
    "examination": "examine",
    "improvement": "improve",
    "investigation": "look into",
    "payment": "pay",
    "recommendation": "recommend",
    "reduction": "reduce",
    "suggestion": "suggest",
    "preparation": "prepare",
    "arrangement": "arrange",
    "analysis": "analyse",
}
_HIDDEN = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|giv(?:e|es|ing)|gave|"
    r"undert(?:ake|akes|ook|aking)|"
    rf"perform(?:s|ed|ing)?)\s+(?:an?\s+|the\s+|some\s+)?({'|'.join(VERBS)})s?\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find nouns made of verbs beside a verb that says nothing, one finding to a sentence."""
    if language_of(document) != "en":
        return
    found = ((sentence, _HIDDEN.search(sentence.text)) for sentence in sentences_of(document))
    yield from cap_defects(
        place_defect(f"Say “{VERBS[match[1].lower()]}” in place of “{match[0]}”.", sentence.passage)
        for sentence, match in found
        if match
    )


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
