"""Images, buttons and videos: what stands inside a paragraph of Markdown and is a block of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from newsletter.blocks import plain_text
from newsletter.markdown.inlines import read_inlines, trim
from newsletter.markdown.parser import load_parser
from newsletter.model import Button, Image, Video

if TYPE_CHECKING:
    from newsletter.model import Inlines


def read_special_link(node: SyntaxTreeNode, line: int) -> Button | Video | None:
    """Read a link that stands alone as a button or a video, where its classes say so."""
    if node.type != "link":
        return None
    classes = str(node.attrs.get("class", "")).split()
    target, content = str(node.attrs["href"]), trim(read_inlines(node.children, line))
    if "button" in classes:
        return Button(target, content, line)
    if "video" in classes:
        # A link around a picture shows that picture, and its alternative text says what the video is.
        picture = read_image(node, line) if is_image(node) else None
        title, poster = (picture.alt or "", picture.source) if picture else (plain_text(content), "")
        return Video(target, title, str(node.attrs.get("poster", "")) or poster, line=line)
    return None


def is_image(node: SyntaxTreeNode) -> bool:
    """Whether a node is an image, or a link around one and nothing else."""
    is_linked_image = node.type == "link" and len(node.children) == 1 and node.children[0].type == "image"
    return node.type == "image" or is_linked_image


def read_image(node: SyntaxTreeNode, line: int) -> Image:
    """Read an image; its title, as Markdown, is its caption."""
    target = str(node.attrs["href"]) if node.type == "link" else ""
    image = node.children[0] if node.type == "link" else node
    attrs = image.attrs
    is_decorative = "decorative" in str(attrs.get("class", "")).split()
    alt = plain_text(read_inlines(image.children, line)).strip()
    caption = _read_caption(str(attrs.get("title", "")), line)
    width, height = (_pixels(attrs.get(name)) for name in ("width", "height"))
    return Image(
        str(attrs["src"]), "" if is_decorative else alt or None, caption, target, is_decorative, width, height, line
    )


def _read_caption(text: str, line: int) -> Inlines:
    tokens = SyntaxTreeNode(load_parser().parseInline(text))
    return trim(read_inlines(tokens.children[0].children, line)) if tokens.children else ()


def _pixels(value: str | float | None) -> int:
    return int(value) if value is not None and str(value).isdigit() else 0
