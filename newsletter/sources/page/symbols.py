"""Signs that pages draw as pictures or by script: emoji, formulas, small figures above and below the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from newsletter.sources.page.marks import Page

_EMOJI = "img.emoji, img.wp-smiley, img.twemoji, img[src*='emoji']"
MAX_EMOJI_CHARACTERS = 12
# KaTeX and MathJax write a formula three times: as MathML for screen readers, as drawing, as TeX.
_DRAWN = ".katex-html, .MathJax_Preview, .MathJax_SVG, mjx-container > svg, .mwe-math-fallback-image-inline"
# MathML that reads the same as a line of text.
_LINEAR = frozenset({"math", "semantics", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "annotation"})
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SMALL = re.compile(r"[\d+\-−=()n]+")


def spell_symbols(page: Page) -> None:
    """Write emoji as the character that they show, and formulas as words or, where they are no line, as TeX."""
    soup = page.soup
    for emoji in page.select(_EMOJI):
        alt = str(emoji.get("alt") or "").strip()
        if alt and len(alt) <= MAX_EMOJI_CHARACTERS:
            emoji.replace_with(alt)
    for image in page.select("img.latex[alt], img.mwe-math-fallback-image-inline[alt]"):
        image.replace_with(_code(soup, str(image["alt"])))
    for formula in soup.find_all("math"):
        _spell_formula(soup, formula)


def spell_boxes(page: Page) -> None:
    """Write the ticks of a list of tasks as signs."""
    for box in page.soup.find_all("input", type="checkbox"):
        if box.find_parent("li"):
            box.replace_with("☑ " if box.has_attr("checked") else "☐ ")


def small_figures(name: str, words: str) -> str:
    """Write the figures of <sup> or <sub> with the signs that mean the same; other words stay as they are."""
    if not _SMALL.fullmatch(words):
        return words
    return words.translate(_RAISED if name == "sup" else _LOWERED) if name == "sup" or "n" not in words else words


def _spell_formula(soup: BeautifulSoup, formula: Tag) -> None:
    around = formula.find_parent(class_=["katex", "MathJax", "mwe-math-element"])
    for drawn in around.select(_DRAWN) if around else []:
        drawn.extract()
    is_linear = all(tag.name in _LINEAR for tag in formula.find_all(name=True))
    annotation = formula.find("annotation")
    tex = annotation.get_text() if annotation else str(formula.get("alttext") or "")
    if annotation:
        annotation.extract()
    words = " ".join(formula.get_text().split())
    if is_linear or not tex.strip():
        formula.replace_with(words)
    else:
        formula.replace_with(_code(soup, tex.strip()))


def _code(soup: BeautifulSoup, words: str) -> Tag:
    code = soup.new_tag("code")
    code.string = words
    return code
