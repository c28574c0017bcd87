"""What MJML knows: its components, what each may hold, and what each attribute may say.

The table is components.json, taken from the component definitions that MJML publishes, without what mrml
does not do.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path

from newsletter.blocks import is_safe_target

# Every component may have these.
COMMON = {"css-class": "string", "mj-class": "string", "id": "string"}
ADDRESSES = frozenset({"href", "src", "background-url", "base-url", "thumbnails-src", "left-icon", "right-icon"})


@dataclass(frozen=True, slots=True)
class Component:
    """A component: attribute → type, names of the components that may stand in it, whether HTML does."""

    attributes: dict[str, str]
    children: tuple[str, ...]
    holds_html: bool


@functools.cache
def load_components() -> dict[str, Component]:
    """Read the table."""
    document = json.loads((Path(__file__).parent / "components.json").read_text(encoding="utf-8"))
    return {
        name: Component({**values["attributes"], **COMMON}, tuple(values["children"]), values["holds_html"])
        for name, values in document["components"].items()
    }


def explain_value(name: str, kind: str, value: str) -> str:
    """Say what an attribute may be where `value` is not that; empty where it is fine."""
    if name in ADDRESSES:
        is_web = is_safe_target(value) and (name == "href" or value.startswith(("https://", "http://")))
        return "" if is_web else "an address that begins with https://"
    pattern, words = _expectation(kind)
    return "" if pattern.fullmatch(value) else words


@functools.cache
def _expectation(kind: str) -> tuple[re.Pattern[str], str]:
    """Turn MJML's name of a type into a pattern and the words for it."""
    choices = kind[kind.find("(") + 1 : kind.find(")")].split(",")
    if kind == "color":
        # Outlook for Windows reads no other form in every place.
        return re.compile(r"#[0-9a-fA-F]{6}"), "a colour with six digits, as in #1b5e66"
    if kind == "boolean":
        return re.compile("true|false"), "true or false"
    if kind == "integer":
        return re.compile(r"\d+"), "a whole number"
    if kind.startswith("enum"):
        return re.compile("|".join(map(re.escape, choices))), "one of " + ", ".join(filter(None, choices))
    if kind.startswith("unit"):
        return _unit(kind, choices)
    return re.compile(r"[^\0]*"), "text"


def _unit(kind: str, choices: list[str]) -> tuple[re.Pattern[str], str]:
    units = [unit for unit in choices if unit != "auto"]
    sign = "-?" if kind.startswith("unitWithNegative") else ""
    one = rf"(?:{sign}\d*\.?\d+(?:{'|'.join(map(re.escape, units))})|0)"
    most = 4 if kind.endswith("{1,4}") else 1
    auto = "|auto" if "auto" in choices else ""
    written = " or ".join(f"16{unit}" if unit else "1.5" for unit in units) + (" or auto" if auto else "")
    words = f"{'one to four lengths' if most > 1 else 'a length'}, as in {written}"
    return re.compile(rf"{one}(?: {one}){{0,{most - 1}}}{auto}"), words
