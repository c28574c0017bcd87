"""Content whose language is not stated inside the body.

## Why it matters

Many mail programs show an email inside a page of their own and throw its html and body elements away, with the
language that stood there. Only what stands on an element inside the body reaches the reader.

## Fails

```html
<html lang="en" dir="ltr"><body><div dir="ltr"><p>Good morning</p></div></body></html>
```

## Passes

```html
<html lang="en" dir="ltr"><body><div lang="en" dir="ltr"><p>Good morning</p></div></body></html>
```

## Silent

On children without content for readers: styles, hidden preheaders, tracking pixels, comments.

## References

- WCAG 2.2, 3.1.1
- Email Markup Consortium, accessibility report: on 95 to 97% of emails in 2026
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.body_children import gaps
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find the children of the body that hold content and have no lang of their own: the first stands for all."""
    for child, where in gaps(document, "lang", rule.name):
        yield Defect(f'Say the language here too: lang="{main_language(document)}" {where}.', child)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("3.1.1",))
