"""Printing: documents for machines to standard output, everything for people to standard error.

Rich is imported on first use, because it costs more than the rest of start-up. It honours NO_COLOR and TERM=dumb.
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from newsletter.errors import NewsletterError


@functools.cache
def people() -> Console:
    """The console that people read: standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def say(text: str = "", style: str | None = None) -> None:
    """Tell people one line."""
    people().print(text, style=style)


def print_document(document: Mapping[str, object]) -> None:
    """Print one JSON document for machines."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_error(error: NewsletterError) -> None:
    """Print what went wrong and how to put it right."""
    click.echo(f"{click.style('Error:', fg='red', bold=True)} {error}", err=True)
    if error.hint:
        click.echo(f"{click.style('Hint:', bold=True)} {error.hint}", err=True)
