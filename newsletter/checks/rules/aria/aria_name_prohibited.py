"""A name on an element that may not have one.

## Why it matters

Most screen readers ignore aria-label on div, span and p: what it says, such as what a price was, reaches nobody.

## Fails

```html
<div aria-label="Before 100, now 1 euro"><s>€100</s> <b>€1</b></div>
```

## Passes

```html
<p>Before <s>€100</s>, now <b>€1</b></p>
```

## Silent

On hidden elements, on empty names, and on elements with a role that may be named.

## References

- WCAG 2.2, 4.1.2 Name, Role, Value
- ACT kb1m8s
- WAI-ARIA 1.2, section 5.2.8.6 Roles which cannot be named
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import PRESENTATION, explicit_role, role_of
from newsletter.checks.aria.tables import roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


NAMES = ("aria-label", "aria-labelledby", "aria-braillelabel")
# WAI-ARIA 1.2 prohibits more than the tables say for the role that has no meaning.
ROLE_NAMES = ("aria-roledescription", "aria-brailleroledescription")


def find(document: Document) -> Iterator[Defect]:
    """Find names on roles whose name is prohibited."""
    for element in document.index.having(*NAMES, *ROLE_NAMES):
        given = [name for name in NAMES + ROLE_NAMES if str(element.get(name) or "").strip()]
        if not given or not document.is_exposed(element):
            continue
        role = role_of(element)
        known = roles().get(role)
        prohibited = set(NAMES) if known and "prohibited" in known.naming else set()
        is_nothing = role == "generic" or explicit_role(element) in PRESENTATION
        prohibited |= set(ROLE_NAMES) if is_nothing else set()
        for name in sorted(prohibited.intersection(given)):
            yield Defect(f"{name} has no effect on {element.name}: write it as words, or give a role.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("4.1.2",), act=("kb1m8s",))
