"""How well posts come in from real pages, beside trafilatura's and readability-lxml's own output.

`make bench-import` prints, over the pages shared beside the project, the F1 of the text (runs of four words), recall
and precision of each kind of structure, and the time of a page of 200 KB. What is expected is mozilla/readability's
expected output for the same pages.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections import Counter
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import trafilatura
from bs4 import BeautifulSoup
from readability import Document as Readability

from newsletter.blocks import plain_text
from newsletter.decoding import decode_html
from newsletter.model import (
    Block,
    Blocks,
    Button,
    Callout,
    CodeBlock,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    Quote,
    Strikethrough,
    Strong,
    Table,
    Video,
)
from newsletter.sources.page.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = Path(__file__).resolve().parent.parent.parent / "shared" / "pages"
KINDS = {
    "headings": "h1, h2, h3, h4, h5, h6",
    "links": "a[href]",
    # Markdown and emails have no links inside code; one page, a memo set in <pre>, holds half of all links.
    "links in prose": "a[href]:not(pre a)",
    "list items": "li",
    "quotes": "blockquote",
    "code": "pre",
    "captions": "figcaption, [id^=caption-attachment]",
    # A table around tables is layout.
    "tables": "table:not(:has(table))",
}
# The same picture in another size, as WordPress names it.
SIZE_SUFFIX = re.compile(r"-\d+x\d+(?=\.\w+$)")
SHOWN_CHARACTERS = 60
RUN = 4
SIZE = 200 * 1024
REPEATS = 5


def main() -> None:
    """Print the figures; say so where there are no pages."""
    folders = sorted(folder for folder in PAGES.glob("*/") if (folder / "expected.html").is_file())
    if not folders:
        sys.exit("The pages stand beside the project, and are not there.")
    scores = {name: Score() for name in TOOLS}
    for folder in folders:
        page = decode_html((folder / "source.html").read_bytes())
        expected = (folder / "expected.html").read_text(encoding="utf-8")
        captions = _captions(page)
        for name, read in TOOLS.items():
            scores[name].add(expected, read(page), captions)
    print(f"{len(folders)} pages             " + "".join(f"{name:>22}" for name in scores))
    print("text F1               " + "".join(f"{score.text_f1:22.3f}" for score in scores.values()))
    for kind in (*KINDS, "images", "alts"):
        print(f"{kind:14} rec/prec" + "".join(f"{score.show(kind):>22}" for score in scores.values()))
    _print_speed(folders)


class Score:
    """Adds pages up."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._f1: list[float] = []
        self._hits: Counter[str] = Counter()
        self._expected: Counter[str] = Counter()
        self._found: Counter[str] = Counter()

    def add(self, expected: str, found: str, captions: Counter[str]) -> None:
        """Add a page: the expected HTML, the HTML that was found, and the captions of the page itself."""
        (wanted, wanted_text), (got, got_text) = _structure(expected), _structure(found)
        kept = _words(wanted_text)
        wanted["captions"] |= Counter({words: count for words, count in captions.items() if words in kept})
        self._f1.append(_f1(_runs(wanted_text), _runs(got_text)))
        for kind in wanted:
            self._hits[kind] += (wanted[kind] & got[kind]).total()
            self._expected[kind] += wanted[kind].total()
            self._found[kind] += got[kind].total()

    @property
    def text_f1(self) -> float:
        """The mean F1 of the runs of words."""
        return sum(self._f1) / len(self._f1)

    def show(self, kind: str) -> str:
        """Recall and precision of one kind."""
        recall = self._hits[kind] / max(1, self._expected[kind])
        precision = self._hits[kind] / max(1, self._found[kind])
        return f"{recall:.3f} {precision:.3f}"


