"""An email's HTML → the copy that the preview page shows: pictures inside it, elements with findings marked."""

from __future__ import annotations

import base64
import mimetypes
import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

    from newsletter.model import Finding

_START_TAG = re.compile(r"(?P<name><[^\s>/]+)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def copy_email(html: str, soup: BeautifulSoup, findings: Sequence[Finding], pictures: Mapping[str, Path]) -> str:
    """Copy an email so that it needs no network; `soup` is its tree, with positions.

    `pictures` maps the addresses of images to files on this machine; they go into the copy. Each element that a
    finding names gets `data-findings`, the findings' numbers from 1.
    """
    marks: dict[int, str] = {}
    for number, element in _named(soup, findings):
        marks[id(element)] = f"{marks.get(id(element), '')} {number}".strip()
    files = {id(it): file for it in soup.find_all("img") if (file := pictures.get(str(it.get("src") or "")))}
    pieces, end = [], 0
    for tag, element in _start_tags(html, [it for it in soup.find_all() if id(it) in marks or id(it) in files]):
        if tag.start() < end:
            continue  # a body that was not written stands where its first child does
        pieces += [html[end : tag.start()], _change(tag, marks.get(id(element), ""), files.get(id(element)))]
        end = tag.end()
    return "".join([*pieces, html[end:]])


def _named(soup: BeautifulSoup, findings: Sequence[Finding]) -> Iterator[tuple[int, Tag]]:
    """Yield the numbers of findings with the elements that they name."""
    for number, finding in enumerate(findings, 1):
        element = soup.select_one(finding.place.selector) if finding.place.selector else None
        if element is not None:
            yield number, element


def _start_tags(html: str, elements: Sequence[Tag]) -> Iterator[tuple[re.Match[str], Tag]]:
    """Find the start tags of elements, in their order."""
    starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
    for element in elements:
        if tag := _START_TAG.match(html, starts[(element.sourceline or 1) - 1] + (element.sourcepos or 0)):
            yield tag, element


def _change(tag: re.Match[str], mark: str, file: Path | None) -> str:
    name, attributes = tag["name"], tag["attributes"]
    if mark:
        name = f'{name} data-findings="{mark}"'
    if file is not None and file.is_file():
        attributes = _ATTRIBUTE.sub(lambda it: f'src="{_data_url(file)}"' if it[1] == "src" else it[0], attributes)
    return name + attributes


def _data_url(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
