"""What templates call to turn content into HTML: inline content, nested blocks, addresses, sizes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, assert_never
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from newsletter.blocks import is_safe_target, plain_text
from newsletter.errors import IssueError, SettingsError
from newsletter.model import (
    Alignment,
    Code,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strikethrough,
    Strong,
    Table,
    Text,
    Video,
)
from newsletter.rendering.grouping import kind, runs, sections, stands_alone
from newsletter.rendering.guarding import guard
from newsletter.rendering.languages import DIGIT_GROUPS, turn
from newsletter.rendering.outlook import OutlookParts, draw_button
from newsletter.rendering.room import INDENT, padding_of, walk_tables
from newsletter.rendering.tables import measure_table

if TYPE_CHECKING:
    from newsletter.model import Block, Inlines, Issue
    from newsletter.rendering.layouts import Layout
    from newsletter.rendering.outlook import DrawnButton
    from newsletter.rendering.tables import Measures
    from newsletter.settings import Settings

Picture = TypeVar("Picture", Image, Video)


@dataclass(frozen=True, slots=True)
class Fragments:
    """The functions of one rendering; `values` is what every template sees."""

    issue: Issue
    settings: Settings
    layout: Layout
    values: dict[str, Any]
    outlook_parts: OutlookParts = field(default_factory=OutlookParts)
    marks: dict[str, int] = field(default_factory=dict)
    """How often each footnote has been referred to so far."""
    around: list[Block] = field(default_factory=list)
    """The block that is being written, after those that it stands in."""

    def functions(self) -> dict[str, Any]:
        """Name the functions for the templates."""
        own = (
            *(self.flow, self.inlines, self.image_url, self.safe_url, self.fit, self.align),
            *(self.turned, self.measure_table, self.table_steps, self.note_number, self.has_mark, self.draw_button),
            *(self.outlook_parts.outlook, self.outlook_parts.others),
        )
        return {
            "kind": kind,
            "runs": runs,
            "sections": sections,
            "stands_alone": stands_alone,
            "words": plain_text,
            **{function.__name__: guard(function) for function in own},
        }

    def flow(self, block: Block) -> Markup:
        """Write a block as HTML that may stand inside mj-text, also inside another block."""
        template = f"blocks/{'nested/' if stands_alone(block) else ''}{kind(block)}.mjml"
        self.around.append(block)
        written = self.layout.render(template, {**self.values, "block": block}).strip()
        self.around.pop()
        # Markup is safe here: the template has escaped what it was given.
        return Markup(written)  # noqa: S704

    def inlines(self, content: Inlines, *, is_linked: bool = False) -> Markup:
        """Write inline content as HTML; inside a link the mark of a footnote is no link of its own."""
        return Markup().join(self._inline(inline, is_linked=is_linked) for inline in content)

    def _inline(self, inline: Inline, *, is_linked: bool) -> Markup:
        match inline:
            case Text(text):
                return self._text(text)
            case Code(text):
                return Markup("<code{}>{}</code>").format(self.values["code_attributes"], text)
            case LineBreak():
                return Markup("<br>")
            case FootnoteReference(label):
                return self._mark(label, is_linked=is_linked)
            case Link(target, content, line):
                words = self.inlines(content, is_linked=True)
                return Markup('<a class="line-{}" href="{}">{}</a>').format(line, self.safe_url(target, line), words)
            case Emphasis(content):
                return Markup("<em>{}</em>").format(self.inlines(content, is_linked=is_linked))
            case Strong(content):
                return Markup("<strong>{}</strong>").format(self.inlines(content, is_linked=is_linked))
            case Strikethrough(content):
                return Markup("<s>{}</s>").format(self.inlines(content, is_linked=is_linked))
        assert_never(inline)

    def _text(self, text: str) -> Markup:
        """Write words; among Arabic or Hebrew ones a browser would turn the groups of a telephone number around."""
        if self.values["direction"] == "ltr":
            return escape(text)
        parts = DIGIT_GROUPS.split(text)
        return Markup().join(
            Markup('<span dir="ltr">{}</span>').format(part) if number % 2 else escape(part)
            for number, part in enumerate(parts)
        )

    def _mark(self, label: str, *, is_linked: bool) -> Markup:
        """Write the mark of a footnote: a link to the note, which links back to the first mark that there is of it."""
        number = self.note_number(label)
        if is_linked or label not in self.values["note_numbers"]:
            return Markup("<sup>[{}]</sup>").format(number)
        self.marks[label] = self.marks.get(label, 0) + 1
        name = f"mark-{number}" if self.marks[label] == 1 else f"mark-{number}-{self.marks[label]}"
        return Markup('<sup><a id="{}" href="#note-{}">[{}]</a></sup>').format(name, number, number)

    def has_mark(self, label: str) -> bool:
        """Whether a footnote can link back to its mark."""
        return label in self.marks

    def draw_button(self, content: Inlines, is_wide: bool) -> DrawnButton:  # noqa: FBT001 - templates name no arguments
        """Measure a button for Outlook, which cannot fit one to its words."""
        room = self.values["content_width"] - self._indent()
        return draw_button(content, self.layout.theme, room, is_wide=is_wide)

    def safe_url(self, target: str, line: int = 0) -> str:
        """Let a link target through. Raises IssueError for a scheme that has no business in an email."""
        if not is_safe_target(target):
            hint = "Link to https://…, mailto:… or tel:…"
            file = self.issue.file
            raise IssueError(f"A link leads to “{target[:40]}”.", hint=hint, file=file, line=line or None)
        return target

    def image_url(self, source: str, line: int = 0) -> str:
        """Make an image's address on the web from its file beside issue.md.

        Raises IssueError for an address that readers cannot see, such as that of a file on a disk.
        """
        scheme = urlsplit(source).scheme
        if scheme in {"http", "https", "data"}:
            return source
        if scheme:
            hint = "Put the picture beside issue.md and write its name, or write an address that begins with https://."
            file = self.issue.file
            raise IssueError(f"Readers cannot see “{source[:40]}”.", hint=hint, file=file, line=line or None)
        base_url = self.settings.newsletter.base_url
        if not base_url:
            hint = 'Say where the newsletter lives: base_url = "https://…" in [newsletter].'
            raise SettingsError("An issue with images needs newsletter.base_url.", hint=hint, file=self.settings.file)
        return address_of_image(source, self.issue.slug, base_url)

    def fit(self, image: Picture) -> Picture:
        """Shrink a picture's size in CSS pixels to the width of the text around it; never enlarge it.

        A picture that does not load keeps its width, whatever there is room for.
        """
        size = self.layout.theme.type.size
        width = self.values["content_width"] - sum(padding_of(block, size) for block in self.around[:-1])
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

    def turned(self, content: Inlines) -> Markup:
        """Write the direction of words that all go against the issue's, so that their stops stand where they belong."""
        return turn(plain_text(content), self.values["direction"])

    def measure_table(self, table: Table) -> Measures:
        """Measure a table: where its rows become lists, and how wide its columns are."""
        return self._measure(table, self._indent())

    def _measure(self, table: Table, indent: int) -> Measures:
        theme = self.layout.theme
        return measure_table(table, theme.type.small, 2 * self.values["margin"] + indent, theme.shape.width)

    def table_steps(self) -> list[int]:
        """Name the windows, in em, below which tables of the issue become lists."""
        measured = (self._measure(table, indent) for table, indent in walk_tables(self.issue.blocks))
        return sorted({it.stacks_below for it in measured if it.stacks_below})

    def _indent(self) -> int:
        """Say what the blocks around the one that is being written take from its width, in CSS pixels."""
        return INDENT * max(0, len(self.around) - 1)

    def note_number(self, label: str) -> str:
        """Number a footnote by its place among the notes."""
        return str(self.values["note_numbers"].get(label, label))


def address_of_image(source: str, slug: str, base_url: str) -> str:
    """Say where on the web the picture `source` of the issue `slug` is."""
    return f"{base_url.rstrip('/')}/issues/{quote(slug)}/{source}"
