"""Bodies that are long, slow, cut off, packed, or say “not found”; and pictures."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from typing import TYPE_CHECKING

from tests.standins.linkcases.case import GOOD, TITLE, Case, page, picture, raw, to
from tests.standins.linksite import by_method, says

if TYPE_CHECKING:
    from tests.standins.linksite import Asked, Script

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(TITLE + bytes(30_000_000))
PNG = says(200, b"x" * 900, "Content-Type: image/png")
SORRY = b"<title>Harbour</title>"


async def endless(asked: Asked) -> None:
    """A page that never ends."""
    asked.writer.write(HEAD + b"\r\n" + TITLE)
    while asked.method != "HEAD":
        asked.writer.write(b"words " * 10_000)
        await asked.writer.drain()


def dripping(before: bytes) -> Script:
    """One byte after the other, for as long as somebody waits."""

    async def script(asked: Asked) -> None:
        asked.writer.write(before)
        while True:
            asked.writer.write(b"x")
            await asked.writer.drain()
            await asyncio.sleep(0.1)

    return script


def packed(coding: str, body: bytes) -> Script:
    return says(200, body, f"Content-Encoding: {coding}")


BODIES: tuple[Case, ...] = (
    page("200 without a body", says(200, b"")),
    page("200 without a type", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")),
    page("a page without end", endless),
    page("a page that drips", dripping(HEAD + b"\r\n" + TITLE)),
    page("headers that drip", dripping(HEAD + b"X-Much: "), "broken"),
    page("half a page", raw(HEAD + b"Content-Length: 900\r\n\r\n" + TITLE)),
    page("more than its length", raw(HEAD + b"Content-Length: 3\r\n\r\n" + TITLE)),
    page("half a chunk", raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\n" + TITLE)),
    page("a chunk of no length", raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nmany\r\n" + TITLE)),
    page("a bomb", packed("gzip", BOMB)),
    page("packed, it says, and is not", packed("gzip", TITLE)),
    page("packed in a way nobody asked for", packed("br", b"\x0b\x02\x80")),
    page(
        "another encoding",
        says(200, "<title>Größe</title>".encode("utf-16"), "Content-Type: text/html; charset=utf-16"),
    ),
    page("an encoding that nobody knows", says(200, TITLE, "Content-Type: text/html; charset=x-none")),
    page("a type that nobody knows", says(200, b"words", "Content-Type: whatever")),
    page("200 that says not found", says(200, b"<title>Page not found | Harbour</title><h1>Oops</h1>"), "error-page"),
    page("200 with a title 404", says(200, b"<title>404</title><p>Sorry."), "error-page"),
    page("200 with Error 404", says(200, b"<title>Error 404 - Harbour</title>"), "error-page"),
    page(
        "200 with 404 Not Found", says(200, b"<html><head><title>404 Not Found</title></head><body>nginx"), "error-page"
    ),
    page("200 with a heading 404", says(200, SORRY + b"<h1>404</h1><p>Sorry."), "error-page"),
    page("200 with a lower heading", says(200, SORRY + b"<h2>Page not found</h2><p>Try the search."), "error-page"),
    page(
        "200 that says it in a sentence",
        says(200, SORRY + b"<p>Sorry, the page you are looking for could not be found.</p>"),
        "error-page",
    ),
    page(
        "200 that says it is gone",
        says(200, SORRY + b"<h1>Sorry!</h1><p>This page is no longer available.</p>"),
        "error-page",
    ),
    page(
        "200 that says it does not exist",
        says(200, SORRY + b"<p>The page you requested doesn&rsquo;t exist.</p>"),
        "error-page",
    ),
    page(
        "200 that says it in German", says(200, "<title>Seite nicht gefunden – Praxis</title>".encode()), "error-page"
    ),
    page("200 that says it in French", says(200, b"<title>Page introuvable</title>"), "error-page"),
    page("200 that says it in Spanish", says(200, "<title>Página no encontrada</title>".encode()), "error-page"),
    page("200 that says it in Dutch", says(200, b"<title>Pagina niet gevonden</title>"), "error-page"),
    page("200 that says it in Italian", says(200, b"<title>Pagina non trovata</title>"), "error-page"),
    page(
        "200 about 404 pages",
        says(200, b"<title>How to make a good 404 page</title><h1>Page not found is no answer</h1>"),
    ),
    page(
        "200 about what is lost",
        says(
            200,
            b"<title>Lost and found</title><h1>The key could not be found</h1><p>" + b"We searched the house. " * 40,
        ),
    ),
    page("200 about room 404", says(200, b"<title>Room 404, second floor</title>")),
    page("a PDF that is an error page", says(200, b"<title>404 Not Found</title>"), "error-page", ".pdf"),
    picture("picture", PNG),
    picture("picture, HEAD 405", by_method(says(405), PNG)),
    picture("picture, 302", to(302, "/picture.png")),
    picture("picture, 404", says(404), "broken"),
    picture("picture, 500", says(500), "broken"),
    picture("picture, 403", says(403), "unchecked"),
    picture("picture, empty", says(200, b"", "Content-Type: image/png"), "broken"),
    picture("picture, a page", GOOD, "wrong-type"),
    picture(
        "picture, no length",
        by_method(
            says(200, b"", "Content-Type: image/png\nTransfer-Encoding: chunked"),
            says(200, b"5\r\nxxxxx\r\n0\r\n\r\n", "Content-Type: image/png\nTransfer-Encoding: chunked"),
        ),
    ),
)
PACKED = {
    "gzip": gzip.compress(TITLE + b"<h2 id=packed>x"),
    "deflate": zlib.compress(TITLE + b"<h2 id=packed>x"),
    "two members": gzip.compress(TITLE) + gzip.compress(b"<h2 id=packed>x"),
}
