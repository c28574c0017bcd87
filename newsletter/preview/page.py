"""A rendition and its findings → one self-contained page that shows them in any browser, without a network."""

from __future__ import annotations

import base64
import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsletter.model import Outcome
from newsletter.preview.vision import VISIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.errors import NewsletterError
    from newsletter.model import Finding, Rendition
    from newsletter.transcript.speech import Line

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview page shows; `copy` is the email's HTML as copy_email makes it."""

    rendition: Rendition
    copy: str
    transcript: Sequence[Line]
    findings: tuple[Finding, ...]
    sender: str


def write_page(shown: Shown | None, *, mistake: NewsletterError | None = None, version: str = "") -> str:
    """Write the preview page.

    With a `version` the page asks the server that it comes from for newer ones. A `mistake` stands above what is shown;
    `shown` is None where there has never been anything to show.
    """
    script = _read("page.js") + (_read("live.js") if version else "")
    values: dict[str, object] = {
        "shown": shown,
        "mistake": mistake,
        "version": version,
        "style": _read("page.css"),
        "script": script,
        "policy": _policy(script, is_live=bool(version)),
        "visions": VISIONS,
        "fails": [it for it in shown.findings if it.outcome is Outcome.FAIL] if shown else [],
    }
    return _environment().get_template("page.html").render(values)


@functools.cache
def _environment() -> Environment:
    folder = FileSystemLoader(TEMPLATES)
    return Environment(loader=folder, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@functools.cache
def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(script: str, *, is_live: bool) -> str:
    """Allow this one script and pictures inside the page; nothing from an issue can run or load (CSP 3)."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    rules = ["default-src 'none'", "img-src data:", "style-src 'unsafe-inline'", f"script-src 'sha256-{digest}'"]
    rules += ["base-uri 'none'", "form-action 'none'"]
    return "; ".join([*rules, "connect-src 'self'"] if is_live else rules)
