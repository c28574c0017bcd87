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

## References

- https://www.spamhaus.org/resource-hub/ on abused redirectors and shorteners
- https://developers.googleblog.com/google-url-shortener-links-will-no-longer-be-available/
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks.linking.collecting import link_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

SHORTENERS = frozenset(
    [
        "adf.ly",
        "bit.ly",
        "bitly.com",
        "bl.ink",
        "buff.ly",
        "clck.ru",
        "cutt.ly",
        "cutt.us",
        "dlvr.it",
        "fb.me",
        "ff.im",
        "gg.gg",
        "goo.gl",
        "ht.ly",
        "hyperurl.co",
        "is.gd",
        "j.mp",
        "kutt.it",
        "lc.chat",
        "lnkd.in",
        "ow.ly",
        "qr.ae",
        "rb.gy",
        "rebrand.ly",
        "s.id",
        "sh.st",
        "shorturl.at",
        "shrtco.de",
        "smarturl.it",
        "snip.ly",
        "soo.gd",
        "surl.li",
        "t.co",
        "t.ly",
        "t2m.io",
        "tiny.cc",
        "tiny.one",
        "tinyurl.com",
        "trib.al",
        "u.to",
        "urlz.fr",
        "v.gd",
        "vk.cc",
        "x.co",
        "zpr.io",
    ]
)


def find(document: Document) -> Iterator[Defect]:
    """Find links to the hosts of public shorteners."""
    for link in document.elements:
        host = _host(link_of(link))
        if host.removeprefix("www.") in SHORTENERS:
            yield Defect(f"{host} hides where the link leads: link to the page itself", link)


def _host(href: str) -> str:
    try:
        return (urlsplit(href).hostname or "").rstrip(".")
    except ValueError:
        return ""


rule = Rule(__name__, Impact.MODERATE, find)
