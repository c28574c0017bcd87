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

On such nouns by themselves, but for the stiffest before “of” (“the implementation of …”), and outside English.

## References

- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: hidden verbs
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


VERBS = {
    "agreement": "agree",
    "analysis": "analyse",
    "announcement": "announce",
    "application": "apply",
    "arrangement": "arrange",
    "assessment": "assess",
    "assistance": "help",
    "assumption": "assume",
    "attempt": "try",
    "choice": "choose",
    "comparison": "compare",
    "complaint": "complain",
    "conclusion": "conclude",
    "consideration": "consider",
    "contribution": "contribute",
    "decision": "decide",
    "discussion": "discuss",
    "enquiry": "ask",
    "estimate": "estimate",
    "evaluation": "evaluate",
    "examination": "examine",
    "explanation": "explain",
    "improvement": "improve",
    "inquiry": "ask",
    "inspection": "inspect",
    "investigation": "look into",
    "judgement": "judge",
    "payment": "pay",
    "preparation": "prepare",
    "recommendation": "recommend",
    "reduction": "reduce",
    "reference": "refer",
    "review": "review",
    "selection": "choose",
    "suggestion": "suggest",
}
_NOUNS_OF = {
    "allocation": "sharing out",
    "completion": "finishing",
    "establishment": "setting up",
    "evaluation": "judging",
    "facilitation": "helping with",
    "identification": "finding",
    "implementation": "carrying out",
    "modification": "changing",
    "provision": "giving",
    "utilisation": "using",
    "utilization": "using",
}
_EMPTY_VERB = (
    r"mak(?:e|es|ing)|made|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|giv(?:e|es|ing)|gave|given|"
    r"undert(?:ake|akes|ook|aking)|perform(?:s|ed|ing)?|provid(?:e|es|ed|ing)|reach(?:es|ed|ing)?|com(?:e|es|ing) to|"
    r"came to|hold(?:s|ing)?|held|tak(?:e|es|ing) into|took into|(?:do|does|did|doing)(?= an? )"
)
_OWNER = r"(?:an?|the|some|any|our|your|their|his|her|my|its)"
_HIDDEN = re.compile(
    rf"\b(?:{_EMPTY_VERB})\s+(?:{_OWNER}\s+)?(?:(?:careful|clear|final|first|full|good|quick|small|special|thorough)\s+)?"
    # An application may be a program.
    rf"(?:(?P<noun>{'|'.join(VERBS)})s?\b(?!(?<=application)\s+(?!for|to\b)\w))|"
    rf"\bthe\s+(?P<name>{'|'.join(_NOUNS_OF)})\s+of\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find nouns made of verbs beside a verb that says nothing, one finding to a sentence."""
    return find_in_sentences(document, _HIDDEN, "en", lambda it: f"Say “{_verb_for(it)}” in place of “{it[0]}”.")


def _verb_for(match: re.Match[str]) -> str:
    return VERBS[match["noun"].lower()] if match["noun"] else _NOUNS_OF[match["name"].lower()]


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
