"""An alternative text with marks of code in it.

## Why it matters

A screen reader says “ampersand n b s p semicolon”, or letters that are none, in the middle of what the picture shows.

## Fails

```html
<img src="a.jpg" alt="Tea&amp;nbsp;at noon">
```

## Passes

```html
<img src="a.jpg" alt="Tea &amp; cake at noon">
```

## Silent

On a lone ampersand, on less-than signs with spaces around them, and on a line break, which is read as a space.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- HTML, 13.1.4 Character references
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


# An entity that was escaped twice, a tag, the sign for a letter that was lost, and UTF-8 read as windows-1252.
GARBLED = re.compile(
    r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});|</?[a-z][^<>]*>|\ufffd|Ã[\x80-\xbf¤¶¼Ÿ©¨ª]|â€[™œ“”¦]|%20", re.IGNORECASE
)


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts with entities, tags, or letters that were decoded wrongly."""
    for image in document.find("img", "area", "input"):
        if found := GARBLED.search(str(image.get("alt") or "")):
            yield Defect(f"“{found[0]}” is no word: write the letter that it stands for.", image)


rule = Rule(__name__, Impact.MINOR, find, wcag=("1.1.1",))
