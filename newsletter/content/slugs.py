"""Names for issues' folders."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

MAX_LENGTH = 60
# Latin letters that are no other letter with a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
    | {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i"}
)


def make_slug(title: str, date: datetime.date) -> str:
    """Make a folder name: the date, then the title's words in lower-case letters and digits, cut at a word.

    A title without a Latin letter gives six digits of its hash, so that two such titles have two folders.
    """
    plain = unicodedata.normalize("NFKD", title.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "")) or ["issue", *_digits(title)]
    name = words[0][:MAX_LENGTH]
    for word in words[1:]:
        if len(name) + 1 + len(word) > MAX_LENGTH:
            break
        name += f"-{word}"
    return f"{date.isoformat()}-{name}"


def _digits(title: str) -> list[str]:
    return [hashlib.sha256(title.encode()).hexdigest()[:6]] if title.strip() else []
