"""What a reader would meet behind each hard link, all asked in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.linking.answers import State
from newsletter.checks.linking.cache import Cache
from newsletter.checks.linking.checker import ask_links
from newsletter.checks.linking.collecting import Reference
from newsletter.checks.linking.limits import Limits
from tests.standins.linkcases import CASES
from tests.threads import in_own_thread

if TYPE_CHECKING:
    import ssl

    from newsletter.checks.linking.answers import Answer


def fill(text: str, sites: dict[str, str]) -> str:
    for name, url in sites.items():
        text = text.replace(f"{{{name}}}", url)
    return text


def verdict(answer: Answer) -> str:
    if answer.certificate:
        return "certificate"
    if answer.state is not State.WORKS:
        return str(answer.state.value)
    if answer.fragment == "missing":
        return "fragment"
    return "error-page" if answer.error_page else "works"


def test_every_hard_case_is_judged_right(sites: dict[str, str], trust: ssl.SSLContext) -> None:
    assert len(CASES) >= 60
    links = {case: fill(case.link, sites) for case in CASES}
    references = [Reference(link, case.is_image) for case, link in links.items()]
    answers = in_own_thread(ask_links, references, Limits(seconds=2, allow_private=True), Cache(), tls=trust)
    found = {case.name: (verdict(answers[links[case]]), answers[links[case]].moved_to) for case in CASES}
    assert found == {case.name: (case.truth, fill(case.moved, sites)) for case in CASES}
