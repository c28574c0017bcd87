"""An email of plain text alone.

## Why it matters

A screen reader cannot jump from heading to heading where there are none, and no program can know the language. Plain
text is a good second part, and for some readers the first; alone it leaves the others without structure.

## Fails

```eml
Subject: Our hours
Content-Type: text/plain; charset=utf-8

We are open from eight to six.
```

## Passes

```eml
Subject: Our hours
Content-Type: text/html; charset=utf-8

<html lang="en"><title>Our hours</title><p>We are open from eight to six.</p></html>
```

## Silent

On files of HTML. Of an email without an HTML part only the rules of the groups delivery, text and wording are asked
besides: the others ask what only HTML can have.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- RFC 2046, 5.1.4: several forms of one message
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find an email whose HTML was made of its plain text."""
    if document.is_plain_text:
        yield Defect("The email has only plain text: add an HTML part, with headings and a language.")


rule = Rule(__name__, Impact.MODERATE, find)
