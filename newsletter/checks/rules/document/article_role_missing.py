"""A letter that does not say where it begins and ends.

## Why it matters

In a mail program the letter is a part of a page. As an article with a name it can be jumped to, and “email” tells it
from the program around it.

## Fails

```html
<html lang="en"><body><div lang="en" dir="ltr"><p>Good morning</p></div></body></html>
```

## Passes

```html
<html lang="en"><body><div role="article" aria-roledescription="email" aria-label="A slow morning" lang="en" dir="ltr">
<p>Good morning</p></div></body></html>
```

## Silent

Off unless selected: good practice that no criterion asks for. On letters without content, and where an article has a
name.

## References

- Practice among people who write emails (role="article", since 2019); WAI-ARIA 1.2, article
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a body with content and without an article that has a name."""
    if document.body is None or not document.has_content(document.body):
        return
    articles = document.index.of_role("article")
    if not any(document.name(article) for article in articles):
        message = 'Put role="article" aria-roledescription="email" aria-label="…" on the element around the letter.'
        yield Defect(message, document.body)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
