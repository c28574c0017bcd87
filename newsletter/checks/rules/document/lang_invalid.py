"""A language that no screen reader knows.

## Why it matters

A screen reader looks the language up to pick a voice. For "english" or "eng" it finds none, and goes on in the voice
that it has.

## Fails

```html
<p lang="english">Good morning</p>
```

## Passes

```html
<p lang="en">Good morning</p>
```

## Silent

On elements without content for readers, on empty values, on merge tags, and on what follows the first part of a tag:
only the language decides.

## References

- WCAG 2.2, 3.1.1 Language of Page, 3.1.2 Language of Parts
- ACT bf051a, de46e4
- BCP 47 (RFC 5646), 2.2.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.checks.document import UNSEEN
from newsletter.checks.languages import MERGE_TAG, is_language
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.whitespace import squeeze
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find stated languages whose first part names no language."""
    for element in document.index.having("lang"):
        said = element.get("lang")
        if not said or MERGE_TAG.search(str(said)) or is_language(str(said)):
            continue
        is_page = element is document.root
        if is_page and not str(said).strip():
            continue  # html-lang-missing speaks of it
        if is_page or _speaks_for_content(document, element):
            yield Defect(f'“{said}” is no language: write its code, such as lang="en" or lang="de".', element)


def _speaks_for_content(document: Document, element: Tag) -> bool:
    """Whether the words or pictures that take their language from the element."""
    for node in element.descendants:
        owner = node.parent if isinstance(node, NavigableString) else node
        if not isinstance(owner, Tag) or not document.cascade.style(owner).is_displayed or owner.name in UNSEEN:
            continue
        if isinstance(node, PreformattedString):
            continue
        is_content = bool(squeeze(str(node))) if isinstance(node, NavigableString) else bool(owner.get("alt"))
        if is_content and _nearest(owner) is element:
            return True
    return False


def _nearest(element: Tag) -> Tag | None:
    return element if element.has_attr("lang") else element.find_parent(lang=True)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("3.1.1", "3.1.2"), act=("bf051a", "de46e4"))
