"""Words that are seen, and how well: what the rules about colour and size share."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.checks.colour import contrast
from newsletter.checks.disabling import disabled_elements
from newsletter.checks.nesting import insiders
from newsletter.checks.rule import Defect
from newsletter.checks.whitespace import squeeze
from newsletter.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

    from newsletter.checks.colour import Colour
    from newsletter.checks.document import Document
    from newsletter.checks.style import Style

MIN_CONTRAST, MIN_CONTRAST_LARGE = 4.5, 3.0
WORD = re.compile(r"[^\W_]{2,}")
# From so many sides a shadow lies behind all of a letter; a single one at no distance shines around it.
_ALL_SIDES = 4
# Many elements share a style, and each build of an issue has nearly all of the last one.
STYLES = 4096


def worded(document: Document) -> Sequence[Tag]:
    """List the elements with words of their own, not only in elements inside them; one letter is a symbol."""
    return document.once(_find_worded)


def _find_worded(document: Document) -> Sequence[Tag]:
    return [element for element, own in document.index.texts if any(WORD.search(squeeze(text)) for text in own)]


def is_in_sight(document: Document, element: Tag) -> bool:
    """Whether an element is shown where people see it; aria-hidden hides only from those who listen."""
    styles = [document.cascade.style(node) for node in (element, *element.parents) if node.parent is not None]
    return styles[0].is_visible and styles[0].is_seen and all(style.is_displayed for style in styles)


def placed_elements(document: Document) -> frozenset[int]:
    """Give the ids (as of `id()`) of elements that position takes out of the flow, and of what is in them.

    What is behind their words is not what they stand in; a background of their own is.
    """
    placed = set(map(id, document.cascade.select(_is_placed)))
    found: set[int] = set()
    for element in document.elements if placed else ():
        is_within = id(element) in placed or id(element.parent) in found
        if is_within and document.cascade.style(element).background.alpha < 1:
            found.add(id(element))
    return frozenset(found)


def _is_placed(style: Style) -> bool:
    return style.declared.get("position", "").strip().lower() in {"absolute", "fixed"}


@functools.lru_cache(maxsize=STYLES)
def is_readable(style: Style) -> bool:
    """Whether words in a style reach the minimum contrast everywhere (WCAG 2.2, 1.4.3)."""
    wanted = MIN_CONTRAST_LARGE if style.is_large else MIN_CONTRAST
    return min(contrast(words, behind) for words, behind in style.pairs) >= wanted


def judge(document: Document, wanted: float, wanted_large: float) -> Iterator[Defect]:
    """Yield a defect for each element with words of its own whose colours are nearer than wanted, or may be."""
    exempt = document.once(disabled_elements)
    drawn = insiders(document, {"svg", "math"})
    placed = document.once(placed_elements)
    for element in worded(document):
        if document.is_exposed(element) and id(element) not in exempt and id(element) not in drawn:
            style = document.cascade.style(element)
            if style.is_seen:
                found = (replace(it, element=element) for it in _judge_style(style, wanted, wanted_large))
                yield from map(_doubt, found) if id(element) in placed else found


def _doubt(defect: Defect) -> Defect:
    message = f"{defect.message} Its place may be over something else: look whether the words can be read there."
    return replace(defect, message=message, outcome=Outcome.REVIEW)


@functools.lru_cache(maxsize=STYLES)
def _judge_style(style: Style, wanted: float, wanted_large: float) -> tuple[Defect, ...]:
    return tuple(_find_defects(style, wanted_large if style.is_large else wanted))


def _find_defects(style: Style, wanted: float) -> Iterator[Defect]:
    if style.text.hex == style.behind.hex and len(style.pairs) == 1 and not style.is_over_picture:
        message = "Words have the colour of what is behind them: hide them with display:none, or show them."
        yield Defect(message, outcome=Outcome.REVIEW)
        return
    pairs = [pair for words, behind in style.pairs for pair in _shadowed(style, words, behind)]
    worst, best = (by(pairs, key=lambda pair: contrast(*pair)) for by in (min, max))
    ratio = contrast(*best)
    if ratio < wanted and (style.is_backed or not style.is_over_picture):
        # Shown with one decimal more than wanted, never rounded up to it.
        shown, where = int(ratio * 100) / 100, ", where pictures are off," if style.is_over_picture else ""
        yield Defect(f"{best[0].hex} on {best[1].hex}{where} has a contrast of {shown}:1; it needs {wanted}:1.")
    elif style.is_over_picture:
        message = "Words stand over a picture: look whether they can be read, and set a background colour too."
        yield Defect(message, outcome=Outcome.REVIEW)
    elif contrast(*worst) < wanted:
        message = f"Words stand over several colours, and {worst[0].hex} on {worst[1].hex} cannot be read: look where."
        yield Defect(message, outcome=Outcome.REVIEW)


def _shadowed(style: Style, words: Colour, behind: Colour) -> Iterator[tuple[Colour, Colour]]:
    """Yield the colours around letters: the background, and what of their shadows lies over it."""
    shadows = [it for it in style.shadows if it.colour.alpha > 0]
    sides = {(it.right > 0) - (it.right < 0) for it in shadows}, {(it.down > 0) - (it.down < 0) for it in shadows}
    is_covered = len(shadows) >= _ALL_SIDES and all({1, -1} <= side for side in sides)
    if not is_covered:
        yield words, behind
    shining = shadows if is_covered else [it for it in shadows if it.right == it.down == 0 and it.blur]
    yield from ((words, it.colour.over(behind)) for it in shining)
