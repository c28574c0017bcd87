"""A rendition → one self-contained page that shows it in any browser, without a network."""

from __future__ import annotations

import base64
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from newsletter.blocks import walk_blocks
from newsletter.model import Image, Video
from newsletter.rendering.fragments import address_of_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.model import Issue, Rendition

TEMPLATES = Path(__file__).parent / "templates"


def render_preview(issue: Issue, rendition: Rendition, base_url: str) -> str:
    """Write the preview page, with the pictures that lie beside issue.md inside it."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    html = rendition.html
    for source in _local_images(issue):
        address = address_of_image(source, issue.slug, base_url)
        html = html.replace(f'src="{escape(address)}"', f'src="{_data_url(issue.folder / unquote(source))}"')
    return environment.get_template("preview.html").render(rendition=rendition, html=html)


def _local_images(issue: Issue) -> Iterator[str]:
    for block in walk_blocks(issue.blocks):
        source = block.source if isinstance(block, Image) else block.poster if isinstance(block, Video) else ""
        if source and (issue.folder / unquote(source)).is_file():
            yield source


def _data_url(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
