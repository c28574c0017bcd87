"""A preheader too short or too long for the inbox.

## Why it matters

Behind the subject an inbox shows a line of the email. Below 40 characters it is filled with whatever comes next, such
as “View in browser”; above 110 it is cut off.

## Fails

```html
<html lang="en"><head><title>t</title></head>
<body><div style="display:none">Hello.</div>
<p>Good morning</p></body></html>
```

## Passes

```html
<html lang="en"><head><title>t</title></head>
<body><div style="display:none">It is rarely the perfect technique. It is being met as a person.</div>
<p>Good morning</p></body></html>
```

## Silent

On emails without a hidden preheader, and on the invisible characters that pad one.

## References

- Litmus and Email on Acid, tests of preview text: 40 to 110 characters are shown (observed, differs by program)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.envelope import line_of_preheader, preheader_of
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


SHORTEST, LONGEST = 40, 110


def find(document: Document) -> Iterator[Defect]:
    """Find a hidden preheader of fewer than 40 or more than 110 characters."""
    preheader = preheader_of(document)
    if preheader and not SHORTEST <= len(preheader) <= LONGEST:
        yield Defect(
            f"The preheader has {len(preheader)} characters: write between {SHORTEST} and {LONGEST}.",
            line=line_of_preheader(document),
        )


rule = Rule(__name__, Impact.MINOR, find)
