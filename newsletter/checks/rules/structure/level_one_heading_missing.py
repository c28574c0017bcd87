"""A letter without a heading of level 1.

## Why it matters

People who use a screen reader jump from heading to heading, and begin at the one of level 1. Without it they cannot
tell where the letter begins.

## Fails

```html
<html lang="en"><body><p>Good morning to all of you who read this. Good morning to all of you who read this.
Good morning to all of you who read this. Good morning to all of you who read this. Good morning to all of you
who read this. Good morning to all of you who read this. Good morning to all of you who read this. Good
morning to all of you who read this. </p></body></html>
```

## Passes

```html
<html lang="en"><body><h1>Good morning</h1><p>Good morning to all of you who read this. Good morning to all of
you who read this. Good morning to all of you who read this. Good morning to all of you who read this. Good
morning to all of you who read this. Good morning to all of you who read this. Good morning to all of you who
read this. Good morning to all of you who read this. </p></body></html>
```

## Silent

On short emails of fewer than 50 words, which have no parts to jump between.

## References

- WCAG 2.2, 1.3.1 Info and Relationships
- Email Markup Consortium, accessibility report: on 74% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import is_level_one
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_WORDS = 50


def find(document: Document) -> Iterator[Defect]:
    """Find a document of some length without an h1, or a heading of aria-level 1, that has words or a picture's alt."""
    if len(document.words(document.soup).split()) < MIN_WORDS:
        return
    headings = [element for element in document.find_roles("heading") if is_level_one(element)]
    if not any(document.email_name(heading) for heading in headings):
        yield Defect("Make the letter's title a heading of level 1: <h1>Title</h1>.", document.body)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.1",))
