"""No preview text.

## Why it matters

Behind the subject an inbox shows the first words of the email. Without a text for it, that is “View in browser” or the
words of a logo.

## Fails

```html
<html lang="en"><body><p>Good morning</p></body></html>
```

## Passes

```html
<html lang="en"><body><div style="display:none">Three small things that make the first hour of a day easier.</div>
<p>Good morning</p></body></html>
```

## Silent

Off unless selected: a letter that begins with its best sentence needs none. On letters without content.

## References

- Practice; Litmus and Email on Acid, tests of preview text
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.envelope import preheader_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a body that begins with words that are seen."""
    if document.body is not None and document.has_content(document.body) and not preheader_of(document):
        yield Defect("Begin the body with a hidden sentence that the inbox can show.", document.body)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
