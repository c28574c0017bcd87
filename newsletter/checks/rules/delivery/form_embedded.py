"""A form inside the email.

## Why it matters

Outlook shows its fields as dead text, other programs warn before they send what was typed, and filters take a form for
fraud. What a reader typed is lost without a word.

## Fails

```html
<form action="https://example.org/answer"><label>How was it? <input name="how"></label></form>
```

## Passes

```html
<a href="https://example.org/answer">Tell us how it was</a>
```

## Silent

On pages that are no emails: Markdown, and pages of a folder whose relative links lead somewhere.

## References

- https://www.caniemail.com/features/html-form/
- Microsoft, Word 2007 HTML and CSS Rendering Capabilities in Outlook 2007: form, input, select and textarea among the
  elements that it does not support
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import insiders
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


FIELDS = frozenset({"input", "select", "textarea"})
# Buttons lead somewhere or do nothing; a checkbox that stands alone is how CSS opens and closes things.
SILENT_TYPES = frozenset({"hidden", "button", "image", "submit", "reset", "checkbox", "radio"})


def find(document: Document) -> Iterator[Defect]:
    """Find forms, and fields that stand in none."""
    if document.is_page:
        return
    inside = insiders(document, {"form"})
    for element in document.find("form", *FIELDS):
        is_silent = element.name == "input" and str(element.get("type") or "").lower() in SILENT_TYPES
        if element.name == "form" or not (is_silent or id(element) in inside):
            yield Defect("Link to a page with the form: mail programs do not send what is typed here.", element)


rule = Rule(__name__, Impact.MODERATE, find)
