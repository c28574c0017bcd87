"""Spacing that readers cannot widen.

## Why it matters

People with dyslexia or low vision set lines, letters and words further apart. `!important` in a style attribute beats
their settings; then it must be wide enough itself.

## Fails

```html
<p style="letter-spacing:0.05em !important">The toy brought back memories.</p>
```

## Passes

```html
<p style="letter-spacing:0.15em !important">The toy brought back memories.</p>
```

## Silent

Without `!important`, in style elements, on words that nobody sees, and on line heights of a few words, which do not
wrap.

## References

- WCAG 2.2, 1.4.12 Text Spacing: line height 1.5, letters 0.12, words 0.16 times the font size
- ACT 24afc2, 9e45ec, 78fd32
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.checks.legibility import worded
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.stylesheets import read_inline
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

_WORDS_THAT_WRAP = 8
_SPACINGS = frozenset({"letter-spacing", "word-spacing", "line-height"})
_PASSED_ON = frozenset({"inherit", "unset", "revert", "revert-layer"})


def find(document: Document) -> Iterator[Defect]:
    """Find style attributes whose important spacing is narrower than what readers must be able to set."""
    fixed = _important_names(document)
    told: set[tuple[int, str]] = set()
    for element in worded(document) if fixed & _SPACINGS else ():
        style = document.cascade.style(element)
        if not (style.is_seen and style.is_displayed and style.is_visible):
            continue
        for name, limit, value in _spacings(document, element):
            if name not in fixed or value >= limit * style.font_size - 0.001:
                continue
            source = _source(element, name)
            if source is not None and (id(source), name) not in told:
                told.add((id(source), name))
                yield Defect(f"Remove !important from {name}, or make it at least {limit}em.", source)


def _important_names(document: Document) -> set[str]:
    """Name the properties that some style attribute sets with !important."""
    styles = {str(element["style"]) for element in document.index.having("style")}
    return {it.name for css in styles for it in read_inline(css) if it.rank[0]}


def _spacings(document: Document, element: Tag) -> Iterator[tuple[str, float, float]]:
    style = document.cascade.style(element)
    yield "letter-spacing", 0.12, style.letter_spacing
    yield "word-spacing", 0.16, style.word_spacing
    if len(document.words(element).split()) >= _WORDS_THAT_WRAP:
        ratio = style.line_ratio
        yield "line-height", 1.5, (1.2 if ratio is None else ratio) * style.font_size


def _source(element: Tag, name: str) -> Tag | None:
    """Find the element whose style attribute sets a property for these words with !important, if any does."""
    for node in (element, *element.parents):
        said = [it for it in read_inline(str(node.get("style") or "")) if it.name == name]
        winner = max(said, key=lambda it: it.rank[0]) if said else None
        if winner is not None:
            last = [it for it in said if it.rank[0] == winner.rank[0]][-1]
            is_own = last.rank[0] and last.value.strip().lower() not in _PASSED_ON
            return node if is_own and isinstance(node, Tag) else None
    return None


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("1.4.12",), act=("24afc2", "9e45ec", "78fd32"))
