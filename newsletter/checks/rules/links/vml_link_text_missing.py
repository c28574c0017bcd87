"""A link for Outlook without words.

## Why it matters

Outlook for Windows takes this shape in place of the button that others see. A screen reader finds a link and can only
spell its address.

## Fails

```html
<!--[if mso]><v:roundrect href="https://example.org/day"></v:roundrect><![endif]-->
```

## Passes

```html
<!--[if mso]><v:roundrect href="https://example.org/day"><center>Save the date</center></v:roundrect><![endif]-->
```

## Silent

On shapes with words inside, with an alt, or with a title.

## References

- WCAG 2.2, 2.4.4 Link Purpose (In Context), 4.1.2 Name, Role, Value
- Microsoft, VML: href and alt attributes of shapes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.outlook_shapes import shapes_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find shapes with an href that neither hold words nor have an alt or a title."""
    for shape in shapes_of(document):
        said = [shape.get_text(), shape.get("alt"), shape.get("title")]
        said += [image.get("alt") for image in shape.find_all("img")]
        if str(shape.get("href") or "").strip() and not any(str(words or "").strip() for words in said):
            yield Defect('Write into the shape, or into its alt="…", where the link leads.', shape)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.4.4", "4.1.2"))
