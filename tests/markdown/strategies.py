"""Blocks for property tests: as people write them, and with every character that means something in Markdown."""

from __future__ import annotations

from hypothesis import strategies as st

from newsletter.model import (
    Alignment,
    Block,
    Button,
    Callout,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strikethrough,
    Strong,
    Table,
    Text,
    Video,
)

_WORD = st.text("abcXYZäéأ中0123456789.,;:!?*_`#[]()<>{}|~-+=&\\'\"“”–…/", min_size=1, max_size=10)
phrases = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
targets = st.sampled_from(["https://example.org/a", "https://example.org/a_(b)?c=d&e=f#g", "mailto:a@example.org"])
_code = st.text("abc `*<&\\", min_size=1, max_size=8).filter(lambda text: text.strip() == text)


def _marked(words: st.SearchStrategy[str]) -> st.SearchStrategy[Inline]:
    text = words.map(lambda phrase: (Text(phrase),))
    return st.one_of(
        text.map(Emphasis),
        text.map(Strong),
        text.map(Strikethrough),
        _code.map(Code),
        st.builds(Link, targets, text),
    )


@st.composite
def inlines(draw: st.DrawFn) -> Inlines:
    """One line: words, and marked words with plain ones between them."""
    content: list[Inline] = []
    words = draw(phrases)
    for piece in draw(st.lists(_marked(st.from_regex(r"[a-zé]+( [a-z*_.!]*[a-z])?", fullmatch=True)), max_size=3)):
        content += [Text(f"{words} "), piece]
        words = f" {draw(phrases)}"
    return (*content, Text(words))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Lines with the author's breaks between them."""
    lines = draw(st.lists(inlines(), min_size=1, max_size=3))
    content = list(lines[0])
    for line in lines[1:]:
        content += [LineBreak(), *line]
    return Paragraph(tuple(content))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A header and rows of as many cells."""
    columns = draw(st.integers(1, 3))
    row = st.lists(inlines(), min_size=columns, max_size=columns).map(tuple)
    sides = tuple(draw(st.lists(st.sampled_from(Alignment), min_size=columns, max_size=columns)))
    caption = draw(st.one_of(st.just(()), inlines()))
    return Table(draw(row), tuple(draw(st.lists(row, max_size=2))), sides, caption)


def leaves() -> st.SearchStrategy[Block]:
    """Blocks that hold no other blocks."""
    return st.one_of(
        paragraphs(),
        st.builds(Heading, st.integers(2, 6), inlines()),
        st.builds(Button, targets, phrases.map(lambda words: (Text(words),))),
        st.builds(Video, targets, st.from_regex(r"[a-z]+( [a-z]+)?", fullmatch=True), st.sampled_from(["", "p.jpg"])),
        st.builds(CodeBlock, st.text("ab `\n~#", max_size=20).map(str.strip), st.sampled_from(["", "python"])),
        st.just(Divider()),
        st.builds(
            Image,
            st.just("a-b.jpg"),
            phrases,
            st.one_of(st.just(()), inlines()),
            st.sampled_from(["", "https://example.org/a"]),
        ),
        st.just(Image("line.png", "", decorative=True)),
        tables(),
    )


def _nest(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    item = st.builds(ListItem, st.tuples(paragraphs()) | st.tuples(paragraphs(), inner))
    return st.one_of(
        st.builds(Quote, several),
        st.builds(Callout, st.just("note"), several),
        st.builds(List, st.lists(item, min_size=1, max_size=3).map(tuple), st.just(False)),
        st.builds(List, st.lists(item, min_size=1, max_size=3).map(tuple), st.just(True), st.integers(1, 11)),
    )


blocks = st.lists(st.recursive(leaves(), _nest, max_leaves=4), min_size=1, max_size=4).map(tuple)
