"""A link through a shortener.

## Why it matters

Readers cannot see where it leads, the shortener sees everybody who follows it, and mailbox providers distrust it: spam
uses the same few hosts. When the shortener closes, as goo.gl did, every link dies with it.

## Fails

```html
<a href="https://bit.ly/3xYz">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

On hosts that are not on the list of known shorteners; some newspapers and shops have one of their own.

## References

- The hosts: warning list “url-shortener” of the MISP project, https://github.com/MISP/misp-warninglists (CC0)
- https://www.spamhaus.org/resource-hub/ on abused redirectors and shorteners
- https://developers.googleblog.com/google-url-shortener-links-will-no-longer-be-available/
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks import linking
from newsletter.checks.linking.collecting import link_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links to the hosts of public shorteners."""
    for link in document.index.having("href"):
        host = _host(link_of(link))
        if host.removeprefix("www.") in shorteners():
            yield Defect(f"{host} hides where the link leads: link to the page itself", link)


@functools.cache
def shorteners() -> frozenset[str]:
    """The hosts of the list."""
    lines = (Path(linking.__path__[0]) / "data" / "shorteners.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _host(href: str) -> str:
    try:
        return (urlsplit(href).hostname or "").rstrip(".")
    except ValueError:
        return ""


rule = Rule(__name__, Impact.MODERATE, find)
