"""Printing: documents for machines to standard output, everything for people to standard error.

Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org) or TERM is dumb. Rich, which costs
more than the rest of start-up, is imported for tables and progress bars alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsletter.paths import shorten_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from newsletter.errors import NewsletterError


def say(text: str, *, bold: bool = False) -> None:
    """Tell people one line."""
    click.echo(paint(text, bold=True) if bold else text, err=True)


def paint(text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
    """Colour words, where colours are wanted; click takes them away again where there is no terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, fg=colour, bold=bold or None, dim=dim or None)


def count(number: int, one: str, many: str) -> str:
    """Say a number and its noun: “1 person”, “1,200 people”."""
    return f"{number:,} {one if number == 1 else many}"


def print_document(document: Mapping[str, object]) -> None:
    """Print one JSON document for machines."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_error(error: NewsletterError) -> None:
    """Print what went wrong and how to put it right."""
    if error.file and Path(error.file).is_absolute():
        error.file = shorten_path(Path(error.file))
    click.echo(f"{paint('Error:', 'red', bold=True)} {error}", err=True)
    if error.hint:
        click.echo(f"{paint('Hint:', bold=True)} {error.hint}", err=True)


def give_up_output() -> None:
    """Let what standard output could not take go, so that the end of the program does not try again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table on standard output, for people."""
    from rich.console import Console
    from rich.table import Table

    click.echo(title)
    table = Table(*header, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, emoji=False).print(table)


@contextlib.contextmanager
def progress(words: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on a terminal while work goes on; call what it yields with how much is done, and of how much."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total, refresh=not done)
