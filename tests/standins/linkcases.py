"""Hard cases for a link checker: a link, how the site answers, and what is true for a reader who follows it.

`{site}` is the HTTP site, `{tls}` one whose certificate is good, `{expired}` and the others one with that fault, and
`{closed}` a port where nobody listens.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.standins.linksite import Script, by_method, hang, hang_up, in_turn, not_found, reply, says

if TYPE_CHECKING:
    from tests.standins.linksite import Asked

GOOD = says(200)
PARTS = b"<title>Parts</title><h2 id=one>1</h2><a name=two></a><h2 id='\xc3\xbcber uns'>3</h2><p id=Case>x"


@dataclass(frozen=True)
class Case:
    """A link and what is true of it: works, broken, certificate, unchecked, fragment or error-page; `moved` adds up."""

    name: str
    link: str
    truth: str = "works"
    moved: str = ""
    is_image: bool = False


def to(status: int, target: str, headers: str = "") -> Script:
    """A redirect."""
    return says(status, b"", f"Location: {target}\n{headers}")


async def endless(asked: Asked) -> None:
    """A page that never ends."""
    asked.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>A page</title>")
    while asked.method != "HEAD":
        asked.writer.write(b"words " * 10_000)
        await asked.writer.drain()


async def garbage(_asked: Asked) -> bytes:
    """What is no HTTP."""
    return b"220 mail.example.org ESMTP ready\r\n\r\n"


async def needs_cookie(asked: Asked) -> bytes:
    """A page that redirects to itself until its cookie comes back."""
    if "cookie: seen=1" in asked.head.lower():
        return reply(200)
    return reply(302, b"", "Location: /cookie\nSet-Cookie: seen=1; Path=/")


async def no_bots(asked: Asked) -> bytes:
    """A page that wants a browser's headers."""
    has_headers = all(name in asked.head.lower() for name in ("user-agent: mozilla/5.0", "accept:"))
    return reply(200 if has_headers else 403)


async def cut(asked: Asked) -> None:
    """Half a page."""
    asked.writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<title>A page</title>"
    )
    await asked.writer.drain()


