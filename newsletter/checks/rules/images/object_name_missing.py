"""An embedded object without a name.

## Why it matters

A screen reader says nothing of it, or “object”. What stands inside is read only where the object cannot be shown.

## Fails

```html
<object data="chart.png"></object>
```

## Passes

```html
<object data="chart.png" title="Sign-ups doubled in May"></object>
```

## Silent

On hidden objects, on those with a role, on web pages, and on files whose ending does not say that they are images,
sounds or films.

## References

- WCAG 2.2, 1.1.1 Non-text Content
- ACT 8fc3b6
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MEDIA = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp[34]|m4[av]|webm|og[gv]|wav)(?:[?#].*)?$", re.IGNORECASE)
MEDIA_TYPE = re.compile(r"(?:image|audio|video)/", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find object elements of images, sounds and films without a name."""
    for element in document.find("object"):
        data, kind = (str(element.get(name) or "") for name in ("data", "type"))
        is_media = MEDIA.search(data) or MEDIA_TYPE.match(kind)
        if is_media and not str(element.get("role") or "").strip() and not document.name(element):
            yield Defect("Say what it shows in its title, or better: use an image with an alt.", element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.1.1",), act=("8fc3b6",))
