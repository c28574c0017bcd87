"""A button that does not say what it does.

## Why it matters

A screen reader says “button”. Nobody can tell what happens when it is pressed.

## Fails

```html
<button></button>
```

## Passes

```html
<button>Send the answers</button>
```

## Silent

On hidden buttons; image buttons are image-button-name-missing.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT 97a4e1, m6b1q3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


BUTTONS = frozenset({"button", "menuitem"})


def find(document: Document) -> Iterator[Defect]:
    """Find buttons, and items of menus, without an accessible name."""
    for element in document.find_roles(*BUTTONS):
        if str(element.get("type") or "").lower() != "image" and not document.name(element):
            yield Defect("Say in the button's words what it does.", element)


rule = Rule(__name__, Impact.CRITICAL, find, wcag=("4.1.2",), act=("97a4e1", "m6b1q3"))
