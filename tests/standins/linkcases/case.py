"""One row of the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.standins.linksite import says

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standins.linksite import Asked, Script

GOOD = says(200)
TITLE = b"<title>A page</title>"


@dataclass(frozen=True)
class Case:
    """A link and what is true of it: works, broken, certificate, unchecked, skipped, fragment, unknown or error-page.

    `moved` is the address of a permanent redirect. In links `{site}` is the HTTP site, `{tls}` one whose certificate is
    good, `{expired}` and the others one with that fault, and `{closed}` a port where nobody listens.
    """

    name: str
    link: str
    truth: str = "works"
    moved: str = ""
    is_image: bool = False
    scripts: Mapping[str, Script] = field(default_factory=dict, hash=False)


def page(name: str, answer: Script, truth: str = "works", then: str = "", moved: str = "") -> Case:
    """A row with a page of its own; `then` follows its address in the link, as in #part or .pdf."""
    path = "/" + re.sub(r"\W+", "-", name.lower()).strip("-")
    ending = then if then.startswith((".", "/")) else ""
    return Case(name, f"{{site}}{path}{then}", truth, moved, scripts={path + ending: answer})


def picture(name: str, answer: Script, truth: str = "works") -> Case:
    """A row with a picture."""
    path = "/" + re.sub(r"\W+", "-", name.lower()).strip("-") + ".png"
    return Case(name, f"{{site}}{path}", truth, is_image=True, scripts={path: answer})


def to(status: int, target: str, headers: str = "", body: bytes = b"") -> Script:
    """A redirect; {host} in the target is the host that was asked."""

    async def script(asked: Asked) -> bytes | None:
        host = re.search(r"^host: *(\S+)", asked.head, re.IGNORECASE | re.MULTILINE)
        location = target.replace("{host}", host[1] if host else "")
        return await says(status, body, f"Location: {location}\n{headers}")(asked)

    return script


def raw(data: bytes) -> Script:
    """Exactly these bytes, and the end of the connection."""

    async def script(asked: Asked) -> None:
        asked.writer.write(data)
        await asked.writer.drain()

    return script
