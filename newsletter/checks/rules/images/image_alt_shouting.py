"""An alternative text in capitals.

## Why it matters

Some screen readers spell words in capitals letter by letter. Where pictures are off, capitals are the hardest words to
read.

## Fails

```html
<img src="a.jpg" alt="OPEN DAY IN THE GARDEN">
```

## Passes

```html
<img src="a.jpg" alt="Open day in the garden">
```

## Silent

Off unless selected. On fewer than three words, which may be an acronym or a name.

## References

- Practice; WebAIM, Text and typographical presentation
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MIN_WORDS = 3


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts of three words or more, all in capitals."""
    for image in document.find("img", "area"):
        words = re.findall(r"[^\W\d_]{2,}", str(image.get("alt") or ""))
        if len(words) >= MIN_WORDS and "".join(words).isupper():
            yield Defect("Write it in small letters, with capitals where a sentence has them.", image)


rule = Rule(__name__, Impact.MINOR, find, optional=True)
