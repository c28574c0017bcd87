"""A form field without a label.

## Why it matters

A screen reader says “edit” or “list”, and not what to write or choose. In most mail programs a form does not work at
all.

## Fails

```html
<input type="text" name="city">
```

## Passes

```html
<label>Town <input type="text" name="city"></label>
```

## Silent

On hidden fields, buttons, and fields that aria-label, title or placeholder names.

## References

- WCAG 2.2, 1.3.1, 4.1.2
- ACT e086e5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


FIELDS = frozenset(
    {"checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider"}
    | {"spinbutton", "switch", "textbox"}
)


def find(document: Document) -> Iterator[Defect]:
    """Find fields without an accessible name."""
    for element in document.find_roles(*FIELDS):
        if element.name == "input" and str(element.get("type") or "").lower() == "hidden":
            continue
        if not document.name(element):
            yield Defect("Put the field into a label that says what belongs in it.", element)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("1.3.1", "4.1.2"), act=("e086e5",))
