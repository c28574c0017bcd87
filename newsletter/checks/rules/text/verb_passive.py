"""A passive where somebody acts.

## Why it matters

A sentence that begins with who does what is understood sooner than one that turns it round. A letter full of passives
does not say who does anything.

## Fails

```html
<p>The form will be read by two of us.</p>
```

## Passes

```html
<p>Two of us will read the form. It was sent by post. It is done by Friday.</p>
```

## Silent

On passives that name nobody, unless they are in more than a fifth of the sentences. On “by” before a time, a place or a
way, on feelings and states (“moved by the news”, “surrounded by the sea”), on “being seen by someone”. Outside English.

## References

- Plain Language Action and Information Network (US government), Federal Plain Language Guidelines: active voice
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.counts import sentences_of
from newsletter.checks.reading.lists import list_words
from newsletter.checks.reading.mending import cap_defects, place_defect
from newsletter.checks.recalling import recalled
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.reading.counts import Sentence

# Participles that say how somebody feels or what lies around, not what was done.
STATES = list_words(
    "aged alarmed amazed amused annoyed ashamed astonished attracted based bored bound charmed closed "
    "concerned confused covered delighted depressed devoted disappointed disgusted dressed embarrassed engaged "
    "excited exhausted fascinated filled followed frightened hundred impressed indeed inspired intended "
    "interested involved irritated known limited located lost married moved overwhelmed pleased reached "
    "related relieved satisfied scared shocked struck supposed surprised surrounded tempted terrified tired "
    "touched troubled upset used wanted worried "
)
# What says only how somebody is called, where nobody is named who calls.
NAMES = list_words("called named")
IRREGULAR = list_words(
    "beaten begun bitten blown bought broken brought built caught chosen cut dealt done drawn driven dug eaten "
    "fed felt flown forbidden forgiven forgotten fought found frozen given grown heard held hidden hung hurt kept "
    "known laid led left lent lit lost made met overheard overseen paid put read ridden run rung said seen sent "
    "set shown shut sold sought spent spoken stolen struck sung swept sworn taken taught thought thrown told torn "
    "understood undertaken upset withdrawn woken won worn written "
)
_PASSIVE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been)|(?<=\w['’])(?:re|m)|\b(?:is|are|was|were)\s+being)\s+"
    rf"(?:(?:not|also|often|always|never|\w+ly)\s+)?(?P<participle>\w{{2,}}ed|{'|'.join(sorted(IRREGULAR))})\b",
    re.IGNORECASE,
)
_TIMES = (
    r"post|email|phone|hand|way|end|time|day|week|weekend|month|year|next|morning|evening|hour|minute|door|window|water|"
    r"sea|lake|river|side|road|fire|bus|train|car"
)
_DATES = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Christmas|Easter"
)
_AGENT = re.compile(
    rf"\s+by\s+(?!(?:{_DATES})\b)(?:the|a|an|our|your|their|my|his|her|its|us|him|them|me|you|one|two|three|some|many|"
    rf"people|someone|somebody|everyone|everybody|management|staff|police|doctors|experts|friends|members|nurses|parents|"
    rf"researchers|therapists|volunteers|(?-i:[A-Z][a-z]+))\b(?!\s+(?:{_TIMES})\b)",
    re.IGNORECASE,
)
MOST_SHARE = 0.2
ENOUGH = 5


def find(document: Document) -> Iterator[Defect]:
    """Find passives with an agent, one finding to a sentence; and say so where the others are many."""
    if main_language(document) != "en":
        return
    sentences = sentences_of(document)
    passives = [(sentence, passive) for sentence in sentences if (passive := find_passive(sentence.text))]
    others = [(sentence, passive) for sentence, passive in passives if _is_nobodys(sentence, passive)]
    yield from cap_defects(
        place_defect(f"Begin with who acts, instead of “{passive[0]}{agent} …”.", sentence.passage)
        for sentence, passive in passives
        if (agent := _agent_of(sentence, passive))
    )
    if len(others) >= max(ENOUGH, MOST_SHARE * len(sentences)):
        sentence, passive = others[0]
        message = f"{len(others)} of {len(sentences)} sentences do not say who acts, as in “{passive[0]}”."
        yield place_defect(message, sentence.passage)


@recalled
def find_passive(sentence: str) -> re.Match[str] | None:
    """Find the first passive of a sentence, feelings and states left out."""
    return next((it for it in _PASSIVE.finditer(sentence) if it["participle"].lower() not in STATES), None)


def _agent_of(sentence: Sentence, passive: re.Match[str]) -> str:
    agent = _AGENT.match(sentence.text, passive.end())
    return agent[0] if agent else ""


def _is_nobodys(sentence: Sentence, passive: re.Match[str]) -> bool:
    return passive["participle"].lower() not in NAMES and not _agent_of(sentence, passive)


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.5",))
