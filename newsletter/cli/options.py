"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsletter.settings import Settings

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document to standard output.")
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Work in so many processes; 0 for one on each core.",
)


class Day(click.ParamType[datetime.date]):
    """A day as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:  # noqa: ANN401 - click's signature
        """Read a day; what is none is refused with an example."""
        try:
            return datetime.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.fail(f"“{value}” is not a day: write it like 2026-11-24.", param, ctx)


def day_option(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option that names a day."""
    return click.option(name, type=Day(), metavar="YYYY-MM-DD", help=help_)


def filled_option(
    name: str, variable: str, metavar: str, help_: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option that must say something where it is given: an empty variable of a shell is a mistake."""
    return click.option(name, variable, metavar=metavar, callback=_refuse_empty, help=help_)


def _refuse_empty(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    if value is not None and not value.strip():
        raise click.BadParameter("It is empty.")
    return value or ""


def names_option(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command an option for names of rules, groups and sets: given several times, or parted by commas."""
    return click.option(name, multiple=True, metavar="RULE", callback=_part_names, help=help_)


def _part_names(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for it in value.split(",") if (name := it.strip()))


def load_settings(context: click.Context) -> Settings:
    """Read the settings that `--config` or the current folder names."""
    from newsletter.settings import find_settings

    config: Path | None = context.find_root().obj
    return find_settings(Path.cwd(), config)
