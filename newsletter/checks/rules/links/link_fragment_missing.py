"""A link to a part of a page that is not in it.

## Why it matters

The browser opens the page at its top, and the reader searches for what you promised.

## Fails

```html
<a href="https://example.org/hours#holidays">Hours on holidays</a>
```

## Passes

```html
<a href="https://example.org/hours#winter">Hours in winter</a>
```

## Silent

Where links are not asked: `--no-links` and `--offline`.

`#top`, text fragments (`#:~:text=`), routes of scripts (`#/…`), and everything that is no HTML.

## References

- HTML, section 7.4.6.3, Scrolling to a fragment
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.collecting import answered_links
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links whose fragment names no element of the page; for review where a script may still make it."""
    for link, answer in answered_links(document):
        if answer.fragment == "missing":
            yield Defect(f"The page has no part “{_part(link)}”: link to one that it has, or to the page", link)
        elif answer.fragment:
            words = f"Whether the page has a part “{_part(link)}” only a browser can tell: open it once yourself"
            yield Defect(words, link, Outcome.REVIEW)


def _part(link: Tag) -> str:
    return str(link["href"]).partition("#")[2]


rule = Rule(__name__, Impact.MODERATE, find, asks_web=True)
