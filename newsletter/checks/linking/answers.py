"""What is known of a link once it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """`works`: readers get there. `broken`: they don't. `unchecked`: the site does not tell a program.

    `skipped`: it was not asked, because asking may do something.
    """

    WORKS = "works"
    BROKEN = "broken"
    UNCHECKED = "unchecked"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link gave. Texts are empty, and `status` and `size` 0, where there is nothing to say.

    `reason` is a sentence without its full stop; `certificate` says what is wrong with a site's certificate;
    `moved_to` is where a permanent redirect leads; `secure` the same page over https, for a link that says http;
    `error_page` why the page looks like one that says “not found”; `fragment` is `missing` or `unknown` where the
    part that the link names is not in the page, or could not be looked for. `size` is in bytes. `ignore_ended` says
    which entry of the ignore list once covered the link. What `may_pass` is worth asking again.
    """

    state: State = State.WORKS
    reason: str = ""
    status: int = 0
    certificate: str = ""
    moved_to: str = ""
    secure: str = ""
    error_page: str = ""
    fragment: str = ""
    media_type: str = ""
    size: int = 0
    ignore_ended: str = ""
    may_pass: bool = False

    @property
    def is_good(self) -> bool:
        """Whether there is nothing to report."""
        return self.state is State.WORKS and not (self.moved_to or self.secure or self.error_page or self.fragment)
