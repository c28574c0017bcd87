"""A subject that inboxes cut off.

## Why it matters

A phone held upright shows about the first 40 characters of a subject, a desktop about 70. What matters and comes
later is not read, and a screen reader makes a long one long to skip.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Everything that has changed in our practice since the summer, and what it means for you and your visits
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: What changes for your visits
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On HTML without the headers of its email.

## References

- RFC 5322, section 2.1.1, recommends lines of at most 78 characters
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.envelope import line_of_subject, subject_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


LIMIT = 70
PHONE = 40


def find(document: Document) -> Iterator[Defect]:
    """Find a subject of more than 70 characters, and say what a phone shows of it."""
    subject = subject_of(document) or ""
    if len(subject) > LIMIT:
        shown = subject[:PHONE].rstrip()
        yield Defect(
            f"The subject has {len(subject)} characters; a phone shows about “{shown}…”. Say it in {LIMIT}.",
            line=line_of_subject(document),
        )


rule = Rule(__name__, Impact.MODERATE, find)
