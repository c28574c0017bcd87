"""Which words belong together, and where they stand."""

from __future__ import annotations

from newsletter.checks.document import Document, Letter
from newsletter.checks.reading.passages import Kind, passages_of, passages_of_blocks
from newsletter.markdown.reading import read_markdown
from newsletter.model import CodeBlock, Heading, LineBreak, Paragraph, Text


def test_passages_of_an_issue_know_their_lines() -> None:
    text = 'Hello.\n\n## Small things\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n![x](y.png "A boat")\n'
    found = list(passages_of_blocks(read_markdown(text)[0]))
    assert [(it.text, it.kind, it.line) for it in found if it.text][:4] == [
        ("Hello.", Kind.PARAGRAPH, 1),
        ("Small things", Kind.HEADING, 3),
        ("one", Kind.ITEM, 5),
        ("two", Kind.ITEM, 6),
    ]
    assert [it.text for it in found if it.kind in {Kind.CELL, Kind.CAPTION} and it.text] == [
        "a",
        "b",
        "c",
        "d",
        "A boat",
    ]


def test_code_is_no_prose_and_a_line_break_is_a_newline() -> None:
    blocks = (
        Heading(2, (Text("Small things"),)),
        Paragraph((Text("Warmly,"), LineBreak(), Text("The Quay"))),
        CodeBlock("x = 1"),
    )
    assert [passage.text for passage in passages_of_blocks(blocks)] == ["Small things", "Warmly,\nThe Quay"]
    document = Document("", letter=Letter(blocks, "en", ""))
    assert len(passages_of(document)) == 2


def test_passages_of_html_are_the_innermost_blocks() -> None:
    html = "<td><div>Zero<p>One <b>bold</b></p><ul><li>Two<br>lines</li><li hidden>No</li></ul>After</div></td>"
    html += "<pre>x</pre>Three"
    found = passages_of(Document(html))
    assert [passage.text for passage in found] == ["Zero", "One bold", "Two\nlines", "After", "Three"]
    assert [passage.element.name if passage.element else "" for passage in found] == ["div", "p", "li", "div", ""]


def test_an_email_without_html_has_the_paragraphs_of_its_text() -> None:
    document = Document("", text="One line\nwrapped here.\n\nTwo.")
    assert [passage.text for passage in passages_of(document)] == ["One line wrapped here.", "Two."]
