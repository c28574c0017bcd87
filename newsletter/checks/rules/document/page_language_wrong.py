"""A page that says it is in another language than its words.

## Why it matters

A screen reader says the words with the voice and the rules of the language that the page states: German read as
English is a noise. Mail programs offer to translate what is no foreign language.

## Fails

```html
<html lang="en"><body><p>Wir haben unsere Zeiten geändert und sind ab Montag schon um acht Uhr für Sie da.</p></body>
</html>
```

## Passes

```html
<html lang="de"><body><p>Wir haben unsere Zeiten geändert und sind ab Montag schon um acht Uhr für Sie da.</p></body>
</html>
```

## Silent

Where it is not sure: it counts the small words (“the”, “und”) of 38 languages, and needs at least four of another
language and three times as many as of the stated one, or letters that the stated language is not written in. So it is
silent on a few words, on names, on languages that it does not know, and between near ones such as Danish and
Norwegian. What stands in an element with a lang of its own does not count.

## References

- WCAG 2.2, 3.1.1 Language of Page
- ACT ucwvc8
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.inheriting import find_wrong
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find an html element whose lang is not the language of most words that take it."""
    for element, other in document.once(find_wrong):
        if element is document.root:
            message = f'The page says lang="{element["lang"]}", and its words are in {other}: state their language.'
            yield Defect(message, element)


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("3.1.1",), act=("ucwvc8",))
