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

import re
from typing import TYPE_CHECKING

from newsletter.checks.recalling import searcher
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.unsubscribing import WORDS
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ADDRESS = re.compile(r"https?://|mailto:|www\.|\w@\w", re.IGNORECASE)
# Text is wrapped, and an address often has a line of its own.
NEAR_LINES = 3


def find(document: Document) -> Iterator[Defect]:
    """Find a text part without an address beside words that unsubscribe, or in whose address they are."""
    lines = (document.text or "").splitlines()
    if any(line.strip() for line in lines) and not any(_has_way_out(lines, at) for at in range(len(lines))):
        yield Defect("Write into the text part how to unsubscribe, with the address.")


def _has_way_out(lines: list[str], at: int) -> bool:
    """Whether a line says that it unsubscribes, and an address stands in it or near it."""
    near = lines[max(0, at - NEAR_LINES) : at + NEAR_LINES + 1]
    return bool(searcher(WORDS)(lines[at])) and any(ADDRESS.search(line) for line in near)


rule = Rule(__name__, Impact.SERIOUS, find)
