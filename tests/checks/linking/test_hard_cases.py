"""What a reader would meet behind each hard link, all asked in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.cache import Cache
from newsletter.checks.linking.checker import ask_links
from newsletter.checks.linking.collecting import Reference
from newsletter.checks.linking.limits import Limits
from tests.standins.hardsites import fill
from tests.standins.linkcases import CASES
from tests.threads import in_own_thread

if TYPE_CHECKING:
    import ssl

    from newsletter.checks.linking.answers import Answer
    from tests.standins.linkcases import Case


def verdict(case: Case, answer: Answer) -> str:
    if answer.certificate:
        return "certificate"
    if answer.state is not State.WORKS:
        return str(answer.state.value)
    if case.is_image and not answer.media_type.startswith("image/"):
        return "wrong-type"
    if answer.fragment:
        return "unknown" if answer.fragment == "unknown" else "fragment"
    return "error-page" if answer.error_page else "works"


def test_every_hard_case_is_judged_right(sites: dict[str, str], trust: ssl.SSLContext) -> None:
    assert len(CASES) == len({case.name for case in CASES}) >= 250
    links = {case: fill(case.link, sites) for case in CASES}
    references = [Reference(link, case.is_image) for case, link in links.items()]
    limits = Limits(seconds=2, pause_seconds=0.05, allow_private=True)
    answers = in_own_thread(ask_links, references, limits, Cache(), tls=trust)
    found = {case.name: (verdict(case, answers[links[case]]), answers[links[case]].moved_to) for case in CASES}
    assert found == {case.name: (case.truth, fill(case.moved, sites)) for case in CASES}
