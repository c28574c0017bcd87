"""A passage that is marked as in another language than its words.

## Why it matters

A screen reader changes its voice where a lang says so. A wrong one makes the passage a noise, and in an email the lang
of the wrapper is the only one that most mail programs keep.

## Fails

```html
<div lang="en"><p>Wir haben unsere Zeiten geändert und sind ab Montag schon um acht Uhr für Sie da.</p></div>
```

## Passes

```html
<div lang="de"><p>Wir haben unsere Zeiten geändert und sind ab Montag schon um acht Uhr für Sie da.</p></div>
```

## Silent

As page-language-wrong: where it is not sure, and on what stands in an element with a lang of its own.

## References

- WCAG 2.2, 3.1.2 Language of Parts
- ACT off6ek
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.inheriting import find_wrong
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find elements below html whose lang is not the language of most words that take it."""
    for element, other in document.once(find_wrong):
        if element is not document.root:
            yield _explain(document, element, other)


def _explain(document: Document, element: Tag, other: str) -> Defect:
    letter = document.letter
    if letter and letter.language == element["lang"] and element.find_parent(attrs={"lang": True}) is document.root:
        message = f"The words are in {other}: write it as language in the front matter, not {letter.language}."
        return Defect(message, element, line=letter.lines.get("language", 1))
    return Defect(f'lang="{element["lang"]}" stands on words in {other}: state their language.', element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("3.1.2",), act=("off6ek",))
