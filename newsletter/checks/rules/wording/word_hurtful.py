"""Words that hurt, blame or leave out.

## Why it matters

A reader who meets a word that blames them stops reading, and perhaps stops asking for help.

## Fails

```html
<p>Many people suffer from low mood. Her brother committed suicide.</p>
```

## Passes

```html
<p>Many people live with low mood. Her brother died by suicide. He and she spoke of abuse and justice.</p>
```

## Silent

In quotations, names and titles, and in languages without a list. A newsletter can add words and silence entries:
docs/how-to/choose-words.md.

## References

- WHO, Preventing suicide: a resource for media professionals (2023)
- APA Style, Bias-free language (7th edition, 2020)
- SAMHSA, TIP 57: Trauma-Informed Care in Behavioral Health Services (2014)
- newsletter/checks/wording/data: the source of each entry
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import cap_defects, place_defect
from newsletter.checks.rule import Rule
from newsletter.checks.wording.matching import find_entries, words_for
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect


MOST = 8


def find(document: Document) -> Iterator[Defect]:
    """Find the first use of each entry of the list; where only a person can tell, ask for a look."""
    yield from cap_defects(_find_all(document), MOST)


def _find_all(document: Document) -> Iterator[Defect]:
    seen = set()
    for entry, words, sentence in find_entries(document, words_for(document).words):
        if entry.name not in seen:
            seen.add(entry.name)
            message = f"“{words}”: {entry.reason} Perhaps “{entry.suggestion}”. ({entry.name}; {entry.source})"
            outcome = Outcome.FAIL if entry.certain else Outcome.REVIEW
            yield replace(place_defect(message, sentence.passage), outcome=outcome)


rule = Rule(__name__, Impact.MODERATE, find)
