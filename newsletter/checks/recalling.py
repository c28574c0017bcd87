"""What was found in a text before: issues change by a sentence at a time, and emails of one sender share many.

Answers are kept for the process, so that a preview that is renewed, or a folder that is checked, asks only what is new.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    Search = Callable[[str], re.Match[str] | None]

Answer = TypeVar("Answer")
# A few issues of some thousand words have so many sentences.
TEXTS = 2048
# In characters. A picture in an attribute is longer, and keeping thousands of them would take all memory.
LONGEST = 2000


def recalled(ask: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Make a question about a text remember its answers, which must not change, for the latest texts."""
    known = functools.lru_cache(maxsize=TEXTS)(ask)

    @functools.wraps(ask)
    def answer(text: str) -> Answer:
        return known(text) if len(text) <= LONGEST else ask(text)

    return answer


@functools.lru_cache(maxsize=64)
def searcher(pattern: re.Pattern[str]) -> Search:
    """Give the search for a pattern, with what it found before."""
    return recalled(pattern.search)
