"""Something that a mail program of your readers does not support, and that they would miss.

## Why it matters

What a program does not know it leaves out, mostly without a trace: a film is not there, words in a colour of their own
are black on black, what was placed stands over other words. Nobody sees it who does not use that program.

## Fails

```html
<video src="https://example.org/walk.mp4" width="600"></video>
```

## Passes

```html
<a href="https://example.org/walk"><img src="https://example.org/still.jpg" alt="Film: a walk through the house"></a>
```

## Silent

On what a program supports on one of its platforms, or in part; on what only looks different; on what has a fallback,
such as a picture inside `video` or a plain colour before `var(…)`. `clients` in `[check]` says whose programs count:
`outlook` is Outlook everywhere, `outlook.windows` the one for Windows, which supports the least.

## References

- https://www.caniemail.com, data of 2026-05-13: newsletter/checks/clients/features.py has the list and the reasons
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.clients.features import FEATURES
from newsletter.checks.clients.support import features, without_support
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


def find(document: Document) -> Iterator[Defect]:
    """Find what the email needs and a client knows on no platform: once each, where it is first."""
    for feature in FEATURES:
        clients = without_support(feature.slug, document.clients)
        found = list(feature.find(document)) if clients else []
        if found:
            places = f" in {len(found)} places" if len(found) > 1 else ""
            title = f"“{features()[feature.slug]}”{places}"
            names = " and ".join(filter(None, (", ".join(clients[:-1]), clients[-1])))
            yield Defect(f"{names} cannot do {title}: {feature.loss}. Better {feature.remedy}.", found[0])


rule = Rule(__name__, Impact.MODERATE, find)
