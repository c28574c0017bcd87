"""Guilt or urgency in the subject, the preheader or around the unsubscribe link.

## Why it matters

Who is in distress feels pressure twice. A reader who is made to feel guilty for leaving marks the letter as spam.

## Fails

```html
<html lang="en"><body><p>We will miss you! <a href="https://example.org/unsubscribe">Unsubscribe</a></p></body></html>
```

## Passes

```html
<html lang="en"><body><p><a href="https://example.org/unsubscribe">Unsubscribe</a> whenever you like.</p></body></html>
```

## Silent

In the letter itself, and in languages without a list.

## References

- EDPB, Guidelines 03/2022 on deceptive design patterns
- GDPR, recital 42
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.reading.mending import place_defect
from newsletter.checks.reading.passages import Passage, passages_of_html
from newsletter.checks.recalling import searcher
from newsletter.checks.rule import Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.checks.wording.matching import match_entry, words_for
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Defect


def find(document: Document) -> Iterator[Defect]:
    """Find words that press in the subject, the preheader, and the passages that speak of unsubscribing."""
    entries, language = words_for(document).pressure, main_language(document)
    for passage in _passages(document):
        for entry in entries:
            if words := match_entry(entry, passage.text, language):
                message = f"“{words}”: {entry.reason} Instead: {entry.suggestion}. ({entry.name}; {entry.source})"
                yield place_defect(message, passage)


def _passages(document: Document) -> Iterator[Passage]:
    if document.letter:
        yield Passage(document.letter.subject, line=1)
        yield Passage(document.letter.preheader, line=1)
    elif document.headers and "subject" in document.headers:
        yield Passage(document.headers["subject"])
    elif document.soup.title:
        yield Passage(document.soup.title.get_text(), element=document.soup.title)
    leaving = words_for(document).topic("leaving")
    if leaving is not None:
        search = searcher(leaving)
        yield from (passage for passage in passages_of_html(document) if search(passage.text))


rule = Rule(__name__, Impact.MINOR, find)
