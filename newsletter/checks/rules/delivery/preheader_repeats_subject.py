"""A preheader that only repeats the subject.

## Why it matters

Subject and preheader are read one after the other, by eye and by screen reader. Saying the same twice wastes the one
line that could help people decide.

## Fails

```eml
From: Anne <anne@example.org>
Subject: How we begin a first visit
Content-Type: text/html; charset=utf-8

<html lang="en"><head><title>t</title></head>
<body><div style="display:none">How we begin a first visit.</div>
<p>Good morning</p></body></html>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: How we begin a first visit
Content-Type: text/html; charset=utf-8

<html lang="en"><head><title>t</title></head>
<body><div style="display:none">Nothing to prepare, nothing to bring: we sit down and you say as much as you
like.</div>
<p>Good morning</p></body></html>
```

## Silent

On HTML without the headers of its email.

## References

- WCAG 2.2, technique H2: the same thing is not said twice in a row
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.envelope import line_of_preheader, preheader_of, subject_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a preheader with the same words as the subject, whatever their case and marks."""
    subject, preheader = _words(subject_of(document) or ""), _words(preheader_of(document))
    if subject and subject == preheader:
        yield Defect(
            "Let the preheader go on where the subject ends, instead of repeating it.", line=line_of_preheader(document)
        )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


rule = Rule(__name__, Impact.MINOR, find)
