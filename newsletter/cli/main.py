"""The `newsletter` command: its subcommands, and the one boundary where errors become sentences and exit codes."""

from __future__ import annotations

import contextlib
import errno
import sys
from pathlib import Path
from typing import Any

import click

from newsletter import __version__
from newsletter.cli import console
from newsletter.cli.build import build
from newsletter.cli.check import check
from newsletter.cli.new import new
from newsletter.cli.preview import preview
from newsletter.cli.rules import rules
from newsletter.cli.send import send
from newsletter.cli.status import status
from newsletter.cli.subscribers import subscribers
from newsletter.errors import IssueError, NewsletterError, SendRefusedError, SettingsError
from newsletter.files import FULL, MAKE_ROOM

OF_THE_MACHINE = FULL | {errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENAMETOOLONG}


class NewsletterGroup(click.Group):
    """Lists commands in the order of work, and turns an error raised on purpose into two lines and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Keep the order in which the commands were added."""
        return list(self.commands)

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run as click does; what only the machine can be blamed for (a full disk, no right to write) is a sentence."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            if error.errno not in OF_THE_MACHINE and not _is_nowhere():
                raise
            console.give_up_output()
            with contextlib.suppress(OSError):
                console.print_error(_explain(error))
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; an error that is not ours keeps its traceback."""
        try:
            return super().invoke(ctx)
        except NewsletterError as error:
            console.print_error(error)
            _explain_missing_settings(error, ctx.obj)
            ctx.exit(2)


def _is_nowhere() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _explain(error: OSError) -> NewsletterError:
    """Say what the machine refused; an error without a file is one of standard output."""
    if _is_nowhere():
        hint = "Go to your newsletter's folder, and run it again."
        return NewsletterError("The folder that you are in is no longer there.", hint=hint)
    words = "It cannot be used" if error.filename else "Cannot write the output"
    hint = MAKE_ROOM if error.errno in FULL else "Look who may read and write there."
    return NewsletterError(f"{words}: {error.strerror}.", hint=hint, file=error.filename)


def _explain_missing_settings(error: NewsletterError, config: Path | None) -> None:
    """Say where settings were looked for, where there are none and that may be why something is missing."""
    if (
        config is not None
        or error.line is not None
        or not isinstance(error, IssueError | SettingsError | SendRefusedError)
    ):
        return
    from newsletter.settings import FILE_NAME, find_settings_file

    folder = Path.cwd()
    if find_settings_file(folder) is None:
        console.say(f"There is no {FILE_NAME} in {folder} or a folder above it; is this your newsletter's folder?")


@click.group(cls=NewsletterGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsletter")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Settings to use, instead of the nearest newsletter.toml."
)
@click.pass_context
def main(context: click.Context, config: Path | None) -> None:
    """Turn blog posts into accessible email newsletters, and send them once to each subscriber.

    \b
    Example:
      newsletter new post.md && newsletter build && newsletter check && newsletter send
    """
    context.obj = config


for command in (new, build, preview, check, rules, send, status, subscribers):
    main.add_command(command)
