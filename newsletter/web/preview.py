"""The preview page over HTTP, for this machine alone."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Protocol

from flask import Flask, Response, abort, request
from werkzeug.serving import WSGIRequestHandler, make_server

from newsletter.errors import PreviewError

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer

HOST = "127.0.0.1"


class Source(Protocol):
    """What the server shows."""

    def version(self) -> str:
        """Name the state that `page` would show."""

    def page(self) -> str:
        """Write the page."""


def create_app(source: Source) -> Flask:
    """Make the application: the page, and the name of its newest version."""
    app = Flask(__name__, static_folder=None)

    @app.before_request
    def refuse_other_names() -> None:
        # A website that points its own name at 127.0.0.1 must not read the page (DNS rebinding).
        if request.host.rpartition(":")[0] not in {HOST, "localhost"}:
            abort(403)

    @app.after_request
    def keep_to_ourselves(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    @app.get("/")
    def page() -> str:
        return source.page()

    @app.get("/version")
    def version() -> Response:
        return Response(source.version(), mimetype="text/plain")

    return app


class _Quiet(WSGIRequestHandler):
    """Does not print a line for each question that the page asks."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def open_server(source: Source, port: int) -> BaseWSGIServer:
    """Listen on loopback; port 0 takes a free one. Raises PreviewError where the port cannot be had."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            what = "is in use" if error.errno == errno.EADDRINUSE else "cannot be used"
            hint = "Choose another with --port, or 0 for any that is free."
            raise PreviewError(f"Port {port} {what}.", hint=hint) from error
        listener.listen()
        port = listener.getsockname()[1]
        # The server takes a copy of the socket: it is bound here, because Werkzeug would print and exit.
        return make_server(HOST, port, create_app(source), threaded=True, request_handler=_Quiet, fd=listener.fileno())
