"""A link or button whose name leaves out the words that are seen.

## Why it matters

Who speaks to the computer says the words on the button. When its name is another, nothing happens.

## Fails

```html
<a href="https://example.org/" aria-label="Contact">Write to us</a>
```

## Passes

```html
<a href="https://example.org/" aria-label="Write to us by mail">Write to us</a>
```

## Silent

On names that hold the words in order, whatever punctuation and symbols stand between; on a single letter or symbol; on
abbreviations; on words that only images show; and on words that a font of icons shows as pictures.

## References

- WCAG 2.2, 2.5.3 Label in Name
- ACT 2ee8b8
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import role_of
from newsletter.checks.aria.tables import roles
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


WIDGETS_WORDS = "button link menuitem menuitemcheckbox menuitemradio option checkbox radio switch tab treeitem gridcell"
WIDGETS = frozenset(WIDGETS_WORDS.split())
ICON_FONT = re.compile(r"icon|awesome|glyph", re.IGNORECASE)
WORD = re.compile(r"\w+")
# Words in brackets say more than the label (Understanding 2.5.3, text in parentheses).
BRACKETS = re.compile(r"\([^)]*\)")


def find(document: Document) -> Iterator[Defect]:
    """Find aria-label and aria-labelledby that do not hold the visible words of what they name."""
    for element in document.index.having("aria-label", "aria-labelledby"):
        role = role_of(element)
        if role not in WIDGETS or "contents" not in roles()[role].naming or not document.is_exposed(element):
            continue
        seen, name = _seen(document, element), document.name(element)
        if name and _asks(seen) and not _holds(_words(name), _words(BRACKETS.sub(" ", seen)), seen):
            yield Defect(f"The name “{name}” leaves out what is seen: “{seen}”. Begin with the words seen.", element)


def _seen(document: Document, element: Tag) -> str:
    """Join the words that are seen in an element: what is cut off or out of sight is not."""
    pieces = []
    for text in element.find_all(string=True):
        parent = text.parent
        if parent is not None and _is_legible(document, parent):
            style = document.cascade.style(parent)
            is_apart = style.display not in {"inline", "contents"} and parent is not element
            pieces.append(f" {text} " if is_apart else str(text))
        if parent is not None and parent.name == "br":
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _is_legible(document: Document, element: Tag) -> bool:
    """Whether words in an element are shown as such; a font of icons shows pictures in their place."""
    styles = (document.cascade.style(it).declared for it in (element, *element.parents) if it.parent is not None)
    font = next((it["font-family"] for it in styles if "font-family" in it), "")
    return document.is_exposed(element) and document.cascade.style(element).is_seen and not ICON_FONT.search(font)


def _asks(seen: str) -> bool:
    """Whether what is seen is words: one letter may stand for a symbol (“X” closes)."""
    letters = [character for character in seen if character.isalnum()]
    return len(letters) > 1 or (len(letters) == 1 and letters[0].isdigit())


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold().replace("’", "'"))


def _holds(name: list[str], words: list[str], seen: str) -> bool:
    """Whether the words stand in the name one after the other; an abbreviation stands for its word."""
    if not words:
        return True
    is_short = {word.casefold() for word in re.findall(r"(\w+)\.(?!\w)", seen)}
    width = len(words)
    starts = range(len(name) - width + 1)
    return any(all(_is_same(a, b, is_short) for a, b in zip(name[i : i + width], words, strict=True)) for i in starts)


def _is_same(said: str, seen: str, short: set[str]) -> bool:
    return said == seen or (seen in short and len(seen) > 1 and seen.isalpha() and said.startswith(seen))


rule = Rule(__name__, Impact.SERIOUS, find, wcag=("2.5.3",), act=("2ee8b8",))
