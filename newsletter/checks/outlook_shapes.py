"""Drawings in VML, which only Outlook for Windows shows, and what stands in them.

Source: Microsoft, VML: the shape element and those derived from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

_SHAPES_WORDS = "arc curve group image line oval polyline rect roundrect shape"
SHAPES = frozenset(f"v:{name}" for name in _SHAPES_WORDS.split())


def shapes_of(document: Document) -> Iterator[Tag]:
    """Yield the shapes that Outlook draws."""
    yield from document.drawings.index.named(*SHAPES) if document.drawings else ()


def inside_shapes(document: Document, names: frozenset[str]) -> Iterator[tuple[Tag, Tag]]:
    """Yield the elements of these names that stand in a shape, each with the outermost shape around it."""
    around: dict[int, Tag] = {}
    for shape in shapes_of(document):
        if id(shape) not in around:
            for element in shape.find_all():
                around[id(element)] = shape
                if element.name in names:
                    yield element, shape
