"""What templates call to turn content into HTML: inline content, nested blocks, addresses, sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, assert_never
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from newsletter.blocks import is_safe_target
from newsletter.errors import IssueError, SettingsError
from newsletter.model import (
    Alignment,
    Button,
    Code,
    Divider,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Block, Blocks, Inlines, Issue, Table
    from newsletter.rendering.layouts import Layout
    from newsletter.settings import Settings

SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Fragments:
    """The functions of one rendering; `values` is what every template sees."""

    issue: Issue
    settings: Settings
    layout: Layout
    values: dict[str, Any]

    def functions(self) -> dict[str, Any]:
        """Name the functions for the templates."""
        own = (self.flow, self.inlines, self.image_url, self.safe_url, self.fit, self.align, self.note_number)
        return {
            "kind": kind,
            "runs": runs,
            "sections": sections,
            "stands_alone": stands_alone,
            **{function.__name__: function for function in own},
        }

    def flow(self, block: Block) -> Markup:
        """Write a block as HTML that may stand inside mj-text, also inside another block."""
        template = f"blocks/{'nested/' if stands_alone(block) else ''}{kind(block)}.mjml"
        # Markup is safe here: the template has escaped what it was given.
        return Markup(self.layout.render(template, {**self.values, "block": block}).strip())  # noqa: S704

    def inlines(self, content: Inlines) -> Markup:
        """Write inline content as HTML."""
        return Markup().join(self._inline(inline) for inline in content)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text):
                return escape(text)
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case LineBreak():
                return Markup("<br>")
            case FootnoteReference(label):
                return Markup("<sup>[{}]</sup>").format(self.note_number(label))
            case Link(target, content, line):
                words = self.inlines(content)
                return Markup('<a class="line-{}" href="{}">{}</a>').format(line, self.safe_url(target, line), words)
            case Emphasis(content):
                return Markup("<em>{}</em>").format(self.inlines(content))
            case Strong(content):
                return Markup("<strong>{}</strong>").format(self.inlines(content))
            case Strikethrough(content):
                return Markup("<s>{}</s>").format(self.inlines(content))
        assert_never(inline)

    def safe_url(self, target: str, line: int = 0) -> str:
        """Let a link target through. Raises IssueError for a scheme that has no business in an email."""
        if not is_safe_target(target):
            hint = "Link to https://…, mailto:… or tel:…"
            file = self.issue.file
            raise IssueError(f"A link leads to “{target[:40]}”.", hint=hint, file=file, line=line or None)
        return target

    def image_url(self, source: str) -> str:
        """Make an image's address on the web from its file beside issue.md."""
        if urlsplit(source).scheme:
            return source
        base_url = self.settings.newsletter.base_url
        if not base_url:
            hint = 'Say where the newsletter lives: base_url = "https://…" in [newsletter].'
            raise SettingsError("An issue with images needs newsletter.base_url.", hint=hint, file=self.settings.file)
        return address_of_image(source, self.issue.slug, base_url)

    def fit(self, image: Image) -> Image:
        """Shrink an image's size in CSS pixels to the width of the text; never enlarge it."""
        width = self.values["content_width"]
        if not image.width:
            return replace(image, width=width)
        if image.width <= width:
            return image
        return replace(image, width=width, height=round(image.height * width / image.width))

    def align(self, table: Table, column: int) -> str:
        """Say how a table's column is aligned, as HTML's align wants it."""
        alignment = table.alignments[column] if column < len(table.alignments) else Alignment.START
        sides = {Alignment.START: self.values["start"], Alignment.END: self.values["end"], Alignment.CENTER: "center"}
        return str(sides[alignment])

    def note_number(self, label: str) -> str:
        """Number a footnote by its place among the notes."""
        return str(self.values["note_numbers"].get(label, label))


def address_of_image(source: str, slug: str, base_url: str) -> str:
    """Say where on the web the picture `source` of the issue `slug` is."""
    return f"{base_url.rstrip('/')}/issues/{quote(slug)}/{source}"


def kind(block: Block) -> str:
    """Name a block's kind as the templates' files are named."""
    return type(block).__name__.lower()


def stands_alone(block: Block) -> bool:
    """Whether a block is an MJML element of its own, and not HTML inside mj-text."""
    return isinstance(block, Button | Divider)


def sections(blocks: Blocks) -> list[list[Block]]:
    """Part blocks before each heading of level 2; the first part is what stands before all of them, or empty."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == SECTION_LEVEL:
            parts.append([])
        parts[-1].append(block)
    return parts


def runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Group blocks: neighbours that are words together, the others one by one."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and not stands_alone(block) and not stands_alone(groups[-1][0]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups
