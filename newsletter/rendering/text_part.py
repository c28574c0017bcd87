"""The plain-text part, whole: what stands above the blocks, the blocks, and the same footer as in the HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsletter.errors import IssueError
from newsletter.model import UNSUBSCRIBE_TOKEN
from newsletter.rendering.text import TextWriter, name_image, underline, with_target
from newsletter.rendering.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.model import Issue

RULE = "-" * 40


def write_text_part(issue: Issue, values: dict[str, Any]) -> str:
    """Write an issue as text; `values` is what the layout's templates see.

    Raises IssueError where its words hold what a sender would replace.
    """
    body = TextWriter(values["strings"], values["note_numbers"]).write(issue.blocks)
    if UNSUBSCRIBE_TOKEN in body:
        hint = "Write it with a space between the braces."
        raise IssueError(f"The words {UNSUBSCRIBE_TOKEN} mean something to the sender.", hint=hint, file=issue.file)
    byline = " · ".join(part for part in (issue.author, values["date"]) if part)
    parts = [*_head(values), underline(issue.title, 1), byline, body, RULE, *_footer(values)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(values: dict[str, Any]) -> Iterator[str]:
    strings, name = values["strings"], values["newsletter"].name
    if values["browser_url"]:
        yield _linked(strings["browser"], values["browser_url"])
    if values["theme"].logo.source:
        yield wrap(name_image(strings, strings["logo"].replace("{name}", name)))


def _footer(values: dict[str, Any]) -> Iterator[str]:
    strings, newsletter = values["strings"], values["newsletter"]
    yield wrap(strings["why"].replace("{name}", newsletter.name))
    if values["unsubscribe_url"]:
        yield _linked(strings["unsubscribe"], values["unsubscribe_url"])
    yield "\n".join(wrap(with_target(words, address)) for words, address in values["theme"].social.items())
    yield wrap(newsletter.postal_address)


def _linked(words: str, address: str) -> str:
    """Words and, on a line of its own, a long address."""
    return f"{words}:\n<{address}>"
