"""An email without a subject.

## Why it matters

In an inbox the subject is the name of the email: a screen reader reads it out, and without one nobody knows whether
to open it.

## Fails

```eml
From: Anne <anne@example.org>
Subject:
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: How we begin a first visit
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On HTML without the headers of its email.

## References

- RFC 5322, section 3.6.5
- WCAG 2.2, 2.4.2 Page Titled, by analogy
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.envelope import line_of_subject, subject_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find an email whose subject is empty, or has no word: of emoji a screen reader says only what they show."""
    subject = subject_of(document)
    if subject is not None and not any(map(str.isalnum, subject)):
        yield Defect("Write a subject in words that say what the email is about.", line=line_of_subject(document))


rule = Rule(__name__, Impact.SERIOUS, find)
