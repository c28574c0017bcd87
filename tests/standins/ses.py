"""A stand-in for Amazon SES: a real HTTP server on loopback that speaks SES v2's REST API.

It reads and answers by botocore's own service model: a member that the model does not know, a missing one, a wrong
type or length is refused, as SES refuses it. It also refuses what SES documents: more than 50 entries, a template
variable without a value, a sender that is not verified, a call with one malformed address. `Behaviour` makes it
throttle, refuse, reset, hang, or take a call and drop the answer.

`python -m tests.standins.ses --log FILE` runs it alone, prints its address, and appends each accepted address to FILE.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

import botocore.session
from botocore.model import ListShape, Shape, StringShape, StructureShape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

MAX_ENTRIES = 50
_ADDRESS = re.compile(r"(?:[^<>]*<)?[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+>?", re.ASCII)
_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_JSON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "double": (int, float),
    "integer": int,
    "list": list,
    "map": dict,
}


@dataclass(frozen=True)
class Message:
    """A message that the server took: to whom, and what it would have sent."""

    to: str
    subject: str
    text: str
    html: str
    headers: dict[str, str]
    tags: dict[str, str]
    tracking: dict[str, str]


@dataclass
class Behaviour:
    """What the next calls meet.

    `faults` holds one word for each: ok, throttle, pause, refuse, error, reset, hang or drop.
    """

    faults: list[str] = field(default_factory=list)
    entry_status: dict[str, str] = field(default_factory=dict)
    seconds_per_call: float = 0.0
    verified: str = "example.org"
    rate: float = 1000.0
    daily: float = -1.0
    sending_enabled: bool = True
    production_access: bool = True
    hang_seconds: float = 5.0
    log: str = ""


class RefusedError(Exception):
    """An answer of SES that is an error: its code and words."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.status = status


