"""A title that names nothing.

## Why it matters

The title names the window, and some mail programs say it first. “Untitled” or “Email” leaves the reader to guess.

## Fails

```html
<html><head><title>Untitled document</title></head></html>
```

## Passes

```html
<html><head><title>What a first visit is like</title></head></html>
```

## Silent

On every title that is not one of a short list, and on merge tags, which are filled later.

## References

- WCAG 2.2, 2.4.2 Page Titled
- ACT c4a8a4 (in part: only a person can tell whether a title fits)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.whitespace import squeeze
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

PLACEHOLDERS = frozenset(
    {
        *("untitled", "untitled document", "untitled page", "no title", "title", "document", "new document", "page"),
        *("email", "e-mail", "mail", "newsletter template", "template", "email template", "html email", "test"),
        *("lorem ipsum", "page title", "insert title here", "your title here", "new message", "new email", "subject"),
        *("ohne titel", "unbenannt", "titel", "sans titre", "titre", "sin título", "título", "zonder titel"),
    }
)


def find(document: Document) -> Iterator[Defect]:
    """Find a first title that is a placeholder."""
    title = next((it for it in document.soup.find_all("title") if not it.find_parent("svg")), None)
    if title is not None and squeeze(title.get_text()).lower().strip(" .:-–") in PLACEHOLDERS:
        yield Defect("Say in the title what the letter is about, as the subject does.", title)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.2",), act=("c4a8a4",))
