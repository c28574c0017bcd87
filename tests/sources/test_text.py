"""Plain text, as people paste it from a page."""

from __future__ import annotations

from newsletter.blocks import plain_text
from newsletter.model import Block, Heading, LineBreak, Link, List, Paragraph, Text
from newsletter.sources.files import decode_text, read_bytes
from newsletter.sources.text import read_text_post
from tests.shared import shared_file

PASTED = """\
top of page

A Kind Beginning


The first words.
The second line.


What Helps?


  • Rest
  • Water, and
    a walk
  • 1 friend

See https://example.org/help. Or find us on Instagram.

Warmly,
All of us

Comments
bottom of page
"""


def test_a_pasted_page() -> None:
    reading = read_text_post(PASTED, "post.txt")
    assert reading.post.title == "A Kind Beginning"
    first, heading, items, link, closing = reading.post.blocks
    assert first == Paragraph((Text("The first words."), LineBreak(), Text("The second line.")))
    assert heading == Heading(2, (Text("What Helps?"),))
    assert isinstance(items, List)
    assert [plain_text(item.blocks[0].content) for item in items.items if isinstance(item.blocks[0], Paragraph)] == [
        "Rest",
        "Water, and a walk",
        "1 friend",
    ]
    assert isinstance(link, Paragraph)
    assert Link("https://example.org/help", (Text("https://example.org/help"),)) in link.content
    assert closing == Paragraph((Text("Warmly,"), LineBreak(), Text("All of us")))


def test_what_is_dropped_and_guessed_is_reported() -> None:
    reading = read_text_post(PASTED, "post.txt")
    assert [dropped.words for dropped in reading.dropped] == ["top of page", "Comments", "bottom of page"]
    guesses = {(guess.what, guess.words) for guess in reading.guesses}
    assert ("a heading", "What Helps?") in guesses
    assert ("a link without a target", "Instagram") in guesses


def test_lines_that_a_program_wrapped_are_joined() -> None:
    line = "words that go on and on until the edge of the window"
    text = f"A Title\n\n{line}\n{line}\n{line}\n{line}\nend."
    (paragraph,) = read_text_post(text, "post.txt").post.blocks
    assert isinstance(paragraph, Paragraph)
    assert LineBreak() not in paragraph.content


def test_a_text_without_a_heading_is_named_after_its_file() -> None:
    reading = read_text_post("Only one sentence, and nothing else.", "my-first_post.txt")
    assert reading.post.title == "my first post"
    assert any("file's name" in guess.what for guess in reading.guesses)


def test_the_seed_post() -> None:
    file = shared_file("seed/000_13835efccf27cff8.txt")
    reading = read_text_post(decode_text(read_bytes(file), file.name), file.name)
    blocks = reading.post.blocks
    assert reading.post.title == "Why the Therapeutic Relationship Matters More Than the Technique"
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [heading.level for heading in headings] == [2] * 7
    assert [len(block.items) for block in blocks if isinstance(block, List)] == [5]
    assert blocks[-1] == Paragraph((Text("Warmly,"), LineBreak(), Text("The Self Reflections Team")))
    assert [dropped.words for dropped in reading.dropped] == ["top of page", "Comments", "bottom of page"]
    links = [guess.words for guess in reading.guesses if guess.what == "a link without a target"]
    assert links == ["Instagram", "Facebook", "LinkedIn"]
    assert (reading.post.author, reading.post.date) == ("", None)


def test_nothing_of_the_seed_post_is_lost_or_invented() -> None:
    file = shared_file("seed/000_13835efccf27cff8.txt")
    source = decode_text(read_bytes(file), file.name)
    reading = read_text_post(source, file.name)
    words = [reading.post.title]
    for block in reading.post.blocks:
        match block:
            case Heading() | Paragraph():
                words.append(plain_text(block.content))
            case List(items):
                words += [plain_text(item.blocks[0].content) for item in items if isinstance(item.blocks[0], Paragraph)]
    dropped = {"top of page", "Comments", "bottom of page"}
    expected = " ".join(line.strip().removeprefix("• ") for line in source.splitlines() if line.strip() not in dropped)
    assert " ".join(words).split() == expected.split()


def items_of(block: Block) -> list[str]:
    assert isinstance(block, List)
    return [plain_text(item.blocks[0].content) for item in block.items if isinstance(item.blocks[0], Paragraph)]


def test_underlined_headings_are_guessed() -> None:
    text = (
        "A Walk\n======\nWe left early.\n\nBy the wall:\n------------\nIt was still.\n\n"
        "The end?\n--------\n\nWe slept.\n\nNot this one\n---\nAfter it."
    )
    reading = read_text_post(text, "post.txt")
    assert reading.post.title == "A Walk"
    headings = [block for block in reading.post.blocks if isinstance(block, Heading)]
    assert headings == [Heading(2, (Text("By the wall:"),)), Heading(2, (Text("The end?"),))]
    assert ("a heading", "By the wall:", 5) in {(it.what, it.words, it.line) for it in reading.guesses}


def test_an_address_in_angle_brackets_is_a_link() -> None:
    (paragraph,) = read_text_post("See <https://example.org/a.> now.", "post.txt").post.blocks
    address = "https://example.org/a."
    assert paragraph == Paragraph((Text("See "), Link(address, (Text(address),)), Text(" now.")))


def test_items_with_empty_lines_between_them_are_one_list() -> None:
    text = "A Title\n\nBring:\n\n• Bread\n\n• Water and\n  salt\n\nThen:\n\n1. Wait\n\n2. Go\n\nAnd so we did."
    blocks = read_text_post(text, "post.txt").post.blocks
    assert [items_of(block) for block in blocks if isinstance(block, List)] == [
        ["Bread", "Water and salt"],
        ["Wait", "Go"],
    ]


def test_one_dash_is_no_list() -> None:
    blocks = read_text_post("A Title\n\n– That is so, she said.\n\nAnd she went home.", "post.txt").post.blocks
    assert not any(isinstance(block, List) for block in blocks)
