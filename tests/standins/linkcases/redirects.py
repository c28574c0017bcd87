"""Redirects: by status, by header and by HTML, to what is there and to what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.standins.linkcases.case import GOOD, page, raw, to
from tests.standins.linksite import reply, says

if TYPE_CHECKING:
    from tests.standins.linksite import Asked, Script


async def needs_cookie(asked: Asked) -> bytes:
    """A page that redirects to itself until its cookie comes back."""
    if "cookie: seen=1" in asked.head.lower():
        return reply(200)
    return reply(302, b"", f"Location: {asked.target}\nSet-Cookie: seen=1; Path=/")


async def no_bots(asked: Asked) -> bytes:
    """A page that wants a browser's headers."""
    has_headers = all(name in asked.head.lower() for name in ("user-agent: mozilla/5.0", "accept:"))
    return reply(200 if has_headers else 403)


def refresh(content: str, before: str = "", after: str = "") -> Script:
    """A page that sends on by its HTML."""
    tag = f'<title>A page</title>{before}<meta http-equiv="refresh" content="{content}">{after}<p>Words for readers'
    return says(200, tag.encode())


TARGETS: dict[str, Script] = {
    "/ring-1": to(302, "/ring-2"),
    "/ring-2": to(302, "/ring-1"),
    **{f"/step-{number}": to(302, f"/step-{number + 1}") for number in range(1, 11)},
    "/step-11": GOOD,
    **{f"/stair-{number}": to(302, f"/stair-{number + 1}") for number in range(40)},
    "/sch%C3%B6n": GOOD,
    "/sch%F6n": GOOD,
    "/a%20b": GOOD,
    "/login": GOOD,
    "/old/news": GOOD,
    "/not-found": GOOD,
}

REDIRECTS = (
    *(page(str(status), to(status, "/ok"), moved="{site}/ok") for status in (301, 308)),
    *(page(str(status), to(status, "/ok")) for status in (302, 303, 307)),
    page("302 with a long body", to(302, "/ok", body=b"words " * 90_000)),
    page("301 to 404", to(301, "/404"), "broken"),
    page("302 to 404", to(302, "/404"), "broken"),
    page("302 to 500", to(302, "/500"), "broken"),
    page("302 to 403", to(302, "/403"), "unchecked"),
    page("302, then 301", to(302, "/301")),
    page("301, then 302", to(301, "/302"), moved="{site}/302"),
    page("301, then 308", to(301, "/308"), moved="{site}/ok"),
    page("301 with a fragment kept", to(301, "/ok"), then="#top", moved="{site}/ok"),
    page("301 to a fragment", to(301, "/parts#one"), moved="{site}/parts#one"),
    page("302 to itself", to(302, "/302-to-itself"), "broken"),
    page("302 to itself by a fragment", to(302, "#part"), "broken"),
    page("302 in a ring", to(302, "/ring-1"), "broken"),
    page("ten redirects", to(302, "/step-2")),
    page("eleven redirects", to(302, "/step-1"), "broken"),
    page("forty redirects", to(302, "/stair-0"), "broken"),
    page("302 without Location", says(302, b""), "broken"),
    page("302 to nothing", to(302, ""), "broken"),
    page("302 to a malformed address", to(302, "http://["), "broken"),
    page("302 to javascript", to(302, "javascript:alert(1)"), "broken"),
    page("302 to a file", to(302, "file:///etc/passwd"), "broken"),
    page("302 to mailto", to(302, "mailto:anne@example.org"), "unchecked"),
    page("302 to a closed port", to(302, "http://127.0.0.1:9/"), "broken"),
    page("302 to no host", to(302, "http://no-such-host.invalid/"), "broken"),
    page("302 to a relative address", to(302, "ok?from=here")),
    page("302 to a relative address with dots", to(302, "a/../ok")),
    page("302 without a scheme", to(302, "//{host}/ok")),
    page("302 to a scheme in capitals", to(302, "HTTP://{host}/ok")),
    page("302 to a query", to(302, "?again=no"), "broken"),
    page("302 with spaces around", to(302, "  /ok  ")),
    page("302 to an address with a space", to(302, "/a b")),
    page("302 with backslashes", to(302, "\\ok")),
    page("302 to raw UTF-8", to(302, "/schön")),
    page("302 to Latin-1", raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /sch\xf6n\r\n\r\n")),
    page("302 with a name and a password", to(302, "http://me:secret@{host}/ok")),
    page("location in lower case", raw(b"HTTP/1.1 302 Found\r\nlocation: /ok\r\nContent-Length: 0\r\n\r\n")),
    page("302 to an error page", to(302, "/not-found"), "error-page"),
    page("302 to the first page, from far inside", to(302, "/"), "error-page", "/2019/our-hours"),
    page("302 to the first page", to(302, "/")),
    page("302 to a sign-in page", to(302, "/login?next=/here"), "unchecked"),
    page("302 to a page that unsubscribes", to(302, "/list/unsubscribe?who=7f3a"), "skipped"),
    page("302 that wants a cookie", needs_cookie),
    page("only with the headers of a browser", no_bots),
    page("sent on by HTML", refresh("0;URL=ok")),
    page("sent on by HTML with quotes", refresh("0; url='/ok'")),
    page("sent on by HTML to 404", refresh("0; url=/404"), "broken"),
    page("sent on by HTML without url=", refresh("0;/404"), "broken"),
    page("sent on by HTML in a minute", refresh("60; url=/404")),
    page("renewed by HTML", refresh("0")),
    page("sent on by HTML without scripts only", refresh("0; url=/404", "<noscript>", "</noscript>")),
    page("sent on by HTML in a comment", refresh("0; url=/404", "<!--", "-->")),
    page("sent on by HTML in a ring", refresh("0; url=/sent-on-by-html-in-a-ring"), "broken"),
    page("sent on by a header", says(200, b"", "Refresh: 0; url=/404"), "broken"),
    page("sent on by a header to a page", says(200, b"", "Refresh: 0;url=/ok")),
)
