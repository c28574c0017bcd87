"""A link to an address in numbers instead of a name.

## Why it matters

Such links are the mark of fraud: filters hold the email back, careful readers do not dare to follow, and no
certificate protects them. Browsers also read 3405803785 and 0xcb.0.0.9 as such addresses.

## Fails

```html
<a href="http://203.0.113.9/book">Book a talk</a>
```

## Passes

```html
<a href="https://example.org/book">Book a talk</a>
```

## Silent

On links to a name, whatever it stands for, and on addresses of other kinds (mail, telephone).

## References

- SpamAssassin, rule NORMAL_HTTP_TO_IP
- RFC 3986, section 3.2.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks.rule import Defect, Rule
from newsletter.hosts import read_address
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find links and images whose host is an IP address."""
    for element in document.find("a", "area", "img"):
        target = str(element.get("href") or element.get("src") or "")
        if _is_number(target):
            yield Defect("Link to the site by its name.", element)


def _is_number(target: str) -> bool:
    try:
        parts = urlsplit(target.strip())
        return parts.scheme.lower() in {"http", "https"} and read_address(parts.hostname or "") is not None
    except ValueError:
        return False


rule = Rule(__name__, Impact.SERIOUS, find)
