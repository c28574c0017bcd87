"""Printing: documents for machines to standard output, everything for people to standard error.

Rich is imported on first use, because it costs more than the rest of start-up. It honours NO_COLOR and TERM=dumb.
"""

from __future__ import annotations

import functools
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table on standard output, for people."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*header, title=title, title_justify="left", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, emoji=False).print(table)


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on a terminal while work goes on; call what it yields with how much is done, and of how much."""
    if not people().is_terminal:
        yield lambda _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=people(), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
