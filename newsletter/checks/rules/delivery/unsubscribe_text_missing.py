"""A plain-text part without a way to unsubscribe.

## Why it matters

Who reads the text part must find the way out too: otherwise the letter is marked as spam.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Good morning
--b
Content-Type: text/html; charset=utf-8

<p>Good morning <a href="https://example.org/out">Unsubscribe</a></p>
--b--
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Good morning
Unsubscribe: https://example.org/out
--b
Content-Type: text/html; charset=utf-8

<p>Good morning <a href="https://example.org/out">Unsubscribe</a></p>
--b--
```

## Silent

Where there is no text part.

## References

- CAN-SPAM Act, 16 CFR 316
- RFC 2046, section 5.1.4: the alternatives are the same information
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.unsubscribing import WORDS
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a text part without words or an address that unsubscribe."""
    if (document.text or "").strip() and not WORDS.search(document.text or ""):
        yield Defect("Write into the text part how to unsubscribe, with the address.")


rule = Rule(__name__, Impact.SERIOUS, find)
