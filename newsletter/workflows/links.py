"""The links of everything that is checked → what the web says of them."""

from __future__ import annotations

import datetime
import fnmatch
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsletter.checks.linking.cache import Cache
from newsletter.checks.linking.collecting import collect_references
from newsletter.checks.linking.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.linking.collecting import Reference
    from newsletter.checks.rule import Rule
    from newsletter.settings import IgnoredLink, Settings

CACHE_FOLDER = ".newsletter-cache"
# The rules that read what the web said.
WEB_RULES = frozenset(
    {
        "image-broken",
        "image-too-heavy",
        "image-type-wrong",
        "link-broken",
        "link-certificate-invalid",
        "link-error-page",
        "link-fragment-missing",
        "link-ignore-ended",
        "link-insecure",
        "link-moved-permanently",
        "link-unchecked",
    }
)


@dataclass(frozen=True, slots=True)
class LinkWish:
    """Whether links are asked, and how: None for what the settings say; `is_offline` asks nobody."""

    links: bool | None = None
    is_offline: bool = False
    allow_private: bool = False

    def is_on(self, settings: Settings, select: Sequence[str] = ()) -> bool:
        """Whether to ask: as the person said, else in CI and where links were selected, unless the settings say no."""
        if self.is_offline:
            return False
        if self.links is not None:
            return self.links
        is_selected = bool(({"links"} | WEB_RULES) & set(select))
        return settings.links.ask and (is_selected or os.environ.get("CI", "").lower() not in {"", "0", "false"})


def ask_documents(
    documents: Iterable[Document],
    settings: Settings,
    wish: LinkWish,
    show: Callable[[int, int], None] = lambda _done, _total: None,
) -> dict[str, Answer]:
    """Ask the links of all documents, each address once: href → answer.

    What the ignore list covers is not asked, nor is what lies below the newsletter's own base_url: it may not be
    published yet, and its links to unsubscribe are not for programs.
    """
    references = {it for document in documents for it in collect_references(document)}
    ignored = settings.check.ignore_links
    today = datetime.datetime.now(datetime.UTC).date()
    asked = [it for it in references if not _is_own(it, settings) and not _entry(it.href, ignored, today)]
    # Loading httpx costs more than all of start-up.
    from newsletter.checks.linking.checker import ask_links

    answers = ask_links(asked, Limits(allow_private=wish.allow_private), Cache(settings.root / CACHE_FOLDER), show)
    return {href: _add_ended(href, answer, ignored, today) for href, answer in answers.items()}


def needs_web(rules: Iterable[Rule]) -> bool:
    """Whether any of these rules reads what the web says."""
    return any(rule.name in WEB_RULES for rule in rules)


def join_answers(*parts: Mapping[str, Answer] | None) -> dict[str, Answer] | None:
    """Join answers; None where there are none at all."""
    joined = {href: answer for part in parts for href, answer in (part or {}).items()}
    return joined or None


def _is_own(reference: Reference, settings: Settings) -> bool:
    base = settings.newsletter.base_url.rstrip("/")
    return bool(base) and (reference.href == base or reference.href.startswith(f"{base}/"))


def _entry(href: str, ignored: Sequence[IgnoredLink], today: datetime.date) -> IgnoredLink | None:
    """Find the entry of the ignore list that covers a link today."""
    return next((it for it in ignored if today <= it.expires and fnmatch.fnmatchcase(href, it.url)), None)


def _add_ended(href: str, answer: Answer, ignored: Sequence[IgnoredLink], today: datetime.date) -> Answer:
    ended = next((it for it in ignored if today > it.expires and fnmatch.fnmatchcase(href, it.url)), None)
    if ended is None:
        return answer
    words = f"The entry for {ended.url} in the ignore list ended on {ended.expires} ({ended.reason})"
    return replace(answer, ignore_ended=words)
