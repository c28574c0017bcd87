"""The tree is the one that browsers build (HTML, section 13.2.6)."""

from __future__ import annotations

import pytest

from newsletter.checks.parsing import parse_html


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("<p>a<p>b<ul><li>c<li>d</ul>e", "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>e"),
        ("<html><head><title>t</title><p>a", "<html><head><title>t</title></head><body><p>a</p></body></html>"),
        (
            "<html><head><body bgcolor='1'>x</body></html><p>y",
            '<html><head></head><body bgcolor="1">x<p>y</p></body></html>',
        ),
        (
            "<table><tr><td>a<td>b<tr><th>c<table><tr><td>d</table></table>e",
            "<table><tr><td>a</td><td>b</td></tr><tr><th>c<table><tr><td>d</td></tr></table></th></tr></table>e",
        ),
        ("<a>x<a>y</a>z", "<a>x</a><a>y</a>z"),
        ("<div/>x</div>y", "<div>x</div>y"),
        ("<b><p>x</b></p>y", "<b><p>x</p></b>y"),
        ("</p></div>x", "x"),
        ("<select><option>a<option>b</select>", "<select><option>a</option><option>b</option></select>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<svg><path/><title>t</title></svg>x", "<svg><path></path><title>t</title></svg>x"),
        ("<body><p>a<body bgcolor='1'>b", '<body bgcolor="1"><p>ab</p></body>'),
    ],
)
def test_the_tree(html: str, tree: str) -> None:
    assert str(parse_html(html)) == tree


def test_positions_are_those_of_the_source() -> None:
    soup = parse_html("<p>a\n<p>b\n  <p>c")
    assert [(it.sourceline, it.sourcepos) for it in soup.find_all("p")] == [(1, 0), (2, 0), (3, 2)]
