"""A heading that a template left behind.

## Why it matters

Who moves from heading to heading hears “Headline” or “Your title here”, and not what the part is about.

## Fails

```html
<h2>Your headline here</h2><p>From May on we are open from ten to four.</p>
```

## Passes

```html
<h2>Our new hours</h2><p>From May on we are open from ten to four.</p>
```

## Silent

On every heading that is not one of a short list: whether it fits what follows only a person can tell. On headings that
nobody sees or hears, and on empty ones (heading-empty).

## References

- WCAG 2.2, 2.4.6 Headings and Labels
- ACT b49b2e (in part)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.phrases import plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document

# What templates of editors and sending services say where a heading is to be written.
_WORDS = r"(?:head(?:ing|line|er)?|title|sub-?(?:title|head(?:ing|line)?)|section (?:title|heading|header))"
_ASKING = r"(?:your|insert(?: your)?|add(?: a| your)?|enter(?: your)?|main|this is (?:a|the|your))"
PLACEHOLDER = re.compile(
    rf"(?:{_WORDS}|h)(?: ?[1-9])?|{_ASKING} {_WORDS}(?: (?:goes )?here)?|untitled(?: section)?|lorem ipsum\b.*|"
    r"(?:(?:ihre?|deine?) )?(?:überschrift|titel)(?: hier| ?[1-9])?|(?:votre )?titre(?: ici| ?[1-9])?|"
    r"(?:(?:tu|su) )?título(?: aquí| ?[1-9])?|(?:(?:uw|je) )?(?:kop|koptekst|titel)(?: hier| ?[1-9])?"
)


def find(document: Document) -> Iterator[Defect]:
    """Find headings whose words are a placeholder, whole."""
    for heading in document.find_roles("heading"):
        if PLACEHOLDER.fullmatch(plain(document.name(heading))):
            yield Defect("Say in the heading what this part is about.", heading)


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.6",), act=("b49b2e",))
