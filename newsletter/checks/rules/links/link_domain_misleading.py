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

On words that name no site, and on sites with the same registrable name: `shop.example.org` and `example.org`. A mail
address in the words counts where the link writes to another one.

## References

- https://www.ncsc.gov.uk/collection/phishing-scams
- https://support.google.com/mail/answer/8253 on messages that look like phishing
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

# Endings that words in a sentence rarely have; Node.js and notes.md are no sites. After https:// or www. any will do.
ENDINGS = (
    "com org net edu gov int info biz io dev app eu uk de fr es nl it ch at be pl se no dk fi ie pt cz ca au nz jp ru "
    "cn br mx za tr gr hu ro ua online shop store site club blog news health care clinic school church xyz example"
)
_LABELS = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,10}"
_DOMAIN = re.compile(
    rf"(?<![\w@.-])(?:(?:https?://(?:[^\s/@]*@)?|www\.)({_LABELS}[^\W\d_]{{2,}})|({_LABELS}(?:{'|'.join(ENDINGS.split())})))"
    rf"(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
_MAILBOX = re.compile(rf"[\w.+-]+@({_LABELS}[^\W\d_]{{2,}})(?![\w-])", re.IGNORECASE)
# Below these a country gives names away: example.co.uk is a name, co.uk is not.
_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
COUNTRY_LETTERS = 2


def find(document: Document) -> Iterator[Defect]:
    """Find links whose words hold a host, or a mail address, of another registrable name than their target."""
    for link in document.find("a"):
        href = str(link.get("href") or "").strip()
        is_mail = href.lower().startswith("mailto:")
        target = _mail_host(href) if is_mail else _host(href)
        words = document.words(link)
        named = _MAILBOX.findall(words) if is_mail else map("".join, _DOMAIN.findall(words))
        if target and (wrong := next((it for it in named if _registrable(it) != _registrable(target)), "")):
            yield Defect(f"The words say {wrong}, and the link leads to {target}: let both name the same site", link)


def _host(href: str) -> str:
    try:
        parts = urlsplit(href)
        return parts.hostname or "" if parts.scheme.lower() in {"http", "https"} else ""
    except ValueError:
        return ""


def _mail_host(href: str) -> str:
    return unquote(href.partition(":")[2].partition("?")[0]).partition(",")[0].rpartition("@")[2]


def _registrable(host: str) -> str:
    """Cut a host to the name that somebody registered, as far as that can be told without the list of all suffixes."""
    labels = _in_ascii(host.lower().rstrip(".")).split(".")
    is_below_country = len(labels[-1]) == COUNTRY_LETTERS and len(labels) > 1 and labels[-2] in _SECOND
    return ".".join(labels[-3:] if is_below_country else labels[-2:])


def _in_ascii(host: str) -> str:
    """Write a host in the letters of DNS: münchen.example and xn--mnchen-3ya.example are one."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4",))
