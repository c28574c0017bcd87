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
    r"(?:^|[-_.+])(?:no|not|do[-_.]?not|never|keine|nicht|ne[-_.]?pas|sin|geen)[-_.]?"
    r"(?:reply|repl|respond|antwort|repondre|respuesta|antwoord)[^@]*@|"
    r"^(?:mailer-daemon|bounces?|nobody|devnull|null)(?:[-_.+][^@]*)?@"
)


IS_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def find(document: Document) -> Iterator[Defect]:
    """Find an email whose answers go to an address like no-reply@, or nowhere."""
    address = answer_address(document)
    if NOBODY.search(address):
        yield Defect("Send from an address that somebody reads, or name one in Reply-To.")
    elif document.headers is not None and document.letter is None and not IS_ADDRESS.fullmatch(address):
        yield Defect("The email names no address to answer to: put one into From.")


rule = Rule(__name__, Impact.MODERATE, find)