BOMB = gzip.compress(b"<title>A page</title>" + bytes(30_000_000))
PATHS: dict[str, Script] = {
    "/": GOOD,
    "/ok": GOOD,
    "/404": says(404),
    "/410": says(410),
    "/400": says(400),
    "/head-405": by_method(says(405), GOOD),
    "/head-404.pdf": by_method(says(404), GOOD),
    "/head-501.pdf": by_method(says(501), says(200, b"%PDF", "Content-Type: application/pdf")),
    "/head-hangs.pdf": by_method(hang, says(200, b"%PDF", "Content-Type: application/pdf")),
    "/head-hangs-up.zip": by_method(hang_up, says(200, b"PK", "Content-Type: application/zip")),
    "/head-500.pdf": by_method(says(500), says(200, b"%PDF", "Content-Type: application/pdf")),
    "/head-403.pdf": by_method(says(403), says(200, b"%PDF", "Content-Type: application/pdf")),
    "/head-lies": by_method(GOOD, says(404)),
    "/get-405": says(405),
    "/500": says(500),
    "/500-once": in_turn(says(500), GOOD),
    "/502": says(502),
    "/503-wait": in_turn(says(503, b"", "Retry-After: 1"), GOOD),
    "/503-date": in_turn(says(503, b"", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"), GOOD),
    "/503-long": says(503, b"", "Retry-After: 86400"),
    "/503-nonsense": says(503, b"", "Retry-After: soon"),
    "/429-once": in_turn(says(429, b"", "Retry-After: 1"), GOOD),
    "/429": says(429),
    "/401": says(401, b"", 'WWW-Authenticate: Basic realm="x"'),
    "/403": says(403),
    "/451": says(451),
    "/999": says(999),
    "/challenge": says(503, b"", "cf-mitigated: challenge"),
    "/204": says(204, b""),
    "/301": to(301, "/ok"),
    "/308": to(308, "/ok"),
    "/302": to(302, "/ok"),
    "/303": to(303, "/ok"),
    "/307": to(307, "/ok"),
    "/301-404": to(301, "/404"),
    "/302-404": to(302, "/404"),
    "/302-301": to(302, "/301"),
    "/301-302": to(301, "/302"),
    "/self": to(302, "/self"),
    "/ring-1": to(302, "/ring-2"),
    "/ring-2": to(302, "/ring-1"),
    **{f"/step-{number}": to(302, f"/step-{number + 1}") for number in range(1, 10)},
    "/step-10": to(302, "/ok"),
    **{f"/stair-{number}": to(302, f"/stair-{number + 1}") for number in range(1, 40)},
    "/302-nowhere": says(302, b""),
    "/302-malformed": to(302, "http://["),
    "/302-javascript": to(302, "javascript:alert(1)"),
    "/302-relative": to(302, "ok?from=here"),
    "/302-utf8": to(302, "/schön"),
    "/sch%C3%B6n": GOOD,
    "/302-fragment": to(302, "/parts#one"),
    "/302-parts": to(302, "/parts"),
    "/302-home": to(302, "/"),
    "/302-login": to(302, "/login?next=/302-login"),
    "/login": GOOD,
    "/refresh": says(200, b"<meta http-equiv=refresh content='0; url=/404'><title>Moved</title>"),
    "/refresh-ok": says(200, b"<meta http-equiv=refresh content='0;URL=ok'><title>Moved</title>"),
    "/cookie": needs_cookie,
    "/no-bots": no_bots,
    "/parts": says(200, PARTS),
    "/script": says(200, b"<title>App</title><script>fill()</script><div id=root></div>"),
    "/late-part": says(200, b"<title>A page</title>" + b"<p>words</p>" * 60_000 + b"<h2 id=late>Late</h2>"),
    "/commented": says(
        200, b"<title>A page</title><!-- <h2 id=not-here> --><script>'<b id=not-here>'</script><p>" + b"w " * 300
    ),
    "/plain-text": says(200, b"words", "Content-Type: text/plain"),
    "/soft": says(200, b"<title>Page not found | Harbour</title><h1>Oops</h1>"),
    "/soft-h1": says(200, b"<title>Harbour</title><h1>404</h1><p>Sorry."),
    "/soft-german": says(200, b"<title>Seite nicht gefunden \xe2\x80\x93 Praxis</title>"),
    "/about-404": says(200, b"<title>How to make a good 404 page</title><h1>Page not found is no answer</h1>"),
    "/soft.pdf": says(200, b"<title>404 Not Found</title>"),
    "/endless": endless,
    "/bomb": says(200, BOMB, "Content-Encoding: gzip"),
    "/gzip": says(200, gzip.compress(b"<title>A page</title><h2 id=packed>x"), "Content-Encoding: gzip"),
    "/bad-gzip": says(200, b"<title>this is not packed</title>", "Content-Encoding: gzip"),
    "/cut": cut,
    "/garbage": garbage,
    "/hangs": hang,
    "/hangs-up": hang_up,
    "/hangs-up-once": in_turn(hang_up, GOOD),
    "/big-header": says(200, b"", "X-Much: " + "x" * 200_000),
    "/latin": says(
        200, "<title>Über</title><p id='größe'>".encode("latin-1"), "Content-Type: text/html; charset=latin1"
    ),
    "/a b": not_found,
    "/a%20b": GOOD,
    "/ok.png": by_method(
        says(200, b"x" * 900, "Content-Type: image/png"), says(200, b"x" * 900, "Content-Type: image/png")
    ),
    "/gone.png": says(404),
    "/page.png": GOOD,
    "/no-length.png": by_method(
        says(200, b"", "Content-Type: image/png\nTransfer-Encoding: chunked"),
        says(200, b"5\r\nxxxxx\r\n0\r\n\r\n", "Content-Type: image/png\nTransfer-Encoding: chunked"),
    ),
}

CASES = [
    Case("a page", "{site}/ok"),
    Case("the first page without a path", "{site}"),
    Case("404", "{site}/404", "broken"),
    Case("410", "{site}/410", "broken"),
    Case("400", "{site}/400", "broken"),
    Case("HEAD 405, GET 200", "{site}/head-405"),
    Case("HEAD 404, GET 200", "{site}/head-404.pdf"),
    Case("HEAD 501, GET 200", "{site}/head-501.pdf"),
    Case("HEAD hangs, GET 200", "{site}/head-hangs.pdf"),
    Case("HEAD breaks off, GET 200", "{site}/head-hangs-up.zip"),
    Case("HEAD 500, GET 200", "{site}/head-500.pdf"),
    Case("HEAD 403, GET 200", "{site}/head-403.pdf"),
    Case("HEAD 200, GET 404", "{site}/head-lies", "broken"),
    Case("405 for GET as well", "{site}/get-405", "broken"),
    Case("500", "{site}/500", "broken"),
    Case("500 once, then 200", "{site}/500-once"),
    Case("502", "{site}/502", "broken"),
    Case("503, Retry-After 1, then 200", "{site}/503-wait"),
    Case("503, Retry-After in the past, then 200", "{site}/503-date"),
    Case("503, Retry-After a day", "{site}/503-long", "unchecked"),
    Case("503, Retry-After nonsense", "{site}/503-nonsense", "broken"),
    Case("429, Retry-After 1, then 200", "{site}/429-once"),
    Case("429", "{site}/429", "unchecked"),
    Case("401", "{site}/401", "unchecked"),
    Case("403", "{site}/403", "unchecked"),
    Case("451", "{site}/451", "unchecked"),
    Case("999", "{site}/999", "unchecked"),
    Case("503 with a challenge for browsers", "{site}/challenge", "unchecked"),
    Case("204", "{site}/204"),
    Case("301", "{site}/301", moved="{site}/ok"),
    Case("308", "{site}/308", moved="{site}/ok"),
    Case("302", "{site}/302"),
    Case("303", "{site}/303"),
    Case("307", "{site}/307"),
    Case("301 to 404", "{site}/301-404", "broken"),
    Case("302 to 404", "{site}/302-404", "broken"),
    Case("302, then 301", "{site}/302-301"),
    Case("301, then 302", "{site}/301-302", moved="{site}/302"),
    Case("301 with a fragment kept", "{site}/301#top", moved="{site}/ok"),
    Case("redirect to itself", "{site}/self", "broken"),
    Case("redirects in a ring", "{site}/ring-1", "broken"),
    Case("ten redirects", "{site}/step-1"),
    Case("forty redirects", "{site}/stair-1", "broken"),
    Case("302 without Location", "{site}/302-nowhere", "broken"),
    Case("302 to a malformed address", "{site}/302-malformed", "broken"),
    Case("302 to javascript:", "{site}/302-javascript", "broken"),
    Case("302 to a relative address", "{site}/302-relative"),
    Case("302 to raw UTF-8", "{site}/302-utf8"),
    Case("302 to the first page", "{site}/302-home", "error-page"),
    Case("302 to a sign-in page", "{site}/302-login", "unchecked"),
    Case("sent on by HTML to 404", "{site}/refresh", "broken"),
    Case("sent on by HTML to a page", "{site}/refresh-ok"),
    Case("a cookie must come back", "{site}/cookie"),
    Case("only with a browser's headers", "{site}/no-bots"),
    Case("fragment: an id", "{site}/parts#one"),
    Case("fragment: a name", "{site}/parts#two"),
    Case("fragment: encoded", "{site}/parts#%C3%BCber%20uns"),
    Case("fragment: missing", "{site}/parts#three", "fragment"),
    Case("fragment: wrong case", "{site}/parts#case", "fragment"),
    Case("fragment: top", "{site}/parts#top"),
    Case("fragment: empty", "{site}/parts#"),
    Case("fragment: words of the page", "{site}/parts#:~:text=words"),
    Case("fragment: route of a script", "{site}/script#/about"),
    Case("fragment: late in a long page", "{site}/late-part#late"),
    Case("fragment: only in a comment", "{site}/commented#not-here", "fragment"),
    Case("fragment: after a redirect", "{site}/302-parts#one"),
    Case("fragment: missing after a redirect", "{site}/302-parts#three", "fragment"),
    Case("fragment: of plain text", "{site}/plain-text#L3"),
    Case("fragment: in a packed page", "{site}/gzip#packed"),
    Case("fragment: in another encoding", "{site}/latin#gr%C3%B6%C3%9Fe"),
    Case("200 that says not found", "{site}/soft", "error-page"),
    Case("200 with a heading 404", "{site}/soft-h1", "error-page"),
    Case("200 that says it in German", "{site}/soft-german", "error-page"),
    Case("200 about 404 pages", "{site}/about-404"),
    Case("a PDF that is an error page", "{site}/soft.pdf", "error-page"),
    Case("a page without end", "{site}/endless"),
    Case("a bomb", "{site}/bomb"),
    Case("packed, it says, and is not", "{site}/bad-gzip"),
    Case("half a page", "{site}/cut"),
    Case("no HTTP", "{site}/garbage", "broken"),
    Case("no answer", "{site}/hangs", "broken"),
    Case("hangs up", "{site}/hangs-up", "broken"),
    Case("hangs up once", "{site}/hangs-up-once"),
    Case("200 KB of headers", "{site}/big-header", "broken"),
    Case("a space in the address", "{site}/a b"),
    Case("white space around", "  {site}/ok\n"),
    Case("nobody listens", "{closed}/", "broken"),
    Case("no such host", "http://no-such-host.invalid/", "broken"),
    Case("malformed host", "http://[::1", "broken"),
    Case("a host of 70 letters", f"http://{'a' * 70}.example/", "broken"),
    Case("https", "{tls}/ok"),
    Case("certificate: expired", "{expired}/ok", "certificate"),
    Case("certificate: not yet valid", "{early}/ok", "certificate"),
    Case("certificate: another host", "{other-host}/ok", "certificate"),
    Case("certificate: self-signed", "{self-signed}/ok", "certificate"),
    Case("certificate: unknown authority", "{stranger}/ok", "certificate"),
    Case("https where only http is spoken", "{plain}/ok", "broken"),
    Case("picture", "{site}/ok.png", is_image=True),
    Case("picture: 404", "{site}/gone.png", "broken", is_image=True),
    Case("picture without a length", "{site}/no-length.png", is_image=True),
]
