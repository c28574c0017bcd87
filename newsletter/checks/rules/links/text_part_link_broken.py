"""A link that only the text part has, and that leads to no page.

## Why it matters

Who reads plain text, by choice or by device, has no other link. It is often forgotten when the HTML changes.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Walks in winter
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

All walks: https://example.org/wlaks
--b
Content-Type: text/html; charset=utf-8

<p><a href="https://example.org/walks">All walks</a></p>
--b--
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Walks in winter
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

All walks: https://example.org/walks
--b
Content-Type: text/html; charset=utf-8

<p><a href="https://example.org/walks">All walks</a></p>
--b--
```

## Silent

Where links are not asked on the web (`--links`), on addresses that the HTML has too, which are judged there, and on
those that may unsubscribe somebody.

## References

- RFC 2046, 5.1.4: the parts of multipart/alternative have the same meaning
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.text_part import links_in_text_only
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find addresses of the text part alone that give an error or no answer, or that could not be asked."""
    for link in links_in_text_only(document) if document.answers else ():
        answer = (document.answers or {}).get(link.href)
        if answer and answer.state is State.BROKEN:
            yield Defect(f"The text part alone has {link.href}, which leads to no page. {answer.reason}: correct it.")
        elif answer and answer.state is State.UNCHECKED:
            yield Defect(f"The text part alone has {link.href}; open it once. {answer.reason}.", outcome=Outcome.REVIEW)


rule = Rule(__name__, Impact.SERIOUS, find, asks_web=True)