def _structure(html: str) -> tuple[dict[str, Counter[str]], str]:
    soup = BeautifulSoup(html or "<p></p>", "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.extract()
    found = {
        kind: Counter(_words(it.get_text(" "))[:SHOWN_CHARACTERS] for it in soup.select(css))
        for kind, css in KINDS.items()
    }
    images = [image for image in soup.select("img[src]") if not str(image["src"]).startswith("data:")]
    names = (PurePosixPath(re.sub(r"[?#].*", "", str(image["src"]))).name for image in images)
    found["images"] = Counter(SIZE_SUFFIX.sub("", name) for name in names)
    found["alts"] = Counter(_words(str(image.get("alt") or "")) for image in images)
    for counter in found.values():
        del counter[""]
    return found, soup.get_text(" ")


def _captions(page: str) -> Counter[str]:
    """Find the captions that a page marks otherwise than by <figcaption>.

    By a class, as WordPress does, or as italics below a picture. The expected output holds their words and has lost
    their classes, so that without these a tool that keeps a caption as one would be called wrong.
    """
    marked = BeautifulSoup(page, "lxml").select(
        ".wp-caption-text, .tr-caption, .imageCaption, img + em, img + i, img + br + em, img + br + i"
    )
    return Counter(_words(element.get_text(" "))[:SHOWN_CHARACTERS] for element in marked)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text).split()
    return Counter(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))


def _f1(wanted: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> float:
    hits = (wanted & got).total()
    return 2 * hits / (wanted.total() + got.total())


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _ours(page: str) -> str:
    return _html(read_page(page, "http://fakehost/test/page.html").post.blocks)


def _trafilatura(page: str) -> str:
    found = trafilatura.extract(
        page,
        output_format="html",
        include_comments=False,
        include_links=True,
        include_images=True,
        include_tables=True,
        include_formatting=True,
    )
    return found or ""


def _readability(page: str) -> str:
    return str(Readability(page).summary())


TOOLS: dict[str, Callable[[str], str]] = {
    "newsletter": _ours,
    "trafilatura": _trafilatura,
    "readability-lxml": _readability,
}


def _html(blocks: Blocks) -> str:
    """Write blocks as bare HTML, for the same measure as the others."""
    return " ".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading(level, content):
            return f"<h{level}>{_inlines(content)}</h{level}>"
        case Paragraph(content):
            return f"<p>{_inlines(content)}</p>"
        case List(items):
            return "<ul>" + "".join(f"<li>{_html(item.blocks)}</li>" for item in items) + "</ul>"
        case Quote(inner):
            return f"<blockquote>{_html(inner)}</blockquote>"
        case Callout(_, inner) | Footnote(_, inner):
            return f"<div>{_html(inner)}</div>"
        case Image():
            picture = f'<img src="{escape(block.source)}" alt="{escape(block.alt or "")}">'
            linked = f'<a href="{escape(block.target)}">{picture}</a>' if block.target else picture
            return f"<figure>{linked}<figcaption>{_inlines(block.caption)}</figcaption></figure>"
        case Button(target, content):
            return f'<a href="{escape(target)}">{_inlines(content)}</a>'
        case Video(target, title):
            return f'<a href="{escape(target)}">{escape(title)}</a>'
        case CodeBlock(text):
            return f"<pre>{escape(text)}</pre>"
        case Table():
            rows = ("".join(f"<td>{_inlines(cell)}</td>" for cell in row) for row in (block.header, *block.rows))
            body = "".join(f"<tr>{row}</tr>" for row in rows)
            return f"<table><caption>{_inlines(block.caption)}</caption>{body}</table>"
    return ""


def _inlines(content: Inlines) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    match inline:
        case Link(_, content):
            return f'<a href="#">{_inlines(content)}</a>'
        case FootnoteReference(label):
            return f'<a href="#">{escape(label)}</a>'
        case Emphasis(content) | Strong(content) | Strikethrough(content):
            return _inlines(content)
    return escape(plain_text((inline,)))


def _print_speed(folders: list[Path]) -> None:
    """Time a page of 200 KB: the largest one, its body repeated to that size."""
    page = max((decode_html((folder / "source.html").read_bytes()) for folder in folders), key=len)
    start = page.lower().find("</p>")
    padding = "<p>Some more words of the post, so that the page has the size that is asked for.</p>"
    large = page[: start + 4] + padding * ((SIZE - len(page)) // len(padding)) + page[start + 4 :]
    seconds = []
    for _ in range(REPEATS):
        started = time.process_time()
        read_page(large, "http://fakehost/test/page.html")
        seconds.append(time.process_time() - started)
    # Kilobytes on Linux; of this whole process, the peers and their libraries included.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = f"a page of {len(large) / 1024:.0f} KB"
    print(f"{size}: {min(seconds):.2f} s of one processor (aim 0.3), {peak:.0f} MB in all (aim 200)")


if __name__ == "__main__":
    main()
