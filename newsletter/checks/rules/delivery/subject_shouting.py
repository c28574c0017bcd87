"""A subject that shouts: all in capitals, or with several exclamation marks.

## Why it matters

Some screen readers spell words in capitals letter by letter, people in distress are alarmed by them, and filters for
spam count both against the sender.

## Fails

```eml
From: Anne <anne@example.org>
Subject: LAST CHANCE TO BOOK!!!
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Two places are free in June
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On one word in capitals, which is an acronym. On HTML without the headers of its email.

## References

- Google, Email sender guidelines: subjects that mislead or shout are marked as spam
- WebAIM, Techniques for text in capitals
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.envelope import has_shouting, line_of_subject, subject_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a subject of two or more words all in capitals, or with two or more ! or ? in a row."""
    if has_shouting(subject_of(document) or ""):
        yield Defect(
            "Write the subject as a sentence: no words all in capitals, and at most one mark at its end.",
            line=line_of_subject(document),
        )


rule = Rule(__name__, Impact.MODERATE, find)
