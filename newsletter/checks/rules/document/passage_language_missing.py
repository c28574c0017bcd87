"""A passage in another language that does not say so.

## Why it matters

A screen reader goes on in the voice of the page, and says a French quotation with English sounds.

## Fails

```html
<html lang="en"><body><p>Our new poster is here, and you can have it from us.</p>
<p>Nous sommes là pour vous, et vous pouvez nous écrire avec vos mots.</p></body></html>
```

## Passes

```html
<html lang="en"><body><p>Our new poster is here, and you can have it from us.</p>
<p lang="fr">Nous sommes là pour vous, et vous pouvez nous écrire avec vos mots.</p></body></html>
```

## Silent

Off unless selected. On blocks of fewer than 60 letters, where it is not sure (see page-language-wrong), and where the
lang of the page or of the element around is itself wrong.

## References

- WCAG 2.2, 3.1.2 Language of Parts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.inheriting import find_wrong, stated_language
from newsletter.checks.tongues.telling import tell_other
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

BLOCKS = ("p", "li", "blockquote", "td", "h1", "h2", "h3", "h4", "h5", "h6")
MIN_LETTERS = 60


def find(document: Document) -> Iterator[Defect]:
    """Find innermost blocks whose words are surely not in the language that they inherit."""
    wrong = {id(element) for element, _ in document.once(find_wrong)}
    for block in document.find(*BLOCKS):
        words = document.words(block)
        if block.has_attr("lang") or len(words) < MIN_LETTERS or block.find([*BLOCKS]) or block.find(lang=True):
            continue
        owner = block.find_parent(lang=True)
        if owner is None or id(owner) in wrong or not (language := stated_language(owner)):
            continue
        if other := tell_other(words, language):
            yield Defect(f"This is in {other} amid another language: say so with a lang.", block)


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.2",), optional=True)
