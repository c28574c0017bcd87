"""Issues, HTML files and emails → findings."""

from __future__ import annotations

import contextlib
import functools
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.checked import Checked
from newsletter.checks.clients.support import known_clients
from newsletter.checks.document import Document, Letter
from newsletter.checks.excerpts import add_excerpts
from newsletter.checks.ignoring import find_ignores_in_markdown
from newsletter.checks.linking.collecting import collect_references
from newsletter.checks.linking.files import look_up_files
from newsletter.checks.loading import EMAIL_ENDINGS, HTML_ENDINGS, MARKDOWN_ENDINGS, MAX_BYTES, load_document, read_data
from newsletter.checks.reading.summary import summarise
from newsletter.checks.rule import all_rules
from newsletter.checks.rules.comments import ignore_comment_faulty, ignore_comment_unused
from newsletter.checks.runner import check
from newsletter.checks.sets import DEFAULT, choose_rules
from newsletter.checks.wording.entries import read_own_words
from newsletter.content.issues import FILE_NAME, list_issues
from newsletter.errors import SettingsError, TargetError
from newsletter.fields import line_of, suggest
from newsletter.model import UNSUBSCRIBE_TOKEN, Finding, Impact, Outcome, Place
from newsletter.paths import shorten_path
from newsletter.workflows.links import join_answers
from newsletter.workflows.processes import map_in_processes
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.rule import Rule
    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to check: a file, standard input (`-`), or an issue (None: the newest)."""

    name: str | None
    is_issue: bool
    root: str = ""
    """The folder that was named, for a page found in it: its relative links lead to files there."""
    data: bytes = b""
    """What came on standard input: it can be read once only."""


def find_targets(names: Sequence[str]) -> list[Target]:
    """Say what names mean: issues (slug or folder), .html and .eml files, `-`, folders of them; none: the newest issue.

    Raises TargetError for a folder with nothing to check.
    """
    if not names:
        return [Target(None, is_issue=True)]
    return [target for name in names for target in _expand(name)]


def check_targets(
    settings: Settings,
    targets: Sequence[Target],
    rules: Sequence[Rule],
    jobs: int = 1,
    answers: Mapping[str, Answer] | None = None,
) -> Iterator[Checked]:
    """Check each target, in order, in so many processes (0: one on each core).

    Raises TargetError, or what rendering an issue raises.
    """
    check_one = functools.partial(check_target, settings=settings, rules=rules, answers=answers)
    yield from map_in_processes(check_one, targets, jobs)


def check_target(
    target: Target, settings: Settings, rules: Sequence[Rule], answers: Mapping[str, Answer] | None = None
) -> Checked:
    """Check one target; `answers` are what the web said of links, None where nobody asked."""
    if not target.is_issue:
        return _check_file(target, settings, rules, answers)
    issue, rendition = render_issue(settings, target.name)
    document = document_of(issue, rendition, settings)
    document.answers = answers
    findings = _check_document(document, issue, rendition, settings, rules)
    return Checked(shorten_path(issue.folder), findings, summarise(document))


def load_documents(settings: Settings, targets: Sequence[Target]) -> Iterator[Document]:
    """Load every target, to ask its links on the web before it is checked."""
    for target in targets:
        if target.is_issue:
            yield document_of(*render_issue(settings, target.name), settings)
        else:
            yield _load(target)


def check_rendition_of(issue: Issue, rendition: Rendition, settings: Settings) -> tuple[Finding, ...]:
    """Check a rendition by the rules that the settings name; places are lines of its issue.md."""
    document = document_of(issue, rendition, settings)
    return _check_document(document, issue, rendition, settings, choose_rules_of(settings))


def check_before_sending(
    issue: Issue, rendition: Rendition, settings: Settings, answers: Mapping[str, Answer] | None
) -> tuple[Finding, ...]:
    """Check a rendition by the default rules and those that the settings add; none can be ignored as a whole."""
    document = document_of(issue, rendition, settings)
    document.answers = answers
    return _check_document(document, issue, rendition, settings, choose_rules([DEFAULT, *settings.check.select]))


def _check_document(
    document: Document, issue: Issue, rendition: Rendition, settings: Settings, rules: Sequence[Rule]
) -> tuple[Finding, ...]:
    file = shorten_path(issue.file)
    findings = _weigh(check(document, rules, file, rendition.lines), settings)
    source = issue.file.read_text(encoding="utf-8") if issue.file.is_file() else ""
    return add_excerpts(tuple(_leave_ignored(findings, source, file, rules)), source)


def document_of(issue: Issue, rendition: Rendition, settings: Settings) -> Document:
    """Put what is known of an issue and its rendition together for the rules."""
    letter = Letter(
        blocks=issue.blocks,
        language=issue.language,
        postal_address=settings.newsletter.postal_address,
        subject=rendition.subject,
        preheader=rendition.preheader,
    )
    html = rendition.html.replace(UNSUBSCRIBE_TOKEN, "token")
    headers = {"subject": rendition.subject, "from": settings.sender.from_, "reply-to": settings.sender.reply_to}
    return _aim(Document(html, text=rendition.text, headers=headers, letter=letter), settings)


def _aim(document: Document, settings: Settings) -> Document:
    """Tell a document what the settings ask of it."""
    document.clients = settings.check.clients
    document.grade = settings.reading.grade
    document.own_words = read_own_words(settings.own_words, settings.wording.silence)
    return document


def choose_rules_of(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Choose the rules that the settings name; `select` stands in place of theirs, `ignore` adds to theirs.

    Raises TargetError or SettingsError with the nearest name.
    """
    own = settings.check
    names = {rule.name for rule in all_rules()}
    if unknown := next((name for name in own.impact if name not in names), ""):
        line = _line_in(settings, unknown, "check.impact")
        message = f"There is no rule “{unknown}”."
        raise SettingsError(message, hint=suggest(unknown, names), file=settings.file, line=line)
    if unknown := next((name for name in own.clients if name not in known_clients()), ""):
        line = _line_in(settings, "clients", "check")
        message = f"“{unknown}” is no mail program that caniemail.com knows."
        raise SettingsError(message, hint=suggest(unknown, known_clients()), file=settings.file, line=line)
    return choose_rules(select or own.select, [*own.ignore, *ignore])


