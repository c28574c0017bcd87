"""Code and other preformatted text, without the line numbers and links that pages put into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import CodeBlock, Dropped
from newsletter.sources.page.elements import classes_of
from newsletter.sources.page.tables import cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

    from newsletter.sources.page.marks import Page


# How far around a block of code its language may stand.
NEAR = 8
# Rouge, Pygments, Chroma, highlight.js, Prism, Octopress and Hexo count lines in these.
_LINE_NUMBERS = (
    ".ln, .lnt, .lineno, .linenos, .lineno-container, .line-number, .line-numbers, .linenumber, .line-numbers-rows, "
    ".gutter, .rouge-gutter, .hljs-ln-numbers, .react-syntax-highlighter-line-number, .blob-num, .crayon-nums"
)
# What highlighters make of code with no <pre>: the box, and what holds each of its lines.
_BOXES = (
    (".syntaxhighlighter", "td.code .line, .code .line"),
    (".crayon-syntax", ".crayon-line"),
    ("table.js-file-line-container, table.highlight", "td.blob-code, td.js-file-line"),
    (".CodeMirror", ".CodeMirror-line"),
)
_LINES = ["div", "li", "tr", "p"]
_NAMED = re.compile(r"(?:^| )(?:language-|highlight-source-|highlight-(?!source)|brush:\s?)([\w+#]+)")
# Pandoc, Hexo and highlight.js name it by a word beside their own; far around, `lang-` is one that people speak.
_BESIDE = re.compile(r"(?:^| )(?:(?:sourceCode|highlight|hljs|code)\s+|lang-)([a-z][\w+#]*)")
_NO_LANGUAGES = frozenset(
    {"source", "default", "notranslate", "text", "plaintext", "none", "hljs", "table", "tab", "nowrap"}
)


def box_code(page: Page) -> None:
    """Put code that a highlighter set in tables or boxes into <pre>, as other pages have it."""
    for box, line in _BOXES:
        for element in page.select(box):
            lines = element.select(line)
            if not lines or element.find_parent("pre"):
                continue
            code = page.soup.new_tag("pre", attrs={"class": classes_of(element)})
            code.string = "\n".join(it.get_text().rstrip("\n").replace("\xa0", " ") for it in lines)
            element.replace_with(code)


def read_code(element: Tag) -> Iterator[CodeBlock]:
    """Read <pre> as a block of code; nothing where it holds no words."""
    for number in element.select(_LINE_NUMBERS):
        number.extract()
    for line_break in element.find_all("br"):
        line_break.replace_with("\n")
    for line in element.find_all(_LINES):
        if not line.get_text().endswith("\n"):
            line.append("\n")
    text = element.get_text().replace("\r\n", "\n").strip("\n").rstrip()
    if text.strip():
        yield CodeBlock(text, _language(element))


def lost_links(element: Tag) -> Iterator[Dropped]:
    """Name the links of <pre>, which code cannot hold."""
    words = [" ".join(anchor.get_text().split()) for anchor in element.find_all("a", href=True)]
    if words := [it for it in words if it]:
        yield Dropped(words[0], f"links in preformatted text: {len(words)}")


def is_listing(rows: Sequence[Tag]) -> bool:
    """Whether a table holds line numbers beside code."""
    cells = cells_of(rows[0]) if len(rows) == 1 else []
    return len(cells) > 1 and cells[-1].find("pre") is not None and bool(re.fullmatch(r"[\d\s]*", cells[0].get_text()))


def _language(element: Tag) -> str:
    """Find the language that a page names for its code, on the block or around it."""
    own = [element, *element.find_all("code", limit=1)]
    for tag in [*own, *list(element.parents)[:NEAR]]:
        named = tag.get("data-lang") or tag.get("data-language")
        classes = classes_of(tag)
        beside = _BESIDE.findall(classes) if any(tag is it for it in (*own, element.parent)) else []
        words = [str(named)] if named else [*_NAMED.findall(classes), *beside]
        for word in words:
            if word.lower() not in _NO_LANGUAGES:
                return word
    return ""
