"""Word documents, as practices write them."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import PIL.Image
import pytest

from newsletter.blocks import words_of
from newsletter.errors import SourceError
from newsletter.model import Heading, Image, List, Table, Text
from newsletter.sources.documents import read_document

if TYPE_CHECKING:
    from tests.conftest import Newsletter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(words: str, style: str = "", marks: str = "") -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + marks
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def document() -> bytes:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("March", "Radishes"))
    header = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Month", "Sow"))
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="A gate"/>'
        "<a:graphic><a:graphicData>"
        '<pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    link = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>Our garden</w:t></w:r></w:hyperlink></w:p>'
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Slowly</w:t></w:r></w:p>"
    rows = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{header}</w:tr><w:tr>{cells}</w:tr>"
    body = "".join(
        [
            paragraph("A walk", "Title"),
            paragraph("By the wall", "Heading1"),
            paragraph("We went down to the water."),
            bold,
            paragraph("Bread", marks=item),
            paragraph("Water", marks=item),
            f"<w:tbl>{rows}</w:tbl>",
            link,
            picture,
        ]
    )
    image = io.BytesIO()
    PIL.Image.new("RGB", (40, 30), "#446688").save(image, "PNG")
    names = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Title", "Title"), ("Heading1", "heading 1"))
    )
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
        f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/image" Target="media/image1.png"/>'
        f'<Relationship Id="rId3" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId4" Type="{RELATIONSHIPS}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {R} {DRAWING}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{names}</w:styles>",
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr("word/media/image1.png", image.getvalue())
    return buffer.getvalue()


def test_a_word_document_keeps_its_structure() -> None:
    reading, pictures = read_document(document(), "walk.docx")
    post = reading.post
    assert post.title == "A walk"
    assert post.blocks[0] == Heading(2, (Text("By the wall"),))
    (items,) = [block for block in post.blocks if isinstance(block, List)]
    assert [words_of(item.blocks[0]) for item in items.items] == ["Bread", "Water"]
    (table,) = [block for block in post.blocks if isinstance(block, Table)]
    assert table.header == ((Text("Month"),), (Text("Sow"),))
    (image,) = [block for block in post.blocks if isinstance(block, Image)]
    assert image.alt == "A gate"
    assert set(pictures) == {image.source}
    assert "https://a.example/" in str(post.blocks)
    assert "Strong" in str(post.blocks)


def test_a_word_document_goes_the_whole_way(newsletter: Newsletter) -> None:
    (newsletter.root / "walk.docx").write_bytes(document())
    report = json.loads(newsletter.run("new", "walk.docx", "--json").stdout)
    assert len(list((newsletter.root / report["issue"]).glob("picture-1.*"))) == 1
    assert newsletter.run("build").exit_code == 0
    assert newsletter.run("check").exit_code == 0


def test_a_file_that_is_no_word_document_is_named() -> None:
    with pytest.raises(SourceError, match="not a Word document"):
        read_document(b"PK nothing", "walk.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(250 * 1024 * 1024))
    with pytest.raises(SourceError, match="200 MB"):
        read_document(buffer.getvalue(), "walk.docx")