def _line_in(settings: Settings, name: str, section: str) -> int | None:
    with contextlib.suppress(OSError):
        return line_of(settings.file.read_text(encoding="utf-8"), name, section=section)
    return None


def _expand(name: str) -> Iterator[Target]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield Target(name, is_issue=False, data=sys.stdin.buffer.read(MAX_BYTES + 1))
    elif path.suffix.lower() in HTML_ENDINGS | EMAIL_ENDINGS:
        yield Target(name, is_issue=False)
    elif path.suffix.lower() in MARKDOWN_ENDINGS and path.name != FILE_NAME and path.is_file():
        yield Target(name, is_issue=False, root=str(path.parent))
    elif not path.is_dir() or (path / FILE_NAME).is_file():
        yield Target(name, is_issue=True)
    elif issues := [file for file in list_issues(path) if _has_front_matter(file)]:
        yield from (Target(str(file.parent), is_issue=True) for file in issues)
    else:
        endings = HTML_ENDINGS | EMAIL_ENDINGS | MARKDOWN_ENDINGS
        files = sorted(it for it in path.rglob("*") if it.suffix.lower() in endings)
        if not files:
            hint = "Name an issue, an .html or an .eml file, or a folder of them."
            raise TargetError("There is nothing to check in this folder.", hint=hint, file=path)
        yield from (Target(str(file), is_issue=False, root=name) for file in files)


def _check_file(
    target: Target, settings: Settings, rules: Sequence[Rule], answers: Mapping[str, Answer] | None
) -> Checked:
    name = str(target.name)
    file = STANDARD_INPUT_NAME if name == STANDARD_INPUT else name
    document = _load(target)
    _aim(document, settings).answers = answers
    if target.root and not name.lower().endswith(tuple(EMAIL_ENDINGS)):
        local = look_up_files(collect_references(document), Path(name), Path(target.root))
        document.is_page = document.is_page or any(answer.is_good for answer in local.values())
        document.answers = join_answers(answers, local if document.is_page else None)
    # Of Markdown only the links are asked: a mail program never shows it.
    asked = [rule for rule in rules if rule.group == "links"] if _is_markdown(name) else rules
    findings = _weigh(check(document, asked, file, _lines(document) if _is_markdown(name) else None), settings)
    return Checked(file, add_excerpts(tuple(findings), document.html), summarise(document))


def _load(target: Target) -> Document:
    if target.name == STANDARD_INPUT:
        return read_data(target.data, Path(STANDARD_INPUT_NAME))
    return load_document(Path(str(target.name)))


def _has_front_matter(file: Path) -> bool:
    """Whether an issue.md is an issue, and no page of documentation with that name."""
    with contextlib.suppress(OSError), file.open("rb") as stream:
        return stream.read(8).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    return False


def _is_markdown(name: str) -> bool:
    return Path(name).suffix.lower() in MARKDOWN_ENDINGS


def _lines(document: Document) -> dict[int, int]:
    """Map the positions of elements to their lines: those of Markdown have no columns."""
    return {document.position(element): element.sourceline or 0 for element in document.elements}


def _weigh(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Give findings the impacts that the settings name."""
    impacts = settings.check.impact
    for finding in findings:
        word = impacts.get(finding.rule)
        yield replace(finding, impact=Impact[word.upper()]) if word else finding


def _leave_ignored(findings: Iterable[Finding], source: str, file: str, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Leave out what the comments of an issue.md ignore, and report comments that do not count."""
    left = list(findings)
    asked = {rule.name: rule for rule in rules}
    for ignore, line, lines in find_ignores_in_markdown(source):
        messages = {ignore_comment_faulty.rule.name: list(ignore_comment_faulty.faults(ignore))}
        if ignore.is_whole:
            found = {it.rule for it in left if it.rule in ignore.rules and it.place.line in lines}
            left = [it for it in left if it.rule not in found or it.place.line not in lines]
            # A rule that was not asked cannot say whether its comment is of use.
            unused = [name for name in ignore.rules if name in asked and name not in found]
            said = [f"Take the comment away: {name} finds nothing here." for name in unused]
            messages[ignore_comment_unused.rule.name] = said
        for name, sentences in messages.items():
            if name in asked:
                place = Place(file, line)
                left += [Finding(name, Outcome.FAIL, asked[name].impact, it, place) for it in sentences]
    return iter(sorted(left, key=lambda it: (it.place.line, it.place.column, it.rule)))
