"""No visible way to unsubscribe.

## Why it matters

Who cannot find the way out marks the letter as spam, or stays on a list against their will.

## Fails

```html
<html lang="en"><body><p>Good morning</p></body></html>
```

## Passes

```html
<html lang="en">
<body>
<p>Good morning</p>
<p><a href="https://example.org/unsubscribe">Unsubscribe</a></p></body></html>
```

## Silent

On fragments: HTML without an html element.

## References

- RFC 8058 (one-click unsubscription, in the header)
- Gmail and Yahoo, sender requirements (2024): a visible link in the body
- CAN-SPAM Act, 16 CFR 316; GDPR, article 7(3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.unsubscribing import is_unsubscribing
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


IN_HTML = "Add a link with words like “Unsubscribe from these emails”."
IN_ISSUE = "Set base_url in newsletter.toml: each email then ends with a link to unsubscribe."


def find(document: Document) -> Iterator[Defect]:
    """Find an email without a link that readers see and whose words or target say that it unsubscribes."""
    if document.root is None:
        return
    links = (link for link in document.find("a") if link.has_attr("href") and _is_visible(document, link))
    if not any(is_unsubscribing(document, link) for link in links):
        yield Defect(IN_ISSUE if document.letter else IN_HTML, document.body)


def _is_visible(document: Document, link: Tag) -> bool:
    """Whether a link is seen: not of size 0, cut off or moved away, nor in the colour of what is behind it."""
    if any(it.name == "img" for it in document.index.inside(link)):
        return True
    styles = (document.cascade.style(element) for element in (link, *document.index.inside(link)))
    return any(it.is_seen and (it.is_over_picture or it.text.hex != it.behind.hex) for it in styles)


rule = Rule(__name__, Impact.SERIOUS, find)
