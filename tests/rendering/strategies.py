"""Blocks of every kind, nested in any way, whose words, targets and alts can be told apart."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import strategies as st

from newsletter.blocks import map_blocks, map_inlines
from newsletter.model import (
    Block,
    Blocks,
    Button,
    Callout,
    CodeBlock,
    Footnote,
    FootnoteReference,
    Image,
    Inline,
    Inlines,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Text,
    Video,
)
from tests.markdown.strategies import leaves, phrases


def _nest(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, min_size=1, max_size=2).map(tuple)
    items = st.lists(st.builds(ListItem, several), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Quote, several),
        st.builds(Callout, st.sampled_from(["note", "spoiler"]), several),
        st.builds(List, items, st.booleans(), st.integers(1, 11)),
    )


@st.composite
def _with_notes(draw: st.DrawFn, bodies: st.SearchStrategy[Blocks]) -> Blocks:
    """Blocks, words that refer to notes, also from within a link, and the notes."""
    labels = draw(st.lists(st.sampled_from(["a", "b", "1"]), max_size=2, unique=True))
    marks = [
        Paragraph((Text("It helps"), Link("x", (Text("so"), mark)), mark) if draw(st.booleans()) else (mark, mark))
        for mark in map(FootnoteReference, labels)
    ]
    notes = [Footnote(label, (Paragraph((Text(draw(phrases)),)), *draw(bodies))) for label in labels]
    return (*draw(bodies), *marks, *notes)


def _tell_apart(blocks: Blocks) -> Blocks:
    """Number all words, targets and alts; no words of an author's look like the marks that the text part adds."""
    numbers = itertools.count(1)

    def each(inline: Inline) -> Inlines:
        match inline:
            case Text(text):
                return (Text(f"w{next(numbers)} {text}"),)
            case Link():
                return (replace(inline, target=f"https://example.org/{next(numbers)}"),)
        return (inline,)

    def change(block: Block) -> Block:
        changed = map_inlines(block, each)
        match changed:
            case Image(_, alt, target=target) if not changed.decorative:
                target = f"https://example.org/{next(numbers)}" if target else ""
                return replace(changed, alt=f"alt{next(numbers)} {str(alt).replace(']', ')')}", target=target)
            case Button() | Video():
                return replace(changed, target=f"https://example.org/{next(numbers)}")
            case CodeBlock(text):
                return replace(changed, text="".join(it if it not in "~#" else "c" for it in text))
        return changed

    return map_blocks(blocks, change)


_bodies = st.lists(st.recursive(leaves(), _nest, max_leaves=6), min_size=1, max_size=3).map(tuple)
any_blocks: st.SearchStrategy[Blocks] = _with_notes(_bodies).map(_tell_apart)
