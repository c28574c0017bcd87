"""What stands on a page around the post: named as left out, and kept where a person asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.model import Dropped
from newsletter.sources.page.lead import find_lead, with_lead
from newsletter.sources.page.pruning import named_reason
from newsletter.sources.page.standfirst import find_standfirst
from newsletter.sources.page.titles import says_title
from newsletter.sources.wishes import begins_with, first_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.model import Blocks, Image
    from newsletter.sources.page.blocks import BlockReader
    from newsletter.sources.page.judging import Shingles
    from newsletter.sources.page.links import Addresses
    from newsletter.sources.page.metadata import Metadata

_NO_PART = frozenset({"head", "script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of a page around the post belongs to it, and what is `dropped`.

    `lead` is its picture, `standfirst` the sentence below the title; `before` and `after` are what a person asked for.
    """

    lead: Image | None
    standfirst: Tag | None
    before: list[Tag]
    after: list[Tag]
    dropped: list[Dropped]

    def put_around(self, blocks: Blocks, reader: BlockReader) -> Blocks:
        """Put before and after the blocks of a post what belongs to it."""
        standfirst = reader.read(self.standfirst.children) if self.standfirst else ()
        return (*reader.read(self.before), *standfirst, *with_lead(self.lead, blocks), *reader.read(self.after))


def find_surroundings(
    post: Tag, metadata: Metadata, addresses: Addresses, judged: Shingles, keep: Sequence[str]
) -> Surroundings:
    """Look around the element of a post, before anything is taken out of it."""
    page = next(parent for parent in (post, *post.parents) if not parent.parent)
    before, after = _around(post)
    kept_before, kept_after = _beginning(before, keep), _beginning(after, keep)
    standfirst = find_standfirst(post, metadata.title, judged)
    kept = [*kept_before, *kept_after, *([standfirst] if standfirst else [])]
    return Surroundings(
        lead=find_lead(page, post, metadata, addresses),
        standfirst=standfirst,
        before=kept_before,
        after=kept_after,
        dropped=list(_name([*before, *after], metadata.title, kept)),
    )


def _name(parts: Sequence[Tag], title: str, kept: Sequence[Tag]) -> Iterator[Dropped]:
    """Name parts of the page by their first words; not the title, and not what is kept."""
    for part in parts:
        words = part.get_text(" ")
        is_kept = any(it is part or any(parent is part for parent in it.parents) for it in kept)
        if words.strip() and not says_title(words, title) and not is_kept:
            yield Dropped(first_words(words), named_reason(part) or "outside the post", part.sourceline or 0)


def _beginning(parts: Sequence[Tag], keep: Sequence[str]) -> list[Tag]:
    found: list[Tag] = []
    for element in (it for part in parts for it in (part, *part.find_all(name=True))) if keep else ():
        is_inside = any(parent is it for it in found for parent in element.parents)
        if not is_inside and begins_with(element.get_text(" "), keep):
            found.append(element)
    return found


def _around(post: Tag) -> tuple[list[Tag], list[Tag]]:
    """List the elements before and after a post, as they stand beside it and beside what is around it."""
    before: list[Tag] = []
    after: list[Tag] = []
    for node in (post, *post.parents):
        if node.name in {"body", "html", "[document]"}:
            break
        before = [*reversed(_parts(node.previous_siblings)), *before]
        after += _parts(node.next_siblings)
    return before, after


def _parts(nodes: Iterator[object]) -> list[Tag]:
    return [node for node in nodes if isinstance(node, Tag) and node.name not in _NO_PART]
