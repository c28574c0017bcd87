"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newsletter.settings import Settings

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document to standard output.")
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Work in so many processes; 0 for one on each core.",
)


def load_settings(context: click.Context) -> Settings:
    """Read the settings that `--config` or the current folder names."""
    from newsletter.settings import find_settings

    config: Path | None = context.find_root().obj
    return find_settings(Path.cwd(), config)
