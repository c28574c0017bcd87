"""Hard topics: whether a document speaks of one, says so at its start, and names help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.passages import Kind, passages_of
from newsletter.checks.recalling import searcher
from newsletter.checks.wording.matching import words_for

if TYPE_CHECKING:
    from newsletter.checks.document import Document
    from newsletter.checks.reading.passages import Passage

# A passing mention of abuse or violence asks for no note; one of suicide does.
MENTIONS = {"suicide": 1, "harm": 2}
OPENING_PASSAGES = 4


def find_topic(document: Document, topic: str) -> Passage | None:
    """Find the passage where a document first speaks of a topic (`suicide` or `harm`), None where it does not."""
    words = words_for(document)
    pattern, harmless = words.topic(topic), words.topic(f"not_{topic}")
    if pattern is None:
        return None
    search = searcher(pattern)
    first, mentions = None, 0
    for passage in passages_of(document):
        if not search(passage.text):
            continue
        text = harmless.sub(" ", passage.text) if harmless else passage.text
        if found := len(pattern.findall(text)):
            first, mentions = first or passage, mentions + found
    return first if mentions >= MENTIONS[topic] else None


def has_content_note(document: Document) -> bool:
    """Whether a note on the content stands at the start: a callout, or words such as “Content note”."""
    note, passages = words_for(document).topic("note"), passages_of(document)
    topics = [passages.index(it) for name in MENTIONS if (it := find_topic(document, name))]
    opening = passages[: max(OPENING_PASSAGES, *(place + 1 for place in topics), 0)]
    return any(it.kind is Kind.CALLOUT or (note is not None and bool(searcher(note)(it.text))) for it in opening)


def has_crisis_line(document: Document) -> bool:
    """Whether a telephone number or a known service is named anywhere, a link to call included."""
    line = words_for(document).topic("crisis")
    if document.soup.find("a", href=re.compile(r"^tel:")):
        return True
    return line is None or any(searcher(line)(passage.text) for passage in passages_of(document))
