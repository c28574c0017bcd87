"""What stands inside the post's element and is not the post: taken out, with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import Dropped
from newsletter.sources.page.boxes import BOXES, is_link_box, is_teaser_box
from newsletter.sources.page.elements import HEADINGS, classes_of
from newsletter.sources.page.judging import holds_most, share_of
from newsletter.sources.page.unseen import MAX_BOX_WORDS
from newsletter.sources.wishes import begins_with, first_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import Tag

from newsletter.sources.page.judging import Shingles

# An element is never the post when its words say so; it may be when most of its words are the judge's too.
JUDGED = 0.5
_UNNAMED = frozenset({"article", "main", "body", "html", "figure", "img", "picture", "pre", "code", "table"})
# A letter has no places to leap to; the judge keeps such lists, being words of the headings.
_CONTENTS = "a table of contents"
_REASONS = (
    (
        "navigation",
        r"nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|post-?nav\w*|skip-?link|toc-?toggle|headerlink",
    ),
    (
        "share buttons",
        r"share|sharing|sharedaddy|social|addtoany|a2a_kit|jp-relatedposts-share|follow-us|shariff|addthis\w*",
    ),
    (
        "related posts",
        r"related|relatedposts|jp-relatedposts|recommend\w*|read-?next|read-?more|more-?posts|similar|summary-v2-block|also-like|popular|trending|teaser",
    ),
    (
        "a subscribe box",
        r"subscribe|subscriptions?|newsletter|signup|sign-?up|optin|mailchimp|convertkit|email-?capture|paywall|subscribe-widget|gh-portal",
    ),
    ("comments", r"comments?|comment-?list|disqus\w*|respond|replies|discussion"),
    (
        "a card about the author",
        r"author-?(?:bio|box|card|info|profile)|about-?author|bio|bio-?box|byline-?card|post-author-\w+",
    ),
    (
        "an advertisement",
        r"ads?|advert\w*|adsbygoogle|sponsor\w*|promo\w*|banner|cookie\w*|consent\w*|outbrain|taboola",
    ),
    (
        "tags and dates of the page",
        r"post-?meta|entry-?meta|entry-?footer|post-?tags|tag-?list|tags|tagcloud|cat-?links|post-?categories|article-?meta|meta",
    ),
    (_CONTENTS, r"(?:ez-|lwp|rank-math-)?toc(?:[_-]container)?|table-of-contents"),
    ("the page's side bar", r"sidebar|widget-area|widget_\w+|sidebar-widget|aside"),
    ("the page's foot", r"footer|site-footer|colophon|copyright"),
)
_PATTERNS = [(reason, re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])", re.IGNORECASE)) for reason, words in _REASONS]
_TAGS = {
    "nav": "navigation",
    "form": "a form",
    "dialog": "a dialogue",
    "menu": "navigation",
    "footer": "the page's foot",
}
_ROLES = {
    "navigation": "navigation",
    "search": "a form",
    "dialog": "a dialogue",
    "complementary": "the page's side bar",
}
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _PATTERNS), re.IGNORECASE)
# Small boxes with these names are never the post, though the judge may take their words for it.
_NEVER = frozenset({"share buttons", "a subscribe box"})
# A picture alone in a box with such a name may be the post's.
_UNSURE = frozenset({"the page's side bar", "tags and dates of the page", "an advertisement"})
_SHARING = re.compile(
    r"facebook\.com/(?:sharer|dialog/share)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/share|t\.me/share|"
    r"pinterest\.com/pin/create|reddit\.com/submit|wa\.me/\?text|api\.whatsapp\.com/send|[?&]action=share\b|"
    r"\.substack\.[^/]+/subscribe\b",
    re.IGNORECASE,
)


def prune(post: Tag, judged: Shingles, keep: Sequence[str] = ()) -> list[Dropped]:
    """Take out of `post` what is not the post; return what was taken, in order.

    An element that begins with words of `keep`, or holds one that does, stays.
    """
    kept = _kept(post, keep) if keep else frozenset()
    dropped = []
    for element in list(post.find_all(name=True)):
        if element.decomposed or not element.parent or element is post or id(element) in kept:
            continue
        if reason := _reason(element, judged):
            words = " ".join(element.get_text(" ").split())
            line = element.sourceline or 0
            element.extract()
            element.decompose()
            if words:
                dropped.append(Dropped(first_words(words), reason, line))
    return dropped


def _kept(post: Tag, keep: Sequence[str]) -> frozenset[int]:
    """Name the elements that begin with words to keep, and those around them."""
    beginning = (element for element in post.find_all(name=True) if begins_with(element.get_text(" "), keep))
    return frozenset(id(node) for element in beginning for node in (element, *element.parents))


def _reason(element: Tag, judged: Shingles) -> str:
    """Say why an element is not the post; empty when it is. The colours of code have names too, such as `comment`."""
    if any(parent.name in {"pre", "code"} for parent in element.parents):
        return ""
    if is_teaser_box(element):
        return "teasers of other posts"
    if element.name == "a" and _SHARING.search(str(element.get("href") or "")):
        return "share buttons"
    if element.name == "header" and element.find("nav") and not element.find("h1"):
        return "navigation"
    if element.name == "footer" and element.find_parent(["blockquote", "figure"]):
        return ""
    reason = named_reason(element) or ("links to other pages" if is_link_box(element, judged) else "")
    if not reason:
        return ""
    words = element.get_text(" ")
    if not words.strip():
        return "" if reason in _UNSURE else reason
    if reason == _CONTENTS:
        return reason if element.name in BOXES and element.find("a", href=re.compile(r"^#")) else ""
    if reason in _NEVER and len(words.split()) <= MAX_BOX_WORDS:
        return reason
    return "" if share_of(words, judged) >= JUDGED or holds_most(words, judged) else reason


def named_reason(element: Tag) -> str:
    """Say what an element's tag, role or names say that it is, if not the post; empty where they say nothing."""
    by_tag = _TAGS.get(element.name) or _ROLES.get(str(element.get("role") or ""))
    return by_tag or next((reason for name in _names(element) for reason in _reasons(name)), "")


def _names(element: Tag) -> Iterator[str]:
    """Yield the names that say what an element is for. The id of a heading is made of its words, and says nothing."""
    if element.name in HEADINGS or element.name in _UNNAMED:
        return
    yield classes_of(element)
    if element.name in BOXES or element.name == "p":
        yield str(element.get("id") or "")


def _reasons(name: str) -> Iterator[str]:
    if name and _ANY.search(name):
        yield from (reason for reason, pattern in _PATTERNS if pattern.search(name))
