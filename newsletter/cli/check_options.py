"""The options of `newsletter check`, and what somebody gave them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsletter.cli.options import jobs_option, names_option
from newsletter.impacts import IMPACTS, ImpactName

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsletter.workflows.links import LinkWish

FORMATS = ("text", "json", "sarif", "junit", "github", "html")
_FILE = click.Path(path_type=Path)
_IMPACT = click.Choice(IMPACTS)
_OPTIONS = (
    click.option("--format", "format_", type=click.Choice(FORMATS), help="How to print findings (text)."),
    click.option(
        "--output",
        "outputs",
        multiple=True,
        metavar="FORMAT=FILE",
        help="Write a format to a file, or - ; may be repeated.",
    ),
    names_option("--select", "Ask only this rule, group or set; several parted by commas, or repeated."),
    names_option("--ignore", "Leave this rule, group or set out; several parted by commas, or repeated."),
    click.option("--fail-on", type=_IMPACT, help="Exit with 1 from this impact on (settings: serious)."),
    click.option("--baseline", type=_FILE, help="Count only findings that this file does not know."),
    click.option("--write-baseline", type=_FILE, help="Remember what is found now in this file."),
    click.option(
        "--links/--no-links", default=None, help="Ask links on the web (in CI, and where links are selected)."
    ),
    click.option("--offline", is_flag=True, help="Look only at the form of links, and at files beside a page."),
    click.option("--allow-private", is_flag=True, help="Ask also hosts that only this machine can see."),
    jobs_option,
    click.option("--fix", is_flag=True, help="Show what can be put right without judgement, ask, and put it right."),
    click.option("--yes", is_flag=True, help="With --fix: do not ask."),
    click.option("--language", default="", metavar="LANG", help="With --fix: the language of emails that state none."),
)


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command all the options, in the order in which its help lists them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What somebody asked of a check; None and empty where nothing was said."""

    format_: str | None
    outputs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: ImpactName | None
    baseline: Path | None
    write_baseline: Path | None
    links: bool | None
    offline: bool
    allow_private: bool
    jobs: int
    fix: bool
    yes: bool
    language: str

    def __post_init__(self) -> None:
        """Refuse what only --fix heeds where it was not given: who wrote it expects a change."""
        if not self.fix and (self.yes or self.language):
            option = "--yes" if self.yes else "--language"
            raise click.UsageError(f"{option} says how to --fix: add --fix, or leave it out.")

    @property
    def wants_report(self) -> bool:
        """Whether to print findings: who writes a baseline has seen them, or asks for a report of them."""
        return bool(self.format_ or self.outputs or not self.write_baseline)

    @property
    def link_wish(self) -> LinkWish:
        """Whether links are to be asked, and how."""
        from newsletter.workflows.links import LinkWish

        return LinkWish(self.links, self.offline, self.allow_private)
