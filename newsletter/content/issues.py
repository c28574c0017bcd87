"""The folder of issues: finding one, reading one, writing one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from newsletter.content.fields import IssueFields, read_issue_fields
from newsletter.content.images import measure_images
from newsletter.errors import IssueError
from newsletter.files import write_folder
from newsletter.model import Issue
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FILE_NAME = "issue.md"
NO_ISSUE = "Make one: newsletter new post.md"
# How many issues a hint names.
NAMED = 5


def list_issues(issues: Path) -> list[Path]:
    """List the issue.md files below `issues`, oldest first: their folders' names begin with a date."""
    return sorted(issues.glob(f"*/{FILE_NAME}"), key=lambda file: file.parent.name)


def find_issue(issues: Path, name: str | None = None) -> Path:
    """Find the issue.md that `name` means: a slug, a folder, an issue.md, or the newest when None.

    Raises IssueError with the nearest slug when there is none.
    """
    known = list_issues(issues)
    if name is None:
        if not known:
            raise IssueError("There is no issue yet.", hint=NO_ISSUE, file=issues)
        return known[-1]
    for candidate in (issues / name / FILE_NAME, Path(name) / FILE_NAME, Path(name)):
        if candidate.name == FILE_NAME and candidate.is_file():
            return candidate
    slugs = [file.parent.name for file in known]
    raise IssueError(f"There is no issue “{name}”.", hint=_suggest_slug(name, slugs) or NO_ISSUE, file=issues)


def _suggest_slug(name: str, slugs: Sequence[str]) -> str:
    """Name the newest issue that has words written like those of `name`, else the newest ones; empty without issues."""
    newest = slugs[::-1]
    return suggest(Path(name).name, newest, f"The newest: {', '.join(newest[:NAMED])}." if newest else "")


def read_issue(file: Path, language: str) -> Issue:
    """Read an issue.md. `language` is the newsletter's, for an issue that names none.

    Raises IssueError with the line at fault, also for raw HTML, which an email cannot be trusted with.
    """
    # Whoever only looks for issues does not wait for what reads them.
    from newsletter.markdown.reading import read_markdown

    text = _read_text(file)
    fields, body = read_issue_fields(text, file)
    blocks, dropped = read_markdown(body)
    if dropped:
        hint = "Write it in Markdown; docs/reference/issue.md shows how."
        raise IssueError(f"Raw HTML cannot be sent: {dropped[0].words}", hint=hint, file=file, line=dropped[0].line)
    return Issue(
        slug=file.resolve().parent.name,
        file=file,
        title=_join_lines(fields.title),
        subject=_join_lines(fields.subject or fields.title),
        preheader=_join_lines(fields.preheader),
        language=fields.language or language,
        layout=fields.layout,
        blocks=measure_images(blocks, file),
        date=fields.date,
        author=fields.author,
        source=fields.source,
    )


def _join_lines(text: str) -> str:
    """Put on one line what stands in one line of an inbox, and what no header of an email may part."""
    return re.sub(r"\s*[\r\n]\s*", " ", text.strip("\r\n"))


@dataclass(frozen=True, slots=True)
class UsedPosts:
    """The posts that are in issues: each issue.md, newest first, with its source, and its text where it is a digest."""

    _issues: tuple[tuple[Path, str, str], ...]

    def find(self, url: str) -> Path | None:
        """Find the issue made from the post at `url`, or the digest that leads to it; None where there is none."""
        found = (file for file, source, text in self._issues if url and (source == url or f"]({url})" in text))
        return next(found, None)


def read_used_posts(issues: Path) -> UsedPosts:
    """Read which posts are in issues already."""
    return UsedPosts(tuple(_read_uses(issues)))


def _read_uses(issues: Path) -> Iterator[tuple[Path, str, str]]:
    for file in reversed(list_issues(issues)):
        try:
            text = _read_text(file)
            fields, _ = read_issue_fields(text, file)
        except IssueError:
            # An issue that its author is still mending says nothing about others.
            continue
        yield file, fields.source, text if fields.layout == "digest" else ""


def write_issue(issue: Issue, images: Mapping[str, bytes], *, overwrite: bool = False) -> None:
    """Write an issue's folder in one move; `images` maps names beside issue.md to their bytes.

    Raises IssueError where the folder is there already and `overwrite` is false.
    """
    folder = issue.folder
    if not overwrite:
        refuse_existing(folder)
    write_folder(folder, {FILE_NAME: _write_text(issue).encode(), **images})


def refuse_existing(folder: Path) -> None:
    """Raise IssueError where an issue's folder is there already."""
    if folder.exists():
        raise IssueError("This issue is there already.", hint="Write over it with --force.", file=folder)


def _write_text(issue: Issue) -> str:
    fields = IssueFields(
        title=issue.title,
        subject=issue.subject,
        preheader=issue.preheader,
        language=issue.language,
        layout=issue.layout,
        date=issue.date,
        author=issue.author,
        source=issue.source,
    )
    from newsletter.markdown.front_matter import write_front_matter
    from newsletter.markdown.writing import write_markdown

    known = {name: value for name, value in msgspec.structs.asdict(fields).items() if value}
    return write_front_matter(known) + "\n" + write_markdown(issue.blocks)


def _read_text(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise IssueError("There is no such issue.", hint="See what there is in issues/.", file=file) from error
    except OSError as error:
        raise IssueError(
            f"Cannot read the issue: {error.strerror}.", hint="Look who may read it.", file=file
        ) from error
    except UnicodeDecodeError as error:
        raise IssueError("The issue is not text in UTF-8.", hint="Save it as UTF-8.", file=file) from error
    if not text.strip():
        raise IssueError("The issue is empty.", hint="Give it a title and some text.", file=file)
    return text
