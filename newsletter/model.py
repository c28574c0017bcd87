"""The vocabulary: what the parts of the program hand to each other.

Data flows one way: post → issue → rendition → findings → deliveries. Everything here is frozen and uses the
standard library only. A `line` counts from 1 in the file that the thing came from, 0 when it came from none; it does
not take part in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from newsletter.impacts import IMPACTS, ImpactName

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

# ── Inline content ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A few words of code."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author put inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strikethrough:
    """Words that no longer hold."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    target: str
    content: Inlines
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The mark in the text that points to a footnote."""

    label: str


Inline = Text | Code | LineBreak | Emphasis | Strong | Strikethrough | Link | FootnoteReference
Inlines = tuple[Inline, ...]

# ── Blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; `level` is 2 to 6, because the issue's title is the one heading of level 1."""

    level: int
    content: Inlines
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: Inlines
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; it may hold paragraphs, lists and more."""

    blocks: Blocks
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class List:
    """Bullets, or numbers from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: Blocks
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. `source` is a URL or a path beside issue.md; `alt` is None where nobody has written it yet.

    Width and height are CSS pixels, 0 when unknown. A decorative image has an empty alt on purpose.
    """

    source: str
    alt: str | None
    caption: Inlines = ()
    target: str = ""
    decorative: bool = False
    width: int = 0
    height: int = 0
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Button:
    """One action, as a link that looks like a button."""

    target: str
    content: Inlines
    line: int = field(default=0, compare=False)


class Alignment(Enum):
    """How a table column is aligned."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: one row of column headers, then rows of as many cells."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[Alignment, ...] = ()
    caption: Inlines = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code or of anything else where line breaks and spaces count."""

    text: str
    language: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Divider:
    """A break between parts."""

    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Video:
    """A film or recording on the web: emails cannot play it, so readers get a poster (may be empty) and a link.

    Width and height are the poster's, in CSS pixels, 0 when unknown.
    """

    target: str
    title: str
    poster: str = ""
    width: int = 0
    height: int = 0
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed remark, such as a content note; `kind` is a word like `note` or `warning`."""

    kind: str
    blocks: Blocks
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a footnote says; footnotes stand last, in order of their first reference."""

    label: str
    blocks: Blocks
    line: int = field(default=0, compare=False)


Block = Heading | Paragraph | List | Quote | Image | Button | Table | CodeBlock | Divider | Video | Callout | Footnote
Blocks = tuple[Block, ...]

# ── Post and issue ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Post:
    """A piece of writing from a blog. An empty string or None means unknown; nothing is invented."""

    title: str
    blocks: Blocks
    author: str = ""
    date: datetime.date | None = None
    language: str = ""
    url: str = ""
    summary: str = ""
    lead_image: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage of the source that is not the post: its first words and why it was left out."""

    words: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Guess:
    """Something the program took for what it may not be: `what` it decided, on which `words`."""

    what: str
    words: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, read: the post, what was left out, what was guessed, what is missing (`author`, `date`, …).

    `counts` says how much of each kind the source had (`headings`, `links`, `images`, …).
    """

    post: Post
    dropped: tuple[Dropped, ...] = ()
    guesses: tuple[Guess, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition of the newsletter. `file` is its issue.md; `slug` the name of the folder that holds it."""

    slug: str
    file: Path
    title: str
    subject: str
    preheader: str
    language: str
    layout: str
    blocks: Blocks
    date: datetime.date | None = None
    author: str = ""
    source: str = ""

    @property
    def folder(self) -> Path:
        """Where issue.md and its images are."""
        return self.file.parent


# ── Rendition and findings ────────────────────────────────────────────────────────────────────────────────────────

UNSUBSCRIBE_TOKEN = "{{unsubscribe_token}}"  # noqa: S105 - a placeholder, replaced for each person when sending

# Stands in its place in what is built to look at; it opens nothing.
PREVIEW_TOKEN = "preview"  # noqa: S105 - as above


@dataclass(frozen=True, slots=True)
class Rendition:
    """What rendering yields, the same for all readers but for `UNSUBSCRIBE_TOKEN`, which each sender replaces.

    `lines` maps the position of an element in `html` (0 for the first start tag) to the line of issue.md it came
    from; elements without an entry have their nearest ancestor's.
    """

    subject: str
    preheader: str
    html: str
    text: str
    language: str
    content_hash: str
    lines: Mapping[int, int] = field(default_factory=dict)


class Outcome(Enum):
    """`fail`: it is wrong. `review`: only a person can tell."""

    FAIL = "fail"
    REVIEW = "review"


class Impact(IntEnum):
    """What the reader loses, ordered so that impacts compare."""

    MINOR = 1
    MODERATE = 2
    SERIOUS = 3
    CRITICAL = 4

    @property
    def word(self) -> ImpactName:
        """The word used in commands and documents."""
        return IMPACTS[self - 1]

    @classmethod
    def of(cls, word: ImpactName) -> Impact:
        """Give the impact that a word means."""
        return cls(IMPACTS.index(word) + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: `file`, `line` and `column` from 1 (0 unknown), a CSS selector, the source text there.

    `excerpt` is the line of the file around the column, and `caret` the column's offset in it, from 0 (-1 unknown).
    """

    file: str = ""
    line: int = 0
    column: int = 0
    selector: str = ""
    snippet: str = ""
    excerpt: str = ""
    caret: int = -1


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a rule."""

    rule: str
    outcome: Outcome
    impact: Impact
    message: str
    place: Place
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()


# ── Subscribers and deliveries ────────────────────────────────────────────────────────────────────────────────────


class SubscriberState(Enum):
    """Only confirmed subscribers are sent to."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A person on the list. `public_id` is random and the only name of theirs that leaves the database in a URL."""

    public_id: str
    email: str
    name: str = ""
    tags: frozenset[str] = frozenset()
    state: SubscriberState = SubscriberState.CONFIRMED
    consent_date: datetime.date | None = None
    consent_source: str = ""


class DeliveryState(Enum):
    """Where one issue to one subscriber stands.

    queued → claimed → sent, rejected (SES will never take it) or uncertain (nobody knows; not sent again by itself).
    A queued delivery becomes suppressed when its subscriber left. Later events make a sent one delivered, bounced or
    complained.
    """

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENT = "sent"
    REJECTED = "rejected"
    UNCERTAIN = "uncertain"
    SUPPRESSED = "suppressed"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A claimed delivery, ready for a sender: an opaque delivery id, the address, the person's unsubscribe token."""

    delivery_id: str
    email: str
    name: str
    unsubscribe_token: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one recipient: a state to record, SES's message id, the reason where there is one."""

    delivery_id: str
    state: DeliveryState
    message_id: str = ""
    reason: str = ""
