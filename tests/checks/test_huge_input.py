"""Huge emails: twice as much takes about twice as long, and what no mail program shows is refused at once."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.excerpts import add_excerpts
from newsletter.checks.loading import read_data
from newsletter.checks.reading.summary import summarise
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check
from newsletter.errors import TargetError

if TYPE_CHECKING:
    from newsletter.model import Finding

FILE = Path("letter.html")
# Twice as much, and a little for what is done once for many.
MOST_GROWTH = 2.8
Build = Callable[[int], str]


def repeat(piece: str) -> Build:
    return lambda count: "".join(piece.replace("#", str(number)) for number in range(count))


def deep(piece: str) -> Build:
    return lambda count: "<div>" * 500 + repeat(piece)(count)


def style(piece: str) -> Build:
    return lambda count: f"<style>{repeat(piece)(count)}</style><p class=c1>some <b class=c2>words</b></p>"


# What is repeated, and how often at first.
INPUTS: dict[str, tuple[Build, int]] = {
    "links of one name": (repeat('<a href="https://example.org/#">here</a> '), 100),
    "links in paragraphs": (repeat('<p>See <a href="https://example.org/#">number #</a> too.</p>'), 100),
    "images without alt": (repeat('<img src="#.png">'), 200),
    "images of one alt": (repeat('<img src="#.png" alt="A red house">'), 200),
    "paragraphs": (repeat("<p>The winter walk # was long and cold.</p>"), 200),
    "headings": (repeat("<h2>Part #</h2><p>words</p>"), 80),
    "bold lines": (repeat("<p><b>Part #</b></p><p>words that follow it</p>"), 80),
    "breaks": (repeat("- words<br>"), 500),
    "items": (repeat("<li>words</li>"), 200),
    "rows": (lambda count: f"<table><tr><th>a</th><th>b</th></tr>{repeat('<tr><td>#</td><td>x</td></tr>')(count)}", 60),
    "header cells": (lambda count: f"<table>{repeat('<tr><th>#</th><td><a href=#>x</a></td></tr>')(count)}", 60),
    "fields": (repeat("<label for=i#>Name #</label><input id=i#>"), 100),
    "switched off": (repeat("<fieldset disabled><label>Name # <input></label></fieldset>"), 80),
    "one id": (repeat('<p id="x">words</p>'), 200),
    "names by others": (lambda count: f"{repeat('<a id=i# aria-labelledby=i0 href=x>a</a>')(count)}", 100),
    "colours": (repeat('<p style="color:#777;font-size:9px">words</p>'), 150),
    "ignore comments": (repeat("<!-- newsletter-ignore image-alt-missing: it is so --><img src=#>"), 80),
    "Outlook's boxes": (repeat("<!--[if mso]><table><tr><td>x</td></tr></table><![endif]-->"), 100),
    "a long text": (lambda count: f"<p>{'The walk was long and cold. ' * count}</p>", 400),
    "a long sentence": (lambda count: f"<p>{'winter walks before breakfast ' * count}</p>", 400),
    "style rules": (style(".c# p > b, .d# {color:#777;margin:0}\n"), 200),
    "roles": (repeat('<div role="listitem">words</div>'), 150),
    "nested links": (repeat("<a href=#>words "), 150),
    "nested boxes": (lambda count: "<div>" * count + "words", 1500),
    "nested tables": (lambda count: "<table><tr><td>" * count + "words", 400),
    "nested lists": (lambda count: "<ul><li>" * count + "words", 600),
    "never ended": (lambda count: "<p><b>words " * count, 300),
    "links, deep": (deep('<a href="https://example.org/#">here</a> '), 100),
    "images, deep": (deep('<img src="#.png">'), 150),
    "items, deep": (deep("<ul><li>x</ul>"), 150),
    "paragraphs, deep": (deep('<p style="font-size:9px"><u>words</u></p>'), 150),
    "fields, deep": (deep("<input name=#>"), 100),
}


def find(html: str) -> tuple[Finding, ...]:
    document = Document(f'<html lang="en"><head><title>A letter</title></head><body>{html}</body></html>')
    findings = add_excerpts(check(document, all_rules(), str(FILE)), document.html)
    summarise(document)
    return findings


def count_calls(html: str) -> int:
    """Count the calls that a check takes: unlike seconds, they are the same on each machine and at each hour."""
    profile = cProfile.Profile()
    profile.runcall(find, html)
    return sum(row[1] for row in pstats.Stats(profile).stats.values())  # type: ignore[attr-defined]  # typeshed's


@pytest.mark.parametrize("name", INPUTS)
def test_twice_as_much_is_twice_the_work(name: str) -> None:
    build, count = INPUTS[name]
    find(build(3))
    once, twice = count_calls(build(count)), count_calls(build(2 * count))
    assert twice < MOST_GROWTH * once, f"{once:,} calls, then {twice:,}"


def test_many_findings_on_one_line_take_seconds() -> None:
    html = repeat('<img src="#.png">')(3000)
    start = time.process_time()
    findings = find(html)
    assert time.process_time() - start < 20
    assert all(len(finding.place.excerpt) < 80 for finding in findings)


def test_cells_that_span_the_world_take_seconds() -> None:
    start = time.process_time()
    find("<table>" + "<tr><td colspan=1000 rowspan=65534>1</td></tr>" * 300)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>" + "words " * 900_000, "5.4 million characters"),
        ("<a href=x>y</a>" * 60_000, "60,000 tags"),
        ("Subject: long\r\nContent-Type: text/plain\r\n\r\n" + "words " * 500_000, "3.0 million characters"),
    ],
    ids=["words", "tags", "plain text"],
)
def test_what_is_no_email_is_refused(html: str, words: str) -> None:
    with pytest.raises(TargetError, match=words) as caught:
        read_data(html.encode(), FILE)
    assert "Split it" in caught.value.hint


def test_styles_that_apply_millions_of_times_are_refused() -> None:
    document = Document("<style>" + "*{margin:0} p{color:red}" * 2000 + "</style>" + "<p>words</p>" * 400)
    with pytest.raises(TargetError, match="style"):
        check(document, all_rules(), str(FILE))


def test_large_embedded_pictures_are_no_reason_to_refuse() -> None:
    html = f'<p>words</p><img alt="A house" src="data:image/png;base64,{"A" * 3_000_000}">'
    assert read_data(html.encode(), FILE).elements
