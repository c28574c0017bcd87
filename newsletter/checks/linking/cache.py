"""Good answers of the last day, so that a second check asks nobody again. Bad ones are never kept."""

from __future__ import annotations

import json
import os
import tempfile
import time
from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import Answer

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

VERSION = 1
MAX_AGE_SECONDS = 24 * 60 * 60
FILE_NAME = "links.json"


class Cache:
    """Answers in a file; without a folder they are kept for one run only. A damaged file counts as an empty one."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read what is there and not too old."""
        self._file = folder / FILE_NAME if folder else None
        self._entries = _read(self._file) if self._file else {}

    def find(self, url: str, fragment: str, *, is_image: bool) -> Answer | None:
        """Find the good answer of an address; None where there is none, or none that says what a picture needs."""
        entry = self._entries.get(url)
        if entry is None or (fragment and fragment not in entry["fragments"]):
            return None
        answer = Answer(status=entry["status"], media_type=entry["media_type"], size=entry["size"])
        return answer if not is_image or answer.size else None

    def keep(self, url: str, fragment: str, answer: Answer) -> None:
        """Keep an answer, if it is a good one; forget the address otherwise."""
        if not answer.is_good:
            if not fragment:
                self._entries.pop(url, None)
            return
        entry = self._entries.setdefault(url, {"fragments": []})
        known = dict.fromkeys([*entry["fragments"], fragment] if fragment else entry["fragments"])
        entry |= {
            "at": time.time(),
            "status": answer.status,
            "media_type": answer.media_type,
            "size": answer.size,
            "fragments": list(known),
        }

    def save(self) -> None:
        """Write the file in one move. A folder that cannot be written to costs the next run its time, no more."""
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            ignore = self._file.parent / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self._file.parent, prefix=".links-", delete=False
            ) as draft:
                json.dump({"version": VERSION, "links": self._entries}, draft, ensure_ascii=False)
            os.replace(draft.name, self._file)  # noqa: PTH105 - Path(draft.name).replace says the same twice
        except OSError:
            return


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return {}
    links = document.get("links")
    return {url: entry for url, entry in links.items() if _is_fresh(entry)} if isinstance(links, dict) else {}


def _is_fresh(entry: object) -> bool:
    """Whether an entry is whole, and of the last day."""
    if not isinstance(entry, dict):
        return False
    kinds = {"at": (int, float), "status": int, "media_type": str, "size": int, "fragments": list}
    if not all(isinstance(entry.get(name), kind) for name, kind in kinds.items()):  # type: ignore[arg-type] # one or several
        return False
    return bool(0 <= time.time() - entry["at"] < MAX_AGE_SECONDS)