class SesServer:
    """The server, on a free port of 127.0.0.1; use it as a context manager."""

    def __init__(self, behaviour: Behaviour | None = None, port: int = 0) -> None:
        self.behaviour = behaviour or Behaviour()
        self.messages: list[Message] = []
        self.calls: list[str] = []
        self.lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def serve(self) -> None:
        self._server.serve_forever(poll_interval=0.02)

    def take(self, messages: list[Message]) -> None:
        with self.lock:
            self.messages += messages
            if self.behaviour.log:
                with open(self.behaviour.log, "a", encoding="utf-8") as stream:  # noqa: PTH123 - appended in one write
                    stream.write("".join(f"{message.to}\n" for message in messages))
                    stream.flush()
                    os.fsync(stream.fileno())

    def next_fault(self) -> str:
        with self.lock:
            return self.behaviour.faults.pop(0) if self.behaviour.faults else "ok"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        ses = self

        class Handler(_Handler):
            server_state = ses

        return Handler


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_state: SesServer

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass

    def _answer(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        operation = _operation(method, self.path)
        self.server_state.calls.append(operation)
        fault = self.server_state.next_fault() if operation != "GetAccount" else "ok"
        time.sleep(self.server_state.behaviour.seconds_per_call)
        try:
            _raise_fault(fault)
            answer: dict[str, object] = _OPERATIONS[operation](self.server_state, _parse(operation, body))
        except RefusedError as error:
            self._reply(error.status, {"message": str(error)}, error.code)
            return
        if fault in {"reset", "hang", "drop"}:
            self._break_off(fault)
            return
        self._reply(200, answer)

    def _break_off(self, fault: str) -> None:
        """Take the messages, and let the answer be lost."""
        if fault == "hang":
            time.sleep(self.server_state.behaviour.hang_seconds)
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _reply(self, status: int, document: dict[str, object], code: str = "") -> None:
        data = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if code:
            self.send_header("x-amzn-ErrorType", code)
        self.end_headers()
        self.wfile.write(data)


def _raise_fault(fault: str) -> None:
    errors = {
        "throttle": ("TooManyRequestsException", "Maximum sending rate exceeded.", 429),
        "pause": ("SendingPausedException", "Sending is paused for this account.", 400),
        "refuse": ("BadRequestException", "The request is not valid.", 400),
        "error": ("InternalServiceErrorException", "Something broke.", 500),
    }
    if fault in errors:
        raise RefusedError(*errors[fault])


# ── Requests, read by botocore's model ────────────────────────────────────────────────────────────────────────────

_MODEL = botocore.session.get_session().get_service_model("sesv2")


def _operation(method: str, path: str) -> str:
    for name in _MODEL.operation_names:
        http = _MODEL.operation_model(name).http
        if http["method"] == method and http["requestUri"] == path:
            return str(name)
    return "UnknownOperation"


def _parse(operation: str, body: bytes) -> dict[str, Any]:
    if operation not in _OPERATIONS:
        raise RefusedError("NotFoundException", "There is no such operation.", 404)
    data: dict[str, Any] = json.loads(body or b"{}")
    shape = _MODEL.operation_model(operation).input_shape
    if shape is not None:
        for problem in _problems(shape, data, operation):
            raise RefusedError("BadRequestException", problem)
    return data


def _problems(shape: Shape, value: object, where: str) -> Iterator[str]:
    """Yield what botocore's model does not allow in a value."""
    if isinstance(shape, StructureShape):
        if not isinstance(value, dict):
            yield f"{where} is not a structure"
            return
        yield from (f"{where}.{name} is missing" for name in shape.required_members if name not in value)
        for name, inner in value.items():
            if name not in shape.members:
                yield f"{where}.{name} is unknown"
            else:
                yield from _problems(shape.members[name], inner, f"{where}.{name}")
        return
    if not isinstance(value, _JSON_TYPES.get(shape.type_name, object)):
        yield f"{where} is not a {shape.type_name}"
        return
    yield from _limits(shape, value, where)


def _limits(shape: Shape, value: object, where: str) -> Iterator[str]:
    smallest, largest = shape.metadata.get("min", 0), shape.metadata.get("max", 10**9)
    if isinstance(value, str | list) and not smallest <= len(value) <= largest:
        yield f"{where} has a length of {len(value)}"
    if isinstance(shape, ListShape) and isinstance(value, list):
        for position, item in enumerate(value):
            yield from _problems(shape.member, item, f"{where}[{position}]")
    if isinstance(shape, StringShape) and isinstance(value, str):
        if shape.enum and value not in shape.enum:
            yield f"{where} is none of {shape.enum}"
        pattern = shape.metadata.get("pattern")
        if pattern and not re.fullmatch(pattern, value):
            yield f"{where} does not fit {pattern}"


# ── Operations ────────────────────────────────────────────────────────────────────────────────────────────────────


def _get_account(ses: SesServer, _: dict[str, Any]) -> dict[str, object]:
    behaviour = ses.behaviour
    return {
        "SendingEnabled": behaviour.sending_enabled,
        "ProductionAccessEnabled": behaviour.production_access,
        "EnforcementStatus": "HEALTHY",
        "SendQuota": {"MaxSendRate": behaviour.rate, "Max24HourSend": behaviour.daily, "SentLast24Hours": 0.0},
    }


def _send_email(ses: SesServer, request: dict[str, Any]) -> dict[str, object]:
    _check_sender(ses, request)
    content = request["Content"].get("Simple")
    if content is None:
        raise RefusedError("BadRequestException", "The stand-in takes Simple content.")
    body = content["Body"]
    parts = (content["Subject"]["Data"], body.get("Text", {}).get("Data", ""), body.get("Html", {}).get("Data", ""))
    ses.take(
        [
            _message(
                request, _one_address(request["Destination"]), parts, content.get("Headers"), request.get("EmailTags")
            )
        ]
    )
    return {"MessageId": _message_id()}


def _send_bulk_email(ses: SesServer, request: dict[str, Any]) -> dict[str, object]:
    _check_sender(ses, request)
    entries = request["BulkEmailEntries"]
    if not 0 < len(entries) <= MAX_ENTRIES:
        raise RefusedError("BadRequestException", f"A call takes 1 to {MAX_ENTRIES} entries, not {len(entries)}.")
    addresses = [_one_address(entry["Destination"]) for entry in entries]
    results, taken = [], []
    for address, entry in zip(addresses, entries, strict=True):
        status = ses.behaviour.entry_status.get(address, "SUCCESS")
        if status == "SUCCESS":
            parts = _fill(request["DefaultContent"]["Template"], entry)
            tags = [*request.get("DefaultEmailTags", []), *entry.get("ReplacementTags", [])]
            taken.append(_message(request, address, parts, entry.get("ReplacementHeaders"), tags))
            results.append({"Status": status, "MessageId": _message_id()})
        else:
            results.append({"Status": status, "Error": "as the test asked"})
    ses.take(taken)
    return {"BulkEmailEntryResults": results}


def _fill(template: dict[str, Any], entry: dict[str, Any]) -> tuple[str, str, str]:
    """Fill a template's variables. SES would lose a message with an unknown one later; here it is refused."""
    data = json.loads(template.get("TemplateData") or "{}")
    replacement = entry.get("ReplacementEmailContent", {}).get("ReplacementTemplate", {})
    data.update(json.loads(replacement.get("ReplacementTemplateData") or "{}"))
    content = template["TemplateContent"]

    def value(found: re.Match[str]) -> str:
        if found[1] not in data:
            raise RefusedError("BadRequestException", f"The variable {found[1]} has no value.")
        return str(data[found[1]])

    subject, text, html = (_VARIABLE.sub(value, content.get(part, "")) for part in ("Subject", "Text", "Html"))
    if "{{" in subject + text + html:
        raise RefusedError("BadRequestException", "The template does not parse.")
    return subject, text, html


def _message(
    request: dict[str, Any],
    to: str,
    parts: tuple[str, str, str],
    headers: list[dict[str, str]] | None,
    tags: list[dict[str, str]] | None,
) -> Message:
    tag_map = {tag["Name"]: tag["Value"] for tag in tags or []}
    for text in (*tag_map, *tag_map.values()):
        if not re.fullmatch(r"[\w.@-]{1,256}", text, re.ASCII):
            raise RefusedError("BadRequestException", f"The tag {text} is not valid.")
    named = {header["Name"]: header["Value"] for header in headers or []}
    return Message(to, *parts, named, tag_map, request.get("ConfigurationOverrides", {}).get("Tracking", {}))


def _check_sender(ses: SesServer, request: dict[str, Any]) -> None:
    sender = request.get("FromEmailAddress", "")
    if not re.search(rf"@{re.escape(ses.behaviour.verified)}>?$", sender):
        raise RefusedError("MessageRejected", "Email address is not verified.")


def _one_address(destination: dict[str, Any]) -> str:
    addresses = [*destination.get("ToAddresses", []), *destination.get("CcAddresses", [])]
    if len(addresses) != 1 or not _ADDRESS.fullmatch(addresses[0]):
        raise RefusedError("BadRequestException", "Illegal address")
    return str(addresses[0])


def _message_id() -> str:
    return f"0100{os.urandom(16).hex()}-000000"


_OPERATIONS: dict[str, Callable[[SesServer, dict[str, Any]], dict[str, object]]] = {
    "GetAccount": _get_account,
    "SendEmail": _send_email,
    "SendBulkEmail": _send_bulk_email,
}


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", default="", help="append each accepted address to this file")
    parser.add_argument("--seconds-per-call", type=float, default=0.0)
    options = parser.parse_args()
    server = SesServer(Behaviour(log=options.log, seconds_per_call=options.seconds_per_call), options.port)
    print(server.url, flush=True)  # noqa: T201 - the one thing that its caller reads
    server.serve()


if __name__ == "__main__":
    main()
