"""Accessible names, step by step of accname 1.2."""

from __future__ import annotations

import pytest

from newsletter.checks.document import Document


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<a id=x href=y aria-labelledby='l m'>no</a><i id=l>Our</i><i id=m>hours</i>", "Our hours"),
        ("<a id=x href=y aria-labelledby='x l' aria-label=Read>no</a><i id=l>hours</i>", "Read hours"),
        ("<a id=x href=y aria-labelledby=l></a><i id=l aria-labelledby=m>Our</i><i id=m>no</i>", "Our"),
        ("<a id=x href=y aria-labelledby=gone>Our hours</a>", "Our hours"),
        ("<a id=x href=y aria-labelledby=l></a><i id=l hidden>Our <b>hours</b></i>", "Our hours"),
        ("<a id=x href=y aria-label=' '>Our hours</a>", "Our hours"),
        ("<a id=x href=y>Our<div>hours</div></a>", "Our hours"),
        ("<a id=x href=y>Our <span aria-hidden=true>no</span><img alt=hours></a>", "Our hours"),
        ("<img id=x alt='' title='Our hours'>", "Our hours"),
        ("<button id=x>Seats: <input value=3></button>", "Seats: 3"),
        ("<input id=x type=submit>", "Submit"),
        ("<input id=x placeholder=Name>", "Name"),
        ("<label for=x>Name</label><input id=x>", "Name"),
        ("<label>Name <input id=x value=no></label>", "Name"),
        ("<table id=x><caption>Our hours</caption><tr><td>9</table>", "Our hours"),
        ("<fieldset id=x><legend>Our hours</legend></fieldset>", "Our hours"),
        ("<svg id=x role=img><title>Our hours</title></svg>", "Our hours"),
        ("<div id=x>no name from content</div>", ""),
        ("<div id=x role=heading>Our hours</div>", "Our hours"),
    ],
)
def test_the_name(html: str, name: str) -> None:
    document = Document(html)
    assert document.name(document.index.by_id["x"]) == name


@pytest.mark.parametrize(
    ("html", "description"),
    [
        ("<a id=x href=y title='Opens at nine'>Hours</a>", "Opens at nine"),
        ("<a id=x href=y title=Hours></a>", ""),
        ("<a id=x href=y aria-describedby=d title=no>Hours</a><p id=d>From nine</p>", "From nine"),
    ],
)
def test_the_description(html: str, description: str) -> None:
    document = Document(html)
    assert document.description(document.index.by_id["x"]) == description
