"""An acronym that is not spelt out at its first use.

## Why it matters

Letters say nothing to whoever has not met them, and a screen reader spells them or makes a strange word of them.

## Fails

```html
<p>We work with people who live with PTSD.</p>
```

## Passes

```html
<p>We work with people who live with post-traumatic stress disorder (PTSD). PTSD can be treated.</p>
```

## Silent

On acronyms better known than the words behind them (UK, PDF, BBC), on those of a name that comes before them, on words
in capitals for stress (FREE), on titles, on text in capitals, on letters before a number (USD 100, CA 94102), on two
after a comma (Miami, FL), on numbers with letters, and outside English.

## References

- WCAG 2.2, 3.1.4 Abbreviations (AAA)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.easy_words import is_easy
from newsletter.checks.reading.lists import list_words
from newsletter.checks.reading.mending import cap_defects, place_defect
from newsletter.checks.reading.passages import passages_of
from newsletter.checks.recalling import recalled
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.checks.document import Document


KNOWN = list_words(
    "UK US USA EU UN BBC PDF TV DVD CD OK ID IT FAQ PC PS PM AM BC AD DIY HIV AIDS DNA GP NHS URL HTML CSS SMS "
    "USB GPS PIN VIP CEO MP NASA NATO UNESCO UNICEF RSVP ATM CV BA MA MD PHD BSC MSC ISBN CCTV RSS JPG PNG WC AI "
    "ABC XYZ CNN FBI CIA MRI UFO GIF LED DJ NGO HTTP HTTPS WWW MIT "
    "GMT BST UTC ET EST EDT CT CST PT PST PDT CET CEST "
    "II III IV VI VII VIII IX XI XII XIV XV XIX XX XXI LGBT LGBTQ COVID SOS NB "
)
_ACRONYM = re.compile(r"(?<![\w.@/&-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,5}(?=s?(?![\w@/&-]|\.\w))")
_SHOUTED = 2
_CAPITAL_WORDS = re.compile(r"(?:[A-Z][a-z]+(?: (?:of|and|for|the|in) | |-)){1,6}[A-Z][a-z]+")
# Words in capitals stress what they say: NOT, FREE. These are acronyms all the same, of therapies among others.
WORDS = list_words("ACT CAT BED PIP WHO SAD")
# Words beginning with two given letters stand side by side by chance.
SHORT = 2


def find(document: Document) -> Iterator[Defect]:
    """Find the first use of each acronym without its words beside it."""
    if main_language(document) == "en":
        yield from cap_defects(_find_all(document))


def _find_all(document: Document) -> Iterator[Defect]:
    seen = set(KNOWN)
    spelt_out = _capital_initials(document.letter.subject if document.letter else "")
    for passage in passages_of(document):
        found = _acronyms_in(passage.text)
        is_shouted = len(found) >= _SHOUTED and not re.search(r"[a-z]{2}", passage.text)
        for match in found:
            acronym = match[0]
            if acronym in seen or is_shouted or passage.text == acronym or _is_stressed(acronym):
                continue
            seen.add(acronym)
            if acronym not in spelt_out and not _is_explained(passage.text, match):
                yield place_defect(f"Spell {acronym} out where it comes first, with the letters in brackets.", passage)
        spelt_out |= _capital_initials(passage.text)


def _is_stressed(acronym: str) -> bool:
    return acronym not in WORDS and is_easy(acronym)


@recalled
def _acronyms_in(text: str) -> Sequence[re.Match[str]]:
    return tuple(_ACRONYM.finditer(text))


@recalled
def _capital_initials(text: str) -> frozenset[str]:
    """List what names and titles in a text could be shortened to: Site Reliability Engineering is SRE."""
    runs = _CAPITAL_WORDS.findall(text)
    return frozenset("".join(word[0] for word in re.findall(r"[A-Z]\w*", run)) for run in runs)


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in brackets after its words, before brackets with them, or after words with its letters."""
    before, after = text[: match.start()].rstrip("“\"' "), text[match.end() :].lstrip("s”\"' ")
    # Before a number it is a currency, a postal district or a code: USD 100, CA 94102.
    if before.endswith(("(", "[")) or after[:1] == "(" or after[:1].isdigit():
        return True
    # Two letters after a comma are a state, as in Miami, FL.
    if before.endswith(",") and len(match[0]) == SHORT:
        return True
    initials = "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", text) if not word.isupper() or len(word) == 1
    ).upper()
    return len(match[0]) > SHORT and match[0].replace("&", "A") in initials


rule = Rule(__name__, Impact.MINOR, find, wcag=("3.1.4",))
