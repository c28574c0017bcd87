"""What is still loading (WAI-ARIA 1.2, aria-busy), and need not be whole yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.nesting import with_descendants

if TYPE_CHECKING:
    from newsletter.checks.document import Document


def busy_elements(document: Document) -> frozenset[int]:
    """Give the ids (as of `id()`) of the elements that are loading, and of those inside them."""
    said = document.index.having("aria-busy")
    return with_descendants(document, {id(it) for it in said if str(it["aria-busy"]).strip().lower() == "true"})
