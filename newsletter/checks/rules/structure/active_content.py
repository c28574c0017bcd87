"""Content that mail programs remove: scripts, frames and what plug-ins showed.

## Why it matters

In most mail programs there is nothing in its place, or an empty box, and no hint of what was there.

## Fails

```html
<iframe src="https://example.org/film" title="Our film"></iframe>
```

## Passes

```html
<a href="https://example.org/film"><img src="still.jpg" alt="Film: a walk through the house"></a>
```

## Silent

On scripts of data (application/ld+json), which programs read and readers do not see. On films, sound and objects:
`feature-unsupported` says which mail programs leave them out.

## References

- Microsoft, Word 2007 HTML and CSS Rendering Capabilities in Outlook 2007: applet, frame, iframe and script among the
  elements that it does not support
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import nearest
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


ACTIVE = frozenset({"applet", "embed", "frame", "frameset", "iframe"})


def find(document: Document) -> Iterator[Defect]:
    """Find active elements, and scripts that run."""
    for element in document.index.named("script", *ACTIVE):
        is_script = element.name == "script" and "json" not in str(element.get("type") or "").lower()
        if is_script or (element.name in ACTIVE and nearest(element, ACTIVE) is None):
            message = f"Most mail programs remove <{element.name}>: show an image that links to it, or leave it out."
            yield Defect(message, element)


rule = Rule(__name__, Impact.MODERATE, find)
