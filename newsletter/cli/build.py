"""`newsletter build`: issues become emails to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.cli.options import json_option, load_settings
from newsletter.paths import shorten_path

if TYPE_CHECKING:
    from newsletter.workflows.build import Build


@click.command(short_help="Render issues as emails, with a page to look at.")
@click.argument("issues", nargs=-1, metavar="[ISSUE]...")
@click.option("--screenshots", is_flag=True, help="Also write pictures of each view; needs Chromium.")
@json_option
@click.pass_context
def build(context: click.Context, issues: tuple[str, ...], *, screenshots: bool, as_json: bool) -> None:
    """Render issues into build/<slug>/: email.html, email.txt, email.eml and a preview page.

    ISSUE is a slug or a folder; left out, the newest is built. Pictures go to build/<slug>/screenshots/.

    \b
    Example:
      newsletter build 2026-11-24-a-quiet-start
    """
    from newsletter.workflows.build import build_issues
    from newsletter.workflows.screenshots import require_chromium

    if screenshots:
        require_chromium()
    documents = []
    for built in build_issues(load_settings(context), issues):
        documents.append(_document(built))
        if not as_json:
            _print_build(built)
        if screenshots:
            _take_screenshots(built)
    if as_json:
        console.print_document({"version": 1, "issues": documents})


def _document(built: Build) -> dict[str, object]:
    return {
        "issue": built.issue.slug,
        "folder": shorten_path(built.folder),
        "bytes": built.bytes,
        "content_hash": built.rendition.content_hash,
        "seconds": round(built.seconds, 4),
    }


def _print_build(built: Build) -> None:
    console.say(f"Built “{built.rendition.subject}” ({built.bytes / 1024:.0f} KB of HTML)", bold=True)
    console.say(f"Look at {shorten_path(built.folder / 'index.html')}")


def _take_screenshots(built: Build) -> None:
    from newsletter.workflows.screenshots import VIEWS, take_screenshots

    with console.progress("Pictures") as show:
        for done, _ in enumerate(take_screenshots(built.folder), 1):
            show(done, len(VIEWS))
    console.say(f"{console.count(len(VIEWS), 'picture', 'pictures')} in {shorten_path(built.folder / 'screenshots')}")
