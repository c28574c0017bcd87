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

Where a sentence or a heading around the link says the rest, it asks for a look (`review`), because WCAG 2.4.4 permits
that; mail programs list links without what stands around them.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context), 2.4.9 Link Purpose (Link Only)
- Email Markup Consortium, accessibility report: on 16% of emails in 2026
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


VAGUE = frozenset(
    """
    here, click here, click, tap here, read more, more, learn more, find out more, see more, this, this link, link,
    details, continue, continue reading, view, view more, download, go, start, discover, discover more, shop now, info,
    more info, more information, hier, hier klicken, klicken sie hier, mehr, mehr lesen, mehr erfahren, weiterlesen,
    weiter, ici, cliquez ici, en savoir plus, lire la suite, plus, voir plus, aquí, haga clic aquí, haz clic aquí,
    leer más, más información, ver más, más, klik hier, lees meer, lees verder, meer, meer lezen, meer informatie
    """.replace("\n", " ")
    .strip()
    .split(", ")
)
CONTEXT = ["p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"]
ENOUGH_WORDS = 3


def find(document: Document) -> Iterator[Defect]:
    """Find links whose whole name is a phrase that any link could have."""
    for link in document.find("a"):
        name = document.name(link)
        if not link.has_attr("href") or _plain(name) not in VAGUE:
            continue
        message = f"“{name}” could lead anywhere: say where, as in “See our new hours”."
        around = link.find_parent(CONTEXT)
        said = len(document.words(around).split()) - len(name.split()) if around else 0
        outcome = Outcome.REVIEW if said >= ENOUGH_WORDS else Outcome.FAIL
        yield Defect(message, link, outcome)


def _plain(name: str) -> str:
    """Take arrows, emoji, full stops and case off a name."""
    return " ".join(re.sub(r"[^\w\s]", " ", name).casefold().split())


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.4",))
