"""What people write in issue.md, and what it means."""

from __future__ import annotations

from newsletter.markdown.reading import read_markdown
from newsletter.model import (
    Alignment,
    Button,
    Callout,
    Dropped,
    Footnote,
    FootnoteReference,
    Image,
    LineBreak,
    Link,
    Paragraph,
    Table,
    Text,
    Video,
)


def test_an_image_alone_is_a_block_with_its_caption() -> None:
    (image,), _ = read_markdown('![Two chairs](chairs.jpg "The room")')
    assert image == Image("chairs.jpg", "Two chairs", (Text("The room"),))


def test_an_image_without_alt_text_is_a_gap_and_a_decorative_one_is_not() -> None:
    (gap, decorative), _ = read_markdown("![](a.jpg)\n\n![](b.jpg){.decorative}")
    assert gap == Image("a.jpg", None)
    assert decorative == Image("b.jpg", "", decorative=True)


def test_an_image_among_words_becomes_a_block_between_paragraphs() -> None:
    blocks, _ = read_markdown("Look ![A cat](cat.jpg) here")
    assert blocks == (Paragraph((Text("Look"),)), Image("cat.jpg", "A cat"), Paragraph((Text("here"),)))


def test_links_that_stand_alone_can_be_buttons_and_videos() -> None:
    blocks, _ = read_markdown(
        '[Book](https://a.example){.button}\n\n[A talk](https://b.example){.video poster="p.jpg"}'
    )
    assert blocks == (Button("https://a.example", (Text("Book"),)), Video("https://b.example", "A talk", "p.jpg"))


def test_a_picture_in_a_link_to_a_video_is_its_poster() -> None:
    (video,), _ = read_markdown("[![A talk](p.jpg)](https://b.example){.video}")
    assert video == Video("https://b.example", "A talk", "p.jpg", line=1)


def test_a_table_has_header_alignments_and_caption() -> None:
    blocks, _ = read_markdown("Table: Fees\n\n| Hour | Fee |\n|---|--:|\n| One | £60 |")
    header, row = ((Text("Hour"),), (Text("Fee"),)), ((Text("One"),), (Text("£60"),))
    assert blocks == (Table(header, (row,), (Alignment.START, Alignment.END), (Text("Fees"),)),)


def test_a_callout_is_a_quote_with_a_kind() -> None:
    (callout,), _ = read_markdown("> [!NOTE]\n> This letter speaks of loss.")
    assert callout == Callout("note", (Paragraph((Text("This letter speaks of loss."),)),))


def test_footnotes_stand_last() -> None:
    blocks, _ = read_markdown("It helps.[^1]\n\n[^1]: A study.\n\nMore.")
    assert blocks[0] == Paragraph((Text("It helps."), FootnoteReference("1")))
    assert blocks[-1] == Footnote("1", (Paragraph((Text("A study."),)),))


def test_lines_are_those_of_the_file() -> None:
    (_, second), _ = read_markdown("One\n\nTwo\nand [three](https://a.example)")
    assert isinstance(second, Paragraph)
    assert second.line == 3
    assert [inline.line for inline in second.content if isinstance(inline, Link)] == [4]


def test_raw_html_is_left_out_and_named_with_its_line() -> None:
    blocks, dropped = read_markdown("Hello\n\n<div onclick=x>\n\nSo <b>bold</b><br>there\n\n<!-- a note -->")
    assert dropped == (Dropped("<div onclick=x>", "raw HTML", 3),)
    assert blocks[1] == Paragraph((Text("So bold"), LineBreak(), Text("there")))


def test_nesting_without_end_is_read_in_bounded_time() -> None:
    blocks, _ = read_markdown(">" * 5000 + " deep")
    assert blocks
