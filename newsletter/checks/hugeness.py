"""How much of an email is checked: what is larger is refused before it takes minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.errors import TargetError

if TYPE_CHECKING:
    from pathlib import Path

# Gmail cuts an email off near 102 KB. Twenty times as many characters, of words and tags, take some ten seconds.
MAX_CHARACTERS = 2_000_000
MAX_TAGS = 50_000
# How often style rules may apply to elements; large emails come to a hundredth of it.
MAX_MATCHES = 1_000_000
HINT = "No mail program shows such an email whole. Split it, or link to a page."
# Embedded pictures are large, and quickly passed over.
_EMBEDDED = re.compile(r"base64,[A-Za-z0-9+/=]{100,}")
_TAG = re.compile(r"<[A-Za-z]")


def refuse_huge(text: str, file: Path) -> None:
    """Raise TargetError where HTML or plain text is larger than anything that is read as an email."""
    if len(text) > MAX_CHARACTERS and (characters := len(_EMBEDDED.sub("", text))) > MAX_CHARACTERS:
        millions = f"{characters / 1_000_000:.1f} million characters, without embedded pictures"
        raise TargetError(f"It has {millions}; up to {MAX_CHARACTERS:,} are checked.", hint=HINT, file=file)
    if text.count("<") > MAX_TAGS and (tags := sum(1 for _ in _TAG.finditer(text))) > MAX_TAGS:
        raise TargetError(f"It has {tags:,} tags; up to {MAX_TAGS:,} are checked.", hint=HINT, file=file)


def refuse_matches(matches: int) -> None:
    """Raise TargetError where style elements apply to more elements than anybody would wait for."""
    if matches > MAX_MATCHES:
        message = f"Its style elements apply more than {MAX_MATCHES:,} times."
        raise TargetError(message, hint="Leave out style rules that repeat others.")
