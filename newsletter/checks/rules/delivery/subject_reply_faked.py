"""A newsletter that pretends to be an answer or to be passed on.

## Why it matters

“Re:” and “Fwd:” make people believe that they have written to the sender. That frightens and misleads, and the law of
several countries forbids it.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Re: your visit
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Your visit: what to bring
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On emails that do answer one: with In-Reply-To or References. On HTML without the headers of its email.

## References

- CAN-SPAM Act, 15 USC 7704(a)(2): misleading subject headings
- RFC 5322, section 3.6.5: “Re: ” marks a reply
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.envelope import line_of_subject, subject_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# How mail programs mark answers and what is passed on, in the languages that they speak.
MARKS = re.compile(r"\s*(?:re|fwd?|aw|wg|antw|tr|rv|rif|i|doorst|vs|sv|ynt|odp)\s*(?:\[\d+\])?\s*[::]", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find a subject that begins like an answer, on an email that answers none."""
    headers = document.headers or {}
    is_answer = "in-reply-to" in headers or "references" in headers
    if not is_answer and (mark := MARKS.match(subject_of(document) or "")):
        yield Defect(
            f"Take “{mark[0].strip()}” off the subject: nobody wrote the email that this would answer.",
            line=line_of_subject(document),
        )


rule = Rule(__name__, Impact.SERIOUS, find)
