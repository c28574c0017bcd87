"""Content whose direction is not stated inside the body.

## Why it matters

Many mail programs show an email inside a page of their own and throw its html and body elements away, with the
direction that stood there. Only what stands on an element inside the body reaches the reader.

## Fails

```html
<html lang="en" dir="ltr"><body><div lang="en"><p>Good morning</p></div></body></html>
```

## Passes

```html
<html lang="en" dir="ltr"><body><div lang="en" dir="ltr"><p>Good morning</p></div></body></html>
```

## Silent

On children without content for readers: styles, hidden preheaders, tracking pixels, comments.

## References

- WCAG 2.2, 1.3.2
- Email Markup Consortium, accessibility report: on 95 to 97% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.body_children import gaps
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import usual_direction
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find the children of the body that hold content and have no dir of their own: the first stands for all."""
    for child, where in gaps(document, "dir", rule.name):
        yield Defect(f'Say the direction here too: dir="{usual_direction(document)}" {where}.', child)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.3.2",))
