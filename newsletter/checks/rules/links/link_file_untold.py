"""A link to a file that does not say so.

## Why it matters

Another program opens, or a large file loads over a phone’s line. People who read with magnification or a screen reader
lose their place.

## Fails

```html
<p><a href="https://example.org/programme.pdf">Read the whole programme</a></p>
```

## Passes

```html
<p><a href="https://example.org/programme.pdf">Read the whole programme (PDF, 2 MB)</a></p>
```

## Silent

Off unless selected. Where the kind of file stands in the link or in the words around it.

## References

- WCAG technique G201 asks the same for new windows; practice
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ENDINGS = [
    "pdf",
    "docx?",
    "xlsx?",
    "pptx?",
    "odt",
    "ods",
    "odp",
    "rtf",
    "csv",
    "zip",
    "epub",
    "ics",
    "mp3",
    "mp4",
    "m4a",
    "mov",
    "avi",
    "wav",
]
FILE = re.compile(rf"\.({'|'.join(ENDINGS)})$", re.IGNORECASE)
SAYING = {"doc": "word", "xls": "excel", "ppt": "powerpoint", "ics": "calendar", "mp3": "audio", "mp4": "video"}
AROUND = ["p", "li", "td", "th", "dd", "h1", "h2", "h3", "h4", "h5", "h6"]


def find(document: Document) -> Iterator[Defect]:
    """Find links whose address ends in that of a file while no words beside them name it."""
    for link in document.find("a", "area"):
        kind = _kind(str(link.get("href") or ""))
        around = nearest(link, AROUND) or link
        said = f"{document.name(link)} {document.words(around)}".casefold()
        if kind and kind not in said and SAYING.get(kind[:3], kind) not in said:
            yield Defect(f"Say that it is a file: “({kind.upper()})”, and how large.", link)


def _kind(address: str) -> str:
    try:
        found = FILE.search(urlsplit(address.strip()).path)
    except ValueError:
        return ""
    return found[1].lower() if found else ""


rule = Rule(__name__, Impact.MINOR, find, optional=True)
