"""Fragments: parts of a page that a link names."""

from __future__ import annotations

import gzip

from tests.standins.linkcases.bodies import PACKED, packed
from tests.standins.linkcases.case import TITLE, Case, page, to
from tests.standins.linksite import says

FILLER = b"<p>" + b"Words for readers. " * 40
PARTS = says(
    200,
    b"<title>Parts</title><h2 id=one>1</h2><a name=two></a><h2 id='\xc3\xbcber uns'>3</h2><p id=Case>x</p>"
    b'<h3 ID="four">4</h3><h3 id="a&amp;b">5</h3><h3 id="100%25">6</h3><img name=pic><h3 id="q?x">7</h3>' + FILLER,
)


def of_parts(name: str, fragment: str, truth: str = "works") -> Case:
    return Case(f"fragment: {name}", f"{{site}}/parts#{fragment}", truth)


def of(name: str, body: bytes, fragment: str, truth: str = "works", headers: str = "") -> Case:
    return page(f"fragment: {name}", says(200, TITLE + body, headers), truth, f"#{fragment}")


SCRIPTED = b"<script>document.body.append(Object.assign(document.createElement('h2'), {id: 'made'}))</script>"

FRAGMENTS: tuple[Case, ...] = (
    of_parts("an id", "one"),
    of_parts("a name", "two"),
    of_parts("encoded", "%C3%BCber%20uns"),
    of_parts("not encoded", "über uns"),
    of_parts("an id in capitals", "four"),
    of_parts("an id with an entity", "a&b"),
    of_parts("an id with %25", "100%25"),
    of_parts("an id with %25, encoded", "100%2525"),
    of_parts("with a question mark", "q?x"),
    of_parts("missing", "three", "fragment"),
    of_parts("wrong case", "case", "fragment"),
    of_parts("the name of a picture", "pic", "fragment"),
    of_parts("top", "top"),
    of_parts("TOP", "TOP"),
    of_parts("empty", ""),
    of_parts("words of the page", ":~:text=words"),
    of_parts("a part and words of the page", "one:~:text=words"),
    of_parts("a missing part and words", "three:~:text=words", "fragment"),
    of_parts("a time of a film", "t=30"),
    of_parts("a route of a script", "!/about"),
    of("a route", b"<script>fill()</script><div id=root></div>", "/about"),
    of("made by a script, short page", SCRIPTED, "made", "unknown"),
    of("made by a script, long page", SCRIPTED + FILLER, "made", "unknown"),
    of("missing beside a script", SCRIPTED + FILLER, "other", "fragment"),
    of("a line of code", b"<script>lines()</script>" + FILLER, "L10-L20", "unknown"),
    of("late in a long page", b"<p>words</p>" * 60_000 + b"<h2 id=late>Late</h2>", "late"),
    of("only in a comment", b"<!-- <h2 id=not-here> -->" + FILLER, "not-here", "fragment"),
    of("only in a script", b"<script>'<b id=not-here>'</script>" + FILLER, "not-here", "fragment"),
    of("only in a text field", b"<textarea><b id=not-here></textarea>" + FILLER, "not-here", "fragment"),
    of("as GitHub writes it", b"<h2 id=user-content-use>Use</h2>" + FILLER, "use"),
    of("of plain text", b"words", "L3", headers="Content-Type: text/plain"),
    of("of a PDF", b"%PDF", "page=3", headers="Content-Type: application/pdf"),
    of(
        "in another encoding",
        "<p id='größe'>".encode("latin-1"),
        "gr%C3%B6%C3%9Fe",
        headers="Content-Type: text/html; charset=latin1",
    ),
    page("fragment: in a packed page", packed("gzip", PACKED["gzip"]), then="#packed"),
    page("fragment: in a deflated page", packed("deflate", PACKED["deflate"]), then="#packed"),
    page("fragment: in the second member", packed("gzip", PACKED["two members"]), then="#packed"),
    page("fragment: in a page cut off", packed("gzip", gzip.compress(TITLE + FILLER * 90)[:60]), "unknown", "#packed"),
    page("fragment: in a page packed as brotli", packed("br", b"\x0b\x02\x80"), "unknown", "#packed"),
    page("fragment: after a redirect", to(302, "/parts"), then="#one"),
    page("fragment: missing after a redirect", to(302, "/parts"), "fragment", "#three"),
    page("fragment: of the redirect", to(302, "/parts#one"), then="#three"),
    page("fragment: missing in the redirect", to(302, "/parts#three")),
)
