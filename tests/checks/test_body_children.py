"""What stands right in the body: one finding for all that lacks the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.repairs.files import repair
from newsletter.checks.runner import check
from newsletter.checks.sets import choose_rules

if TYPE_CHECKING:
    from newsletter.model import Finding

RULES = {"lang": "content-lang-missing", "dir": "content-dir-missing"}


def findings(body: str, *names: str) -> tuple[Finding, ...]:
    html = f"<html lang=en dir=ltr><title>A</title><body>\n{body}</body></html>"
    return check(Document(html), choose_rules(names), "a.html")


@pytest.mark.parametrize("attribute", ["lang", "dir"])
@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("<p>One</p>", 2, "on this child of the body."),
        ("<p lang=en dir=ltr>One</p>\n<p>Two</p>\n<p>Three</p>", 3, "on this and one more child of the body, or"),
        ("<p>One</p>" * 1001, 2, "on this and 1,000 more children of the body, or on one element around them all."),
        ("<p>One</p>Two<p>Three</p>", 1, "on an element around all that the body holds."),
    ],
)
def test_one_finding_says_how_many_there_are(attribute: str, body: str, line: int, words: str) -> None:
    (finding,) = findings(body, RULES[attribute])
    assert finding.place.line == line
    assert words in finding.message


def test_a_comment_lets_its_own_child_stay_and_no_other() -> None:
    ignore = "<!-- newsletter-ignore content-lang-missing: a name -->"
    body = f"{ignore}\n<p>Ana</p>\n<p>Good morning</p>\n<p>Good night</p>"
    (finding,) = findings(body, "content-lang-missing", "ignore-comment-unused")
    assert finding.place.line == 4
    assert "one more child" in finding.message
    (finding,) = findings(f"<p>Good night</p>{body}", "content-lang-missing", "ignore-comment-unused")
    assert finding.place.line == 2
    assert findings(f"{ignore}<p>Ana</p>", "content-lang-missing", "ignore-comment-unused") == ()


@pytest.mark.parametrize(
    ("name", "attribute"), [("content-lang-missing", 'lang="en"'), ("content-dir-missing", 'dir="ltr"')]
)
def test_a_repair_reaches_every_child_and_says_only_what_was_asked(name: str, attribute: str) -> None:
    head = "<html lang=en dir=ltr><title>A</title><body>"
    asked = frozenset({name})
    several = repair(f"{head}<p>One</p><p>Two</p></body></html>".encode(), Path("a.html"), "", asked).decode()
    assert several == f"{head}<p {attribute}>One</p><p {attribute}>Two</p></body></html>"
    bare = repair(f"{head}One<p>Two</p></body></html>".encode(), Path("a.html"), "", asked).decode()
    assert bare == f"{head}<div {attribute}>One<p>Two</p></div></body></html>"
