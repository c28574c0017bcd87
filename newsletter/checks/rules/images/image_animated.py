"""A picture that moves.

## Why it matters

Movement of more than five seconds draws people with attention or balance problems away from all else, and mail
programs offer no way to stop it.

## Fails

```html
<img alt="Confetti" width="600" height="300" src="data:image/gif;base64,R0lGODlhAgABAIEAAAAAAP///wAAAAAAACH/C05FVFNDQV\
BFMi4wAwEAAAAh+QQAZAAAACwAAAAAAgABAAAIBQABAAgIACH5BAFkAAEALAAAAAACAAEAgf///wAAAAAAAAAAAAgFAAEACAgAOw==">
```

## Passes

```html
<img src="confetti.jpg" width="600" height="200" alt="Confetti">
```

## Silent

On pixels, and on pictures at hand (beside the page, in the issue, attached or embedded) that stand still or stop within
five seconds. Of GIFs on the web only the name is known: the first is to be looked at. That one flashes is not seen.

## References

- WCAG 2.2, 2.2.2 Pause, Stop, Hide; 2.3.1 Three Flashes
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from newsletter.checks.animation import ENOUGH_SECONDS, read_embedded, seconds_of_movement
from newsletter.checks.images import is_pixel
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


MAX_SECONDS = 5
GIF = re.compile(r"\.gif(?:[?#].*)?$", re.IGNORECASE)


def find(document: Document) -> Iterator[Defect]:
    """Find pictures at hand that move for more than five seconds, and the first GIF that only the web has."""
    unknown = []
    for image in document.find("img"):
        source = str(image.get("src") or "").strip()
        if is_pixel(image) or not source:
            continue
        data = read_embedded(source) or document.read_picture(source)
        if data is None:
            unknown += [image] if GIF.search(source) else []
        elif (seconds := seconds_of_movement(data)) > MAX_SECONDS:
            yield Defect(f"It moves {_say(seconds)}: let it stop within five seconds, or show a still picture.", image)
    if unknown:
        more = f" There are {len(unknown) - 1} more GIFs on the web." if len(unknown) > 1 else ""
        message = f"If it moves, let it stop within five seconds, and never flash.{more}"
        yield Defect(message, unknown[0], Outcome.REVIEW)


def _say(seconds: float) -> str:
    if seconds == math.inf:
        return "without end"
    return "for more than a minute" if seconds > ENOUGH_SECONDS else f"for {seconds:.0f} seconds"


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.2.2",))
