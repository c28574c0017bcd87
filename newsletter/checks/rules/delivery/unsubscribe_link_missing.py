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

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


WORDS = re.compile(
    r"unsub|opt[- _]?out|sign me off|abbestell|abmelden|austragen|désabonn|desabonn|désinscri|ne plus recevoir|"
    r"desuscri|darse de baja|dejar de recibir|cancelar (?:la )?suscrip|uitschrijven|afmelden|disiscri|"
    r"إلغاء الاشتراك|ביטול ההרשמה|להסרה|preference|einstellungen",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Defect]:
    """Find an email without a link whose words or target say that it unsubscribes."""
    if document.root is None:
        return
    links = (link for link in document.find("a") if link.has_attr("href"))
    if not any(WORDS.search(f"{document.name(link)} {link['href']}") for link in links):
        yield Defect("Add a link with words like “Unsubscribe from these emails”.", document.body)


rule = Rule(__name__, Impact.SERIOUS, find)
