"""No postal address of the sender.

## Why it matters

The law of many countries asks for one in every newsletter, and readers trust a sender who can be found.

## Fails

```html
<html lang="en"><body><p>Good morning</p></body></html>
```

## Passes

```html
<html lang="en"><body><p>Good morning</p><p>4 Harbour Lane, Exampletown EX1 2MP</p></body></html>
```

## Silent

On fragments. Whether an email that is not ours has an address, it can only guess: it asks for a look (`review`) where
no words look like one.

## References

- CAN-SPAM Act, 15 USC 7704(a)(5)
- CASL, SOR/2012-36, section 2
- German DDG, section 5
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# A number and a street, a postal code and a place, or a box: as addresses are written in many countries.
LOOKS_LIKE_ONE = re.compile(
    r"\b\d{1,5}[a-z]?[,\s]+(?:[\w.'’-]+\s+){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|place|square|court|blvd|"
    r"boulevard|suite|rue|calle|via)\b|"
    r"(?:straße|strasse|str\.|weg|platz|gasse|straat|laan|plein|gracht)\s*\d{1,4}|"
    r"\b(?:rue|calle|avenida|via|plaza)\s+\w.{0,40}?\d{1,5}|"
    r"\bp\.?\s?o\.?\s?box\s+\w+|"
    r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b\d{5}\s+[A-Z][a-zà-ü]+|\b\d{4}\s?[A-Z]{2}\b)",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find an issue whose newsletter has no postal address, or another email without words that look like one."""
    if document.letter is not None:
        if not document.letter.postal_address.strip():
            yield Defect('Set postal_address = "…" in [newsletter] of newsletter.toml.')
    elif document.root is not None and not LOOKS_LIKE_ONE.search(document.words(document.soup)):
        yield Defect("Add the sender's postal address to the foot of the email.", document.body, Outcome.REVIEW)


rule = Rule(__name__, Impact.SERIOUS, find)
