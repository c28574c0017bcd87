"""An email's HTML → the copy that the preview page shows: pictures inside it, elements with findings marked."""

from __future__ import annotations

import base64
import mimetypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bs4 import BeautifulSoup

    from newsletter.model import Finding


def copy_email(soup: BeautifulSoup, findings: Sequence[Finding], pictures: Mapping[str, Path]) -> str:
    """Copy an email so that it needs no network; its soup is changed to what is copied.

    `pictures` maps the addresses of images to files on this machine; they go into the copy. Each element that a
    finding names gets `data-findings`, the findings' numbers from 1.
    """
    for number, finding in enumerate(findings, 1):
        element = soup.select_one(finding.place.selector) if finding.place.selector else None
        if element is not None:
            element["data-findings"] = f"{element.get('data-findings') or ''} {number}".strip()
    for image in soup.find_all("img"):
        file = pictures.get(str(image.get("src") or ""))
        if file is not None and file.is_file():
            image["src"] = _data_url(file)
    return soup.decode()


def _data_url(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
