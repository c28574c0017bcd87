"""Link words that could lead anywhere.

## Why it matters

People who use a screen reader list all links of a letter. “Here, here, read more” is a list of nothing.

## Fails

```html
<p>Our hours have changed.</p><p><a href="https://example.org/hours">Click here</a></p>
```

## Passes

```html
<p><a href="https://example.org/hours">See our new hours</a></p>
```

## Silent

Where a sentence or a heading around the link says the rest, or the item that its list stands in, the headers of its
cell or its description, it asks for a look (`review`), because WCAG 2.4.4 permits that; mail programs list links
without what stands around them.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context), 2.4.9 Link Purpose (Link Only)
- ACT 5effbb
- Email Markup Consortium, accessibility report: on 16% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import LINKS
from newsletter.checks.contexts import words_above, words_around
from newsletter.checks.phrases import VAGUE, plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ENOUGH_WORDS = 3


def find(document: Document) -> Iterator[Defect]:
    """Find links whose whole name is a phrase that any link could have."""
    for link in document.find_roles(*LINKS):
        name = document.name(link)
        if plain(name) not in VAGUE:
            continue
        message = f"“{name}” could lead anywhere: say where, as in “See our new hours”."
        said = len(words_around(document, link).split()) - len(name.split())
        outcome = Outcome.REVIEW if said >= ENOUGH_WORDS or words_above(document, link) else Outcome.FAIL
        yield Defect(message, link, outcome)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.4",), act=("5effbb",))
