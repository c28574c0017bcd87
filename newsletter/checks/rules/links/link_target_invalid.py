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

On the merge tags of email services that unsubscribe or show the email in a browser, on in-page links, on relative
addresses where a base element says where they begin, and on schemes that another program may take, such as webcal:.
Hosts that look like a site under construction, such as staging.example.org, are for review.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context)
- RFC 3986, RFC 6068 (mailto), RFC 3966 (tel), RFC 5724 (sms), RFC 5870 (geo)
- RFC 6761, Special-Use Domain Names
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from newsletter.checks.linking.schemes import find_fault
from newsletter.checks.rule import Defect, Rule
from newsletter.hosts import is_of_inside
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from newsletter.checks.document import Document


TEMPLATE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[A-Za-z_][\w.]*\}|\*\|.*?\|\*|%%.*?%%|%[A-Z][A-Z_]{2,}%|\[\[.*?\]\]|<%.*?%>|\$\{.*?\}|#\{.*?\}|"
    r"%recipient[._]\w+%|\[object Object\]"
)
# A target that is one merge tag in the style of services that write single marks: %unsubscribe_url%, [unsubscribe].
WHOLE_TAG = re.compile(r"[%\[{]\$?[\w .:-]+[%\]}]")
SERVICE = re.compile(
    r"unsub|optout|opt_out|preferenc|subscription|webversion|web_version|view_?in_?browser|view_?online|browser|archive|"
    r"forward|update_profile|mirror|manage|amazonses",
    re.IGNORECASE,
)
# Mail programs refuse these; others, such as webcal:, a program on the reader's machine may take.
DEAD_SCHEMES = frozenset({"javascript", "vbscript", "data", "file", "cid", "blob", "about"})
WEB = frozenset({"http", "https"})
MISTYPED = re.compile(r"h{0,2}t{1,3}p{0,2}s{0,2}")
UNDER_CONSTRUCTION = frozenset({"staging", "stage", "dev", "test", "uat", "preprod"})
RELATIVE = "An email cannot follow a relative address"
MALFORMED = "The address is malformed"


def find(document: Document) -> Iterator[Defect]:
    """Find links whose target is empty, malformed, local, a script, or has a template's gap in it."""
    for link in document.find("a", "area"):
        if not link.has_attr("href"):
            continue
        target = str(link["href"]).strip()
        problem = _problem(target)
        if problem == RELATIVE and (document.is_page or document.base):
            continue
        if problem:
            yield Defect(f"{problem}: write the whole address, https://…", link)
        elif (host := _host_under_construction(target)) is not None:
            yield Defect(f"{host} looks like a site under construction: link to the real one.", link, Outcome.REVIEW)


def _problem(target: str) -> str:
    """Say what is wrong with a target; empty when nothing is."""
    if target in {"", "#"}:
        return "The link has no target"
    if gap := TEMPLATE.search(target) or TEMPLATE.search(unquote(target)):
        return "" if SERVICE.search(gap[0]) else f"A template's gap was left in the link ({gap[0]})"
    if WHOLE_TAG.fullmatch(target) and SERVICE.search(target):
        return ""
    fault = find_fault(target)
    if fault is not None:
        return fault
    return "" if target.startswith("#") else _problem_of_address(target)


def _problem_of_address(target: str) -> str:
    try:
        parts = urlsplit(target)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return MALFORMED
    if not parts.scheme and not parts.netloc:
        return RELATIVE
    if parts.scheme in DEAD_SCHEMES:
        return f"An email cannot follow “{parts.scheme}:”"
    if parts.scheme and parts.scheme not in WEB:
        return MALFORMED if MISTYPED.fullmatch(parts.scheme) else ""
    return _problem_of_host(host, parts)


def _problem_of_host(host: str, parts: SplitResult) -> str:
    # https://https://example.org is read as a host “https” without a port.
    if not all(host.rstrip(".").split(".")) or host in WEB or re.search(r"[\s,;!\"'<>()\\]", parts.netloc):
        return MALFORMED
    return "The address is of this machine or network only" if is_of_inside(host) else ""


def _host_under_construction(target: str) -> str | None:
    parts = urlsplit(target)
    labels = (parts.hostname or "").split(".")
    is_one = parts.scheme in WEB and len(labels) > 2 and labels[0] in UNDER_CONSTRUCTION  # noqa: PLR2004 - below a name
    return parts.hostname if is_one else None


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4",))
