"""Our tree of an email is the browser's: names, attributes and words, in their order.

What browsers make up for end tags without a start, and how they nest <b><i></b></i> anew, is not imitated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from newsletter.checks.parsing import parse_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

READ = """html => {
    const found = []
    const read = node => {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim())
            found.push(node.data.trim())
        if (node.nodeType === Node.ELEMENT_NODE)
            found.push([node.localName, ...[...node.attributes].map(it => `${it.name}=${it.value}`).sort()].join(' '))
        for (const child of node.childNodes)
            read(child)
    }
    read(new DOMParser().parseFromString('<!DOCTYPE html><body>' + html, 'text/html').body)
    return found
}"""
CASES = [
    "<P Class=a>b<p>c</p >d",
    "<a b='1' c=\"2\" d=3 e f= g>h</a>",
    "<i b=>c</i><i b='>'c>d</i><i =b>e</i>",
    '<i title="a>b</i>c<b title="d">e</b>',
    "<i a/b=c/>d</i><br/>e<hr></hr>",
    "<i a=1 A=2>b</i>",
    "<i title='?a=1&copy=2&amp;b&#38;&nbsp;&notit;'>c</i>",
    "&copy2 &amp; &#150; &nothing; &nbsp;&lt b",
    "a < b</ c></>d <3 & e",
    "<!-- a --!>b<!-->c<!--->d<!--e-->f<!--[if mso]>g<![endif]-->h<!--[if !mso]><!-->i<!--<![endif]-->j",
    "<![CDATA[a]]>b<?c?>d<![if !mso]>e<![endif]>f",
    "<textarea>a<b>&amp;</textareas></TEXTAREA >c",
    "<style>a&amp;<!-- <b> --></style>b<script>if (a < b) c = '</b>'</script>d",
    "a<p title='b",
    "a<!-- b",
    "<ul><li>a<li>b<ul><li>c</ul>d</ul>e",
    "<table><tr><td>a<td>b<tr><th>c</table>d",
    "<h1>a<h2>b</h1>c",
    "<div/>a</div>b<svg><g/><title>c</title></svg>d",
    "<select><option>a<option>b</select>c",
    "<p>a<div>b</div>c",
    "<a href=b>c<a href=d>e</a>f",
    "<iframe><b>a</b></iframe><noembed><i>b</i></noembed>c",
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def read(html: str) -> Iterator[str]:
    """List names with attributes, and words; the table section that browsers add is not in the source."""
    body = parse_html(f"<!DOCTYPE html><body>{html}").body
    assert body is not None
    for node in (body, *body.descendants):
        if isinstance(node, Tag):
            values = {name: " ".join(it) if isinstance(it, list) else it for name, it in node.attrs.items()}
            yield " ".join([node.name, *sorted(f"{name}={value}" for name, value in values.items())])
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node.strip():
            yield node.strip()


@pytest.mark.parametrize("html", CASES)
def test_the_tree_is_the_browsers(page: Page, html: str) -> None:
    assert list(read(html)) == [it for it in page.evaluate(READ, html) if it != "tbody"]
