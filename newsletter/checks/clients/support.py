"""Which mail program supports what, read from caniemail.json (caniemail.com, MIT)."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# caniemail's letters: y, a (in part), n (not supported), u (unknown).
NOT_SUPPORTED, UNKNOWN = "n", "u"


def day_of_data() -> str:
    """The day of the data, as in 2026-05-13."""
    return str(_data()["about"]["date"])


def features() -> Mapping[str, str]:
    """Every feature in the data: its name there → how people call it."""
    return {slug: str(it["title"]) for slug, it in _data()["features"].items()}


@functools.cache
def known_clients() -> frozenset[str]:
    """Every name of a mail program (`outlook`), and of one on one platform (`outlook.windows`)."""
    supports = (it["support"] for it in _data()["features"].values())
    found = {(family, platform) for support in supports for family in support for platform in support[family]}
    return frozenset({family for family, _ in found} | {f"{family}.{platform}" for family, platform in found})


@functools.lru_cache(maxsize=256)
def without_support(slug: str, clients: tuple[str, ...]) -> tuple[str, ...]:
    """Name those of `clients` whose newest version does not support a feature at all: on no platform, not in part."""
    support = _data()["features"][slug]["support"]
    return tuple(_name(client) for client in clients if _is_without(support, client))


def _is_without(support: Mapping[str, Mapping[str, str]], client: str) -> bool:
    family, _, platform = client.partition(".")
    letters = {letter for name, letter in support.get(family, {}).items() if platform in {"", name}}
    return letters - {UNKNOWN} == {NOT_SUPPORTED}


def _name(client: str) -> str:
    """Write a client as its makers do: `outlook.windows` → Outlook (Windows)."""
    family, _, platform = client.partition(".")
    names = _data()["names"]
    return f"{names[family]} ({names[platform]})" if platform else str(names[family])


@functools.cache
def _data() -> Any:  # noqa: ANN401 - JSON, given its shape above
    return json.loads((Path(__file__).parent / "caniemail.json").read_text(encoding="utf-8"))
