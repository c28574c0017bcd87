"""What a status means, and servers that answer HEAD otherwise than GET."""

from __future__ import annotations

from tests.standins.linkcases.case import GOOD, TITLE, page, raw
from tests.standins.linksite import by_method, hang, hang_up, in_turn, says

PDF = says(200, b"%PDF-1.7", "Content-Type: application/pdf")
BROKEN = (
    *(304, 400, 404, 408, 409, 410, 411, 413, 414, 416, 418, 422, 423, 424, 431, 444, 499),
    *(500, 501, 502, 503, 504, 505, 507, 508, 509, 520, 521, 522, 523, 525, 530),
)

STATUSES = (
    *(page(str(status), says(status)) for status in (200, 201, 202, 203, 206)),
    *(page(str(status), says(status, b"")) for status in (204, 205)),
    page("300 without Location", says(300)),
    *(page(str(status), says(status), "broken") for status in BROKEN),
    *(page(str(status), says(status), "unchecked") for status in (401, 402, 403, 406, 407, 429, 451, 999)),
    page("405 for GET as well", says(405), "broken"),
    page("503 with a challenge for browsers", says(503, b"", "cf-mitigated: challenge"), "unchecked"),
    page("500 once, then 200", in_turn(says(500), GOOD)),
    page("503, Retry-After 1, then 200", in_turn(says(503, b"", "Retry-After: 1"), GOOD)),
    page("503, Retry-After 1, each time", says(503, b"", "Retry-After: 1"), "broken"),
    page(
        "503, Retry-After in the past, then 200",
        in_turn(says(503, b"", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"), GOOD),
    ),
    page("503, Retry-After a day", says(503, b"", "Retry-After: 86400"), "unchecked"),
    page("503, Retry-After nonsense", says(503, b"", "Retry-After: soon"), "broken"),
    page("503, Retry-After -5, then 200", in_turn(says(503, b"", "Retry-After: -5"), GOOD)),
    page("429, Retry-After 1, then 200", in_turn(says(429, b"", "Retry-After: 1"), GOOD)),
    page("429, Retry-After 1, each time", says(429, b"", "Retry-After: 1"), "unchecked"),
    page("429, Retry-After 1, then 404", in_turn(says(429, b"", "Retry-After: 1"), says(404)), "broken"),
    page("hangs up once", in_turn(hang_up, GOOD)),
    page("HEAD 405, GET 200", by_method(says(405), GOOD)),
    page("HEAD 200, GET 404", by_method(GOOD, says(404)), "broken"),
    page("HEAD 404, GET 200, page", by_method(says(404), GOOD)),
    page("file, HEAD and GET 200", PDF, then=".pdf"),
    page("file, HEAD and GET 404", says(404), "broken", ".pdf"),
    *(
        page(f"file, HEAD {status}, GET 200", by_method(says(status), PDF), then=".pdf")
        for status in (400, 403, 404, 405, 429, 500, 501, 503)
    ),
    page("file, HEAD hangs, GET 200", by_method(hang, PDF), then=".pdf"),
    page("file, HEAD breaks off, GET 200", by_method(hang_up, PDF), then=".zip"),
    page("file, HEAD redirects to nowhere, GET 200", by_method(says(302, b"", "Location: /404"), PDF), then=".pdf"),
    page(
        "file, HEAD with a body",
        by_method(raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 3\r\n\r\nabc"), PDF),
        then=".pdf",
    ),
    page("file, HEAD answers no HTTP, GET 200", by_method(raw(b"what?\r\n\r\n"), PDF), then=".pdf"),
    page("HTTP 1.0, no length", raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + TITLE)),
    page("HTTP 1.0, 404", raw(b"HTTP/1.0 404 Not Found\r\n\r\n"), "broken"),
    page("no reason phrase", raw(b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + TITLE)),
    page("a reason that lies", says("200 Not Found")),
    page("404 that says OK", says("404 OK"), "broken"),
    page("bare line feeds", raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + TITLE)),
    page("100, then 200", raw(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")),
    page(
        "103, then 200",
        raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
    ),
    page(
        "103, then 404",
        raw(b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        "broken",
    ),
    page(
        "a length that is none",
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: many\r\n\r\n" + TITLE),
    ),
    page("a length below 0", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -1\r\n\r\n" + TITLE)),
    page("a header without a colon", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nHello there\r\n\r\n" + TITLE)),
    page("a space before the colon", raw(b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\n\r\n" + TITLE)),
    page("a space before the colon, 404", raw(b"HTTP/1.1 404 Not Found\r\nContent-Type : text/html\r\n\r\n"), "broken"),
    page(
        "a header in Latin-1",
        raw("HTTP/1.1 200 OK\r\nX-Name: Zoë\r\nContent-Type: text/html\r\n\r\n".encode("latin-1") + TITLE),
    ),
    page(
        "a header with a control character",
        raw(b"HTTP/1.1 200 OK\r\nX-Name: a\x01b\r\nContent-Type: text/html\r\n\r\n" + TITLE),
    ),
    page("a folded header", raw(b"HTTP/1.1 200 OK\r\nX-Name: a\r\n b\r\nContent-Type: text/html\r\n\r\n" + TITLE)),
    page("200 KB of headers", says(200, b"", "X-Much: " + "x" * 200_000)),
    page("a status of two digits", raw(b"HTTP/1.1 20 OK\r\n\r\n"), "broken"),
    page("no HTTP", raw(b"220 mail.example.org ESMTP ready\r\n\r\n"), "broken"),
    page("HTTP 0.9", raw(TITLE), "broken"),
    page("no answer", hang, "broken"),
    page("hangs up", hang_up, "broken"),
    page("half a status line", raw(b"HTTP/1."), "broken"),
)
