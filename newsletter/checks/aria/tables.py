"""The tables of WAI-ARIA: roles and attributes, read from aria.json (npm aria-query, Apache-2.0)."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its attributes, the roles it must be in or must hold, and whether its children are its picture only."""

    is_abstract: bool
    attributes: frozenset[str]
    required: frozenset[str]
    prohibited: frozenset[str]
    naming: frozenset[str]
    parents: frozenset[str]
    children: frozenset[str]
    hides_children: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """An aria- attribute: the type of its value (as aria-query names it) and the values of a token."""

    type: str
    values: frozenset[str]
    allows_undefined: bool


@functools.cache
def roles() -> Mapping[str, Role]:
    """All roles by name."""
    return {
        name: Role(
            it["is_abstract"],
            frozenset(it["attributes"]),
            frozenset(it["required"]),
            frozenset(it["prohibited"]),
            frozenset(it["naming"]),
            frozenset(it["parents"]),
            frozenset(it["children"]),
            it["hides_children"],
        )
        for name, it in _tables()["roles"].items()
    }


@functools.cache
def attributes() -> Mapping[str, Attribute]:
    """All attributes by name."""
    return {
        name: Attribute(it["type"], frozenset(it["values"]), it["allows_undefined"])
        for name, it in _tables()["attributes"].items()
    }


@functools.cache
def global_attributes() -> frozenset[str]:
    """The attributes that every role may have."""
    return roles()["roletype"].attributes | {"aria-braillelabel", "aria-brailleroledescription", "aria-description"}


@functools.cache
def _tables() -> Any:  # noqa: ANN401 - JSON, given its shape above
    return json.loads((Path(__file__).parent / "aria.json").read_text(encoding="utf-8"))
