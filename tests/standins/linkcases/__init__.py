"""Hard cases for a link checker, as tables: the link, how the site answers, and what is true for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.standins.linkcases.addresses import ADDRESSES
from tests.standins.linkcases.bodies import BODIES
from tests.standins.linkcases.case import GOOD, Case, to
from tests.standins.linkcases.fragments import FRAGMENTS, PARTS
from tests.standins.linkcases.redirects import REDIRECTS, TARGETS
from tests.standins.linkcases.statuses import STATUSES

if TYPE_CHECKING:
    from tests.standins.linksite import Script

__all__ = ["CASES", "PATHS", "Case", "to"]

CASES: tuple[Case, ...] = (*STATUSES, *REDIRECTS, *BODIES, *FRAGMENTS, *ADDRESSES)
PATHS: dict[str, Script] = {
    "/": GOOD,
    "/ok": GOOD,
    "/parts": PARTS,
    **TARGETS,
    **{path: script for case in CASES for path, script in case.scripts.items()},
}
