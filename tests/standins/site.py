"""A web site on loopback: pages by path, redirects, and answers that go wrong."""

from __future__ import annotations

import gzip
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType


@dataclass
class Answer:
    """What a path gives. `fault` is empty, or: endless, drip, bomb (much by gzip), break (half a body), hang."""

    data: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


class Site:
    """The server, on a free port of 127.0.0.1; use it as a context manager. `requests` are the paths asked for."""

    def __init__(self, answers: dict[str, Answer] | None = None) -> None:
        self.answers = answers or {}
        self.requests: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(_Handler):
            owner = site

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: Site

    def do_GET(self) -> None:
        self.owner.requests.append(self.path)
        self.owner.agents.add(self.headers.get("User-Agent", ""))
        answer = self.owner.answers.get(self.path, Answer(b"gone", status=404))
        if answer.fault == "hang":
            time.sleep(30)
        data = gzip.compress(bytes(50_000_000)) if answer.fault == "bomb" else answer.data
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.fault == "bomb":
            self.send_header("Content-Encoding", "gzip")
        if answer.fault not in {"endless", "drip"}:
            self.send_header("Content-Length", str(len(data) * (2 if answer.fault == "break" else 1)))
        self.end_headers()
        self._write(data, {"endless": 64 * 1024, "drip": 1}.get(answer.fault, 0))

    def _write(self, data: bytes, more: int) -> None:
        try:
            self.wfile.write(data)
            while more:
                self.wfile.write(bytes(more))
                time.sleep(0.01 if more == 1 else 0)
        except OSError:
            # The reader has had enough, which is what the test is about.
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass
