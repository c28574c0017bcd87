"""A plain-text part that does not say what the HTML says.

## Why it matters

Who reads the text part gets another letter, often only “Your program cannot show this email”.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Your program cannot show this email.
--b
Content-Type: text/html; charset=utf-8

<p>We open on the first of June, at nine in the morning, with tea for everybody who would like to come and see the new
rooms by the harbour.</p>
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

We open on the first of June, at nine in the morning, with tea for everybody who would like to come and see the new
rooms by the harbour.
--b
Content-Type: text/html; charset=utf-8

<p>We open on the first of June, at nine in the morning, with tea for everybody who would like to come and see the new
rooms by the harbour.</p>
--b--
```

## Silent

On HTML of fewer than 20 words, and where there is no text part.

## References

- RFC 2046, section 5.1.4: the alternatives are the same information
- SpamAssassin, rule MPART_ALT_DIFF
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# Text parts leave out what only makes sense on a screen, such as “view in browser”.
SHARED = 0.6
FEWEST_WORDS = 20


def find(document: Document) -> Iterator[Defect]:
    """Find a text part that lacks more than four in ten of the words of the HTML."""
    wanted = _words(document.words(document.soup))
    if not (document.text or "").strip() or wanted.total() < FEWEST_WORDS:
        return
    share = (wanted & _words(document.text or "")).total() / wanted.total()
    if share < SHARED:
        yield Defect(f"The text part has {share:.0%} of the words of the HTML: write the whole letter there too.")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


rule = Rule(__name__, Impact.MODERATE, find)
