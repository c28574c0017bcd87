"""The email in the preview page: as it is, with its pictures inside and its findings marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.parsing import parse_html
from newsletter.model import Finding, Impact, Outcome, Place
from newsletter.preview.copies import copy_email

if TYPE_CHECKING:
    from pathlib import Path

HTML = """<!DOCTYPE html>
<html><body>
<p title="a > b src='c' d">one</p><p>two</p>
<a href='x'><img alt="\u2028 src='b' a" src='https://e.org/a.png' width="2"><img src="https://e.org/a.png?b"></a>
</body></html>"""


def find(selector: str) -> Finding:
    place = Place("issue.md", 1, 1, selector, "")
    return Finding(rule="a", outcome=Outcome.FAIL, impact=Impact.MINOR, message="", place=place)


def test_without_findings_and_pictures_it_is_the_email() -> None:
    assert copy_email(HTML, parse_html(HTML), [], {}) == HTML


def test_what_findings_name_is_marked_and_nothing_else_changes() -> None:
    findings = [find("p:nth-of-type(1)"), find("img:nth-of-type(1)"), find(""), find("p:nth-of-type(1)")]
    copied = copy_email(HTML, parse_html(HTML), findings, {})
    marked = HTML.replace("<p title", '<p data-findings="1 4" title').replace("<img alt", '<img data-findings="2" alt')
    assert copied == marked


def test_pictures_at_hand_go_inside(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"\\1")
    copied = copy_email(HTML, parse_html(HTML), [], {"https://e.org/a.png": file})
    assert copied == HTML.replace("'https://e.org/a.png'", '"data:image/png;base64,XDE="')
    gone = copy_email(HTML, parse_html(HTML), [], {"https://e.org/a.png": tmp_path / "b.png"})
    assert gone == HTML
