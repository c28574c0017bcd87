"""The links of everything that is checked → what the web says of them."""

from __future__ import annotations

import datetime
import fnmatch
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.cache import Cache
from newsletter.checks.linking.collecting import Reference, collect_references
from newsletter.checks.linking.limits import Limits
from newsletter.checks.linking.text_part import links_in_text_only
from newsletter.checks.rule import all_rules
from newsletter.checks.unsubscribing import unsubscribing_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Rule
    from newsletter.settings import IgnoredLink, Settings

CACHE_FOLDER = ".newsletter-cache"
NOT_FOR_PROGRAMS = Answer(State.SKIPPED, "It may unsubscribe somebody: only readers follow it")


@dataclass(frozen=True, slots=True)
class LinkWish:
    """Whether links are asked, and how: None for what the settings say; `is_offline` asks nobody.

    `own_pictures` asks the pictures below the newsletter's own base_url too: they must be there before it is sent.
    """

    links: bool | None = None
    is_offline: bool = False
    allow_private: bool = False
    own_pictures: bool = False

    def is_on(self, settings: Settings, select: Sequence[str] = ()) -> bool:
        """Whether to ask: as the person said, else in CI and where links were selected, unless the settings say no."""
        if self.is_offline:
            return False
        if self.links is not None:
            return self.links
        is_selected = "links" in select or any(rule.name in select for rule in all_rules() if rule.asks_web)
        return settings.links.ask and (is_selected or os.environ.get("CI", "").lower() not in {"", "0", "false"})


def ask_documents(
    documents: Iterable[Document],
    settings: Settings,
    wish: LinkWish,
    show: Callable[[int, int], None] = lambda _done, _total: None,
) -> dict[str, Answer]:
    """Ask the links of all documents, each address once: href → answer.

    What the ignore list covers is not asked, nor are the pages below the newsletter's own base_url: they may not be
    published yet. Nor is a link of an email that unsubscribes.
    """
    references: set[Reference] = set()
    skipped: set[str] = set()
    for document in documents:
        references.update(collect_references(document))
        references.update(Reference(link.href) for link in links_in_text_only(document))
        # A page about unsubscribing is not one person's link.
        skipped.update(() if document.is_page else unsubscribing_links(document))
    ignored = settings.check.ignore_links
    today = datetime.datetime.now(datetime.UTC).date()
    wanted = [it for it in references if _is_wanted(it, settings, wish) and not _entry(it.href, ignored, today)]
    asked = [it for it in wanted if it.is_image or it.href not in skipped]
    # Loading httpx costs more than all of start-up.
    from newsletter.checks.linking.checker import ask_links
    from newsletter.checks.linking.locations import is_on_web

    answers = ask_links(asked, Limits(allow_private=wish.allow_private), Cache(settings.root / CACHE_FOLDER), show)
    answers |= {it.href: NOT_FOR_PROGRAMS for it in wanted if it.href in skipped and is_on_web(it.href)}
    return {href: _add_ended(href, answer, ignored, today) for href, answer in answers.items()}


def needs_web(rules: Iterable[Rule]) -> bool:
    """Whether any of these rules reads what the web says."""
    return any(rule.asks_web for rule in rules)


def join_answers(*parts: Mapping[str, Answer] | None) -> dict[str, Answer] | None:
    """Join answers; None where there are none at all."""
    joined = {href: answer for part in parts for href, answer in (part or {}).items()}
    return joined or None


def _is_wanted(reference: Reference, settings: Settings, wish: LinkWish) -> bool:
    """Whether an address is to be asked: all but the newsletter's own pages, and its pictures only when wanted."""
    base = settings.newsletter.base_url.rstrip("/")
    is_own = bool(base) and (reference.href == base or reference.href.startswith(f"{base}/"))
    return not is_own or (reference.is_image and wish.own_pictures)


def _entry(href: str, ignored: Sequence[IgnoredLink], today: datetime.date) -> IgnoredLink | None:
    """Find the entry of the ignore list that covers a link today."""
    return next((it for it in ignored if today <= it.expires and fnmatch.fnmatchcase(href, it.url)), None)


def _add_ended(href: str, answer: Answer, ignored: Sequence[IgnoredLink], today: datetime.date) -> Answer:
    ended = next((it for it in ignored if today > it.expires and fnmatch.fnmatchcase(href, it.url)), None)
    if ended is None:
        return answer
    words = f"The entry for {ended.url} in the ignore list ended on {ended.expires} ({ended.reason})"
    return replace(answer, ignore_ended=words)
