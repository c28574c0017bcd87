"""The sentence between a title and its post that says what the post is about."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bs4 import Tag

from newsletter.sources.page.elements import classes_of
from newsletter.sources.page.judging import share_of
from newsletter.sources.page.titles import leads_elsewhere, says_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.sources.page.judging import Shingles

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|standfirst|sub-?title|subhead\w*|subline|excerpt|intro|deck|dek|description|vorspann|"
    r"chapo|chapeau|entradilla|inleiding)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What stands there too, and speaks of something else.
_OTHER = re.compile(
    r"author|byline|caption|image|picture|photo|site-|logo|breadcrumb|comment|related|teaser", re.IGNORECASE
)
# articleIntro is named as article-intro is.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
MIN_WORDS, MAX_WORDS = 4, 60
# Without such a name, a whole sentence of so many words that the judge takes for the post's.
MIN_SENTENCE_WORDS = 8
JUDGED = 0.8
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$")


def find_standfirst(post: Tag, title: str, judged: Shingles) -> Tag | None:
    """Find the element between the title and the post that is named so, or a sentence that the judge has too."""
    heading = _heading_above(post, title)
    if heading is None:
        return None
    around = {id(it) for it in heading.parents}
    told = " ".join(post.get_text(" ").split())
    for element in _between(heading, post):
        words = " ".join(element.get_text(" ").split())
        is_short = MIN_WORDS <= len(words.split()) <= MAX_WORDS
        if not is_short or words in told or says_title(words, title) or element.find(["img", "time", "p", "h1"]):
            continue
        names = " ".join(_HUMP.sub("-", classes_of(it)) for it in (element, *element.parents) if id(it) not in around)
        if not _OTHER.search(names) and (_NAMED.search(names) or _is_judged(words, judged)):
            return element
    return None


def _heading_above(post: Tag, title: str) -> Tag | None:
    """Find the heading above a post that says its title; else the nearest of level 1, but for the site's own name."""
    above = post.find_all_previous(["h1", "h2"])
    named = (it for it in above if title and says_title(it.get_text(" "), title))
    return next(named, None) or next((it for it in above if it.name == "h1" and not leads_elsewhere(it)), None)


def _between(heading: Tag, post: Tag) -> Iterator[Tag]:
    """Yield the elements after a heading and before a post, without those that hold the post."""
    around = {id(it) for it in post.parents}
    for node in itertools.takewhile(lambda it: it is not post, heading.next_elements):
        if isinstance(node, Tag) and node.name in {"p", "div", "h2", "h3"} and id(node) not in around:
            yield node


def _is_judged(words: str, judged: Shingles) -> bool:
    is_sentence = len(words.split()) >= MIN_SENTENCE_WORDS and bool(_SENTENCE.search(words))
    return is_sentence and share_of(words, judged) >= JUDGED
