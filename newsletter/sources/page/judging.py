"""Which part of a page is the post: trafilatura judges the words, the smallest element that holds them is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import trafilatura
from bs4 import Tag
from bs4.element import PreformattedString

from newsletter.sources.page.elements import classes_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

SHINGLE_WORDS = 4
# The share of the judged words that the kept element must hold.
HELD = 0.85
# Elements that are kept whole: a post is never one paragraph of a page.
_WHOLE = frozenset({"p", "ul", "ol", "table", "tbody", "blockquote", "pre"})
# Each of these is whole: a post among posts, a comment among comments.
_ITEM = re.compile(r"post|entry|article|item|card|comment|story|review|slide|tile|response", re.IGNORECASE)
PROSE_WORDS = 25
_WORD = re.compile(r"\w+")

Shingles = frozenset[int]


def judge_words(html: str, url: str = "") -> str:
    """Ask trafilatura for the words of the post; empty when it finds none."""
    text = trafilatura.extract(
        html, url=url or None, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return text or ""


def shingle(text: str) -> Shingles:
    """Hash every run of four words of `text`; one hash of all of it where it is shorter."""
    words = _WORD.findall(text.casefold())
    if len(words) < SHINGLE_WORDS:
        return frozenset([hash(tuple(words))]) if words else frozenset()
    return frozenset(
        hash(tuple(words[start : start + SHINGLE_WORDS])) for start in range(len(words) - SHINGLE_WORDS + 1)
    )


def shingle_lines(text: str) -> Shingles:
    """Hash runs as `shingle` does, and each line that is shorter than a run: a heading or an item of a list."""
    lines = (tuple(_WORD.findall(line.casefold())) for line in text.splitlines())
    return shingle(text) | {hash(line) for line in lines if 0 < len(line) < SHINGLE_WORDS}


def share_of(text: str, judged: Shingles) -> float:
    """Say which share of the runs of words in `text` the judge has too."""
    own = shingle(text)
    return len(own & judged) / len(own) if own else 0.0


def holds_most(text: str, judged: Shingles) -> bool:
    """Whether most of what the judge has is in `text`: a page whose banner is never closed holds its post in there."""
    return len(shingle(text) & judged) > len(judged) / 2


def find_post(soup: BeautifulSoup, judged: Shingles) -> Tag | None:
    """Find the smallest element that holds the judged words; the body where there are none."""
    container: Tag = soup.body or soup
    words = _WordMap(container, judged)
    total = len(judged)
    while total:
        children = container.find_all(recursive=False)
        child = max(children, key=words.judged_in, default=None)
        if child is None or words.judged_in(child) < HELD * total or child.name in _WHOLE:
            break
        container = child
    return _widen(container)


def _widen(container: Tag) -> Tag:
    """Take what is around an element that is one of several parts of a post, alike in name and classes, with prose."""
    parent, classes = container.parent, classes_of(container)
    if parent is None or container.name not in {"div", "section"} or not classes or _ITEM.search(classes):
        return container
    alike = (
        it
        for it in parent.find_all(container.name, recursive=False)
        if it is not container and classes_of(it) == classes and _is_prose(it)
    )
    return parent if any(alike) else container


def _is_prose(element: Tag) -> bool:
    """Whether an element holds a paragraph that is long enough, and not mostly links."""
    paragraphs = (it for it in element.find_all("p") if len(it.get_text().split()) >= PROSE_WORDS)
    return any(len(" ".join(a.get_text() for a in it.find_all("a"))) < len(it.get_text()) / 2 for it in paragraphs)


class _WordMap:
    """Where each element's words begin and end in the text of a page, and how many of them the judge has: one pass."""

    def __init__(self, root: Tag, judged: Shingles) -> None:
        words: list[str] = []
        self._spans: dict[int, list[int]] = {id(root): [0, 0]}
        open_tags = [root]
        for node in root.descendants:
            while open_tags[-1] is not node.parent:
                self._spans[id(open_tags.pop())][1] = len(words)
            if isinstance(node, Tag):
                self._spans[id(node)] = [len(words), len(words)]
                open_tags.append(node)
            elif not isinstance(node, PreformattedString):
                words += _WORD.findall(str(node).casefold())
        for tag in open_tags:
            self._spans[id(tag)][1] = len(words)
        runs = (hash(tuple(words[start : start + SHINGLE_WORDS])) for start in range(len(words)))
        self._judged = [run if run in judged else None for run in runs]

    def judged_in(self, element: Tag) -> int:
        """Count the different runs of words that begin in an element and that the judge has too."""
        start, end = self._spans[id(element)]
        return len(set(self._judged[start:end]) - {None})
