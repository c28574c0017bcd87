"""`newsletter build`: issues become emails to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import jobs_option, json_option, load_settings
from newsletter.paths import shorten_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsletter.workflows.build import Build


@click.command(short_help="Render issues as emails, with a page to look at.")
@click.argument("issues", nargs=-1, metavar="[ISSUE]...")
@click.option("--all", "is_all", is_flag=True, help="Build every issue.")
@click.option("--force", "is_forced", is_flag=True, help="Render also what has not changed since it was built.")
@jobs_option
@click.option("--screenshots", is_flag=True, help="Also write pictures of each view; needs Chromium.")
@json_option
@click.pass_context
def build(  # noqa: PLR0913 - click hands over each option
    context: click.Context,
    issues: tuple[str, ...],
    *,
    is_all: bool,
    is_forced: bool,
    jobs: int,
    screenshots: bool,
    as_json: bool,
) -> None:
    """Render issues into build/<slug>/: email.html, email.txt, email.eml and a preview page.

    ISSUE is a slug or a folder; left out, the newest is built. An issue is not rendered again while nothing that its
    build was made from has changed: text, pictures, layout, settings, program. Exit code 1 says that some were built
    and some could not be, or that one has more HTML than Gmail shows. Pictures go to build/<slug>/screenshots/.

    \b
    Examples:
      newsletter build 2026-11-24-a-quiet-start
      newsletter build --all --jobs 0
    """
    from newsletter.workflows.build import Build, Failure, build_issues, find_all_issues, find_issues

    if is_all and issues:
        raise click.UsageError("Name issues, or build --all of them.")
    if screenshots:
        from newsletter.workflows.screenshots import require_chromium

        require_chromium()
    settings = load_settings(context)
    files = find_all_issues(settings) if is_all else find_issues(settings, issues)
    results = []
    with console.progress("Building") as show:
        for done, result in enumerate(build_issues(settings, files, jobs=jobs, is_forced=is_forced), 1):
            results.append(result)
            show(done, len(files))
    built = [it for it in results if isinstance(it, Build)]
    failures = [it for it in results if isinstance(it, Failure)]
    if as_json and built:
        console.print_document({"version": 1, "issues": [_document(it) for it in built]})
    elif built:
        _print_builds(built)
    if screenshots:
        for it in built:
            _take_screenshots(it.folder)
    are_too_heavy = [_print_heaviness(it) for it in built]
    for failure in failures:
        console.print_error(failure.error)
    if failures or any(are_too_heavy):
        context.exit(1 if built else 2)


def _document(built: Build) -> dict[str, object]:
    return {
        "issue": built.record.issue,
        "folder": shorten_path(built.folder),
        "bytes": built.bytes,
        "content_hash": built.record.content_hash,
        "seconds": round(built.seconds, 4),
        "is_new": built.is_new,
    }


def _print_builds(builds: Sequence[Build]) -> None:
    if len(builds) == 1:
        (built,) = builds
        words = f"Built “{built.record.subject}”" if built.is_new else f"Nothing new in “{built.record.subject}”"
        console.say(f"{words} ({built.bytes / 1024:.0f} KB of HTML)", bold=True)
        console.say(f"Look at {shorten_path(built.folder / 'index.html')}")
        return
    new = [it for it in builds if it.is_new]
    for it in new:
        console.say(f"{shorten_path(it.folder)}: “{it.record.subject}” ({it.bytes / 1024:.0f} KB of HTML)")
    unchanged = f"; nothing new in {len(builds) - len(new):,}" if len(new) < len(builds) else ""
    console.say(f"Built {console.count(len(new), 'issue', 'issues')}{unchanged}", bold=True)


def _print_heaviness(built: Build) -> bool:
    """Say what takes the room in HTML that is large; tell whether it is too large to be read whole."""
    from newsletter.workflows.build import find_heaviness

    heaviness = find_heaviness(built)
    if heaviness is None:
        return False
    word = console.paint("Error:", "red") if heaviness.is_too_much else console.paint("Warning:", "yellow")
    console.say(f"{word} {heaviness.message}")
    if heaviness.is_too_much:
        console.say("Hint: Shorten the letter and link to the rest.")
    return heaviness.is_too_much


def _take_screenshots(folder: Path) -> None:
    from newsletter.workflows.screenshots import VIEWS, take_screenshots

    with console.progress("Taking pictures") as show:
        show(0, len(VIEWS))
        for done, _ in enumerate(take_screenshots(folder), 1):
            show(done, len(VIEWS))
    console.say(f"{console.count(len(VIEWS), 'picture', 'pictures')} in {shorten_path(folder / 'screenshots')}")
