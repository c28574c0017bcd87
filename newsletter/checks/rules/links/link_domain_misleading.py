"""A link whose words name another site than the one that it leads to.

## Why it matters

It is what phishing looks like. Mailbox providers warn of such emails or hold them back, and readers who notice lose
their trust.

## Fails

```html
<a href="https://tracking.example.net/c/1">www.example.org/hours</a>
```

## Passes

```html
<a href="https://example.org/hours">www.example.org/hours</a>
```

## Silent

On words that name no site, and on sites with the same registrable name: `shop.example.org` and `example.org`.

## References

- https://www.ncsc.gov.uk/collection/phishing-scams
- https://support.google.com/mail/answer/8253 on messages that look like phishing
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

# Endings that words in a sentence rarely have; “Node.js” and “notes.md” are no sites.
ENDINGS = (
    "com org net edu gov int info biz io dev app eu uk de fr es nl it ch at be pl se no dk fi ie pt cz ca us au nz jp"
)
_DOMAIN = re.compile(
    rf"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+(?:{'|'.join(ENDINGS.split())}))(?![\w@-]|\.\w)", re.IGNORECASE
)
# Below these a country gives names away: example.co.uk is a name, co.uk is not.
_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
COUNTRY_LETTERS = 2


def find(document: Document) -> Iterator[Defect]:
    """Find links to the web whose words hold a host of another registrable name."""
    for link in document.find("a"):
        target = _host(str(link.get("href") or ""))
        named = [found.lower() for found in _DOMAIN.findall(document.words(link))] if target else []
        if wrong := next((host for host in named if _registrable(host) != _registrable(target)), ""):
            yield Defect(f"The words say {wrong}, and the link leads to {target}: let both name the same site", link)


def _host(href: str) -> str:
    try:
        parts = urlsplit(href.strip())
        return (parts.hostname or "").rstrip(".") if parts.scheme.lower() in {"http", "https"} else ""
    except ValueError:
        return ""


def _registrable(host: str) -> str:
    """Cut a host to the name that somebody registered, as far as that can be told without the list of all suffixes."""
    labels = host.split(".")
    is_below_country = len(labels[-1]) == COUNTRY_LETTERS and len(labels) > 1 and labels[-2] in _SECOND
    return ".".join(labels[-3:] if is_below_country else labels[-2:])


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4",))
