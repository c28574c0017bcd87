"""A sender who cannot be answered.

## Why it matters

A newsletter is often the moment when somebody dares to write. An address like no-reply@ tells them that nobody
listens, and providers take answers as a sign of wanted mail.

## Fails

```eml
From: Anne <no-reply@example.org>
Subject: Good morning
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Good morning
Content-Type: text/html; charset=utf-8

<p>Good morning</p>
```

## Silent

On HTML without the headers of its email.

## References

- RFC 6854, introduction: addresses to which no answer can be sent
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.envelope import answer_address
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


NOBODY = re.compile(
    r"(?:no|not|do-?not|never|keine|nicht|ne-?pas|sin|geen)[-_.]?(?:reply|repl|respond|antwort\w*|repondre|respuesta|antwoord)\w*@"
)


def find(document: Document) -> Iterator[Defect]:
    """Find an email whose answers go to an address like no-reply@."""
    if NOBODY.match(answer_address(document)):
        yield Defect("Send from an address that somebody reads, or name one in Reply-To.")


rule = Rule(__name__, Impact.MODERATE, find)
