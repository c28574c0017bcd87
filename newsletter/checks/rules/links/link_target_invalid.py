"""A link that leads nowhere.

## Why it matters

A link without a target, or with a template's gap still in it, takes a reader's time and gives nothing back. It is
often the one link that mattered.

## Fails

```html
<a href="https://example.org/{{slug}}">Our new hours</a>
```

## Passes

```html
<a href="https://example.org/hours">Our new hours</a>
```

## Silent

On the merge tags of email services that unsubscribe or show the email in a browser, on in-page links, and on schemes
that another program may take, such as webcal:.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context)
- RFC 3986, RFC 6068 (mailto), RFC 3966 (tel)
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


TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\*\|.*?\|\*|%%.*?%%|\[\[.*?\]\]|<%.*?%>|\$\{.*?\}|%recipient[._]\w+%")
# A target that is one merge tag in the style of services that write single marks: %unsubscribe_url%, [unsubscribe].
WHOLE_TAG = re.compile(r"[%\[{]\$?[\w .:-]+[%\]}]")
SERVICE = re.compile(
    r"unsub|optout|opt_out|preferenc|subscription|webversion|web_version|view_?in_?browser|view_?online|browser|archive|"
    r"forward|update_profile|mirror|manage|amazonses",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"mailto:[^@\s?,]+(?:@|%40)[\w.-]+\.\w{2,}(?:,[^@\s?,]+(?:@|%40)[\w.-]+\.\w{2,})*(?:\?\S*)?|mailto:\?\S+",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?:tel|sms|callto):\+?[\d().\s%20-]{3,}(?:[;?]\S*)?", re.IGNORECASE)
# Mail programs refuse these; others, such as webcal:, a program on the reader's machine may take.
DEAD_SCHEMES = frozenset({"javascript", "vbscript", "data", "file", "cid", "blob", "about"})
RELATIVE = "An email cannot follow a relative address"
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "[::1]", "::1", "example.test"})  # noqa: S104 - only compared


def find(document: Document) -> Iterator[Defect]:
    """Find links whose target is empty, malformed, local, a script, or has a template's gap in it."""
    for link in document.find("a", "area"):
        problem = _problem(unquote(str(link["href"])).strip()) if link.has_attr("href") else ""
        if problem and not (document.is_page and problem == RELATIVE):
            yield Defect(f"{problem}: write the whole address, https://…", link)


def _problem(target: str) -> str:
    """Say what is wrong with a target; empty when nothing is."""
    if target in {"", "#"}:
        return "The link has no target"
    if gap := TEMPLATE.search(target):
        return "" if SERVICE.search(gap[0]) else f"A template's gap was left in the link ({gap[0]})"
    if WHOLE_TAG.fullmatch(target) and SERVICE.search(target):
        return ""
    lower = target.lower()
    if lower.startswith("mailto:"):
        return "" if ADDRESS.fullmatch(target) else "The mail address is not whole"
    if lower.startswith(("tel:", "sms:", "callto:")):
        return "" if PHONE.fullmatch(target) else "The phone number is not whole"
    return "" if target.startswith("#") else _problem_of_address(target)


def _problem_of_address(target: str) -> str:
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        return "The address is malformed"
    if not parts.scheme or parts.scheme in DEAD_SCHEMES:
        return f"An email cannot follow “{parts.scheme}:”" if parts.scheme else RELATIVE
    if parts.scheme not in {"http", "https"}:
        return ""
    if not host or " " in parts.netloc:
        return "The address is malformed"
    return "The address is of this machine only" if host in LOCAL_HOSTS or host.endswith(".local") else ""


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4",))
