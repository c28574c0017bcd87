"""The html element without a language.

## Why it matters

A screen reader picks its voice and its rules of pronunciation by the language of the document. Without one it guesses
from the reader's own settings, and a German letter is read with English sounds.

## Fails

```html
<html><body><p lang="de" dir="ltr">Guten Morgen</p></body></html>
```

## Passes

```html
<html lang="de"><body><p lang="de" dir="ltr">Guten Morgen</p></body></html>
```

## Silent

On fragments: HTML without an html element, as templates have it.

## References

- WCAG 2.2, 3.1.1 Language of Page
- ACT b5c3f8
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find a root element whose lang is missing or blank; xml:lang alone does not count in HTML."""
    root = document.root
    if root is not None and not str(root.get("lang") or "").strip():
        yield Defect(f'Say the language of the document: <html lang="{main_language(document)}">.', root)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("3.1.1",), act=("b5c3f8",))
