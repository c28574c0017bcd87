"""An alternative text that says nothing: a file name or a placeholder.

## Why it matters

“IMG 2041 dot J P G” or “image” tells a reader that there is a picture, and nothing of what it shows.

## Fails

```html
<img src="a.jpg" alt="IMG_2041.jpg">
```

## Passes

```html
<img src="a.jpg" alt="A bench under a plum tree">
```

## Silent

On one word that is also the name of the file (“harbour” for harbour.jpg), on “logo” beside a name, and on figures with
a meaning (“50%”).

## References

- WCAG 2.2, 1.1.1 Non-text Content
- WCAG failure F30
- ACT qt1vmo
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.document import squeeze
from newsletter.checks.phrases import PLACEHOLDERS
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|avif|heic|tiff?)\s*$", re.IGNORECASE)
CAMERA = re.compile(
    r"^(?:IMG|DSC[NF]?|PXL|DJI|P(?=\d{5})|MVIMG|Screen ?Shot|Bildschirmfoto)[-_ ]?\d[\w .-]*$", re.IGNORECASE
)
ONLY_CODE = re.compile(r"^(?:[\W_]+|\d+(?:[-_]\d+)*|[0-9a-f]{16,}|(?:https?://|www\.)\S+)$", re.IGNORECASE)
MERGE_TAG = re.compile(r"\{\{.*\}\}|\*\|.*\|\*|%%.*%%|\[\[.*\]\]")


def find(document: Document) -> Iterator[Defect]:
    """Find alternative texts that are file names, addresses, codes, or words that any picture could have."""
    for image in document.find("img", "area"):
        alt = squeeze(str(image.get("alt") or ""))
        plain = alt.strip(" .:!…").casefold()
        if FILE_NAME.search(alt) or CAMERA.match(alt) or (alt and ONLY_CODE.match(alt)) or MERGE_TAG.search(alt):
            yield Defect(f'“{alt}” is not what the image shows: describe it, or write alt="".', image)
        elif " ".join(plain.split()) in PLACEHOLDERS:
            yield Defect(f"“{alt}” says that there is an image, not what it shows: describe it.", image)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.1.1",), act=("qt1vmo",))
