"""A role that the element has already.

## Why it matters

It does no harm, and makes the email longer; a reader of the source looks for a reason that is not there.

## Fails

```html
<a role="link" href="https://example.org/">Our hours</a>
```

## Passes

```html
<a href="https://example.org/">Our hours</a>
```

## Silent

On role="list" on ul and ol: VoiceOver forgets that a list without bullets is one, and the role brings it back.

## References

- ARIA in HTML, section 4: authors should not repeat what HTML says
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role, implicit_role
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find explicit roles that are the implicit ones."""
    for element in document.index.having("role"):
        role = explicit_role(element)
        if role and role == implicit_role(element) and role not in {"list", "presentation"}:
            yield Defect(f'Leave role="{role}" out: {element.name} has it by itself.', element)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
