"""Issues, HTML files and emails → findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.document import Document, Letter
from newsletter.checks.loading import EMAIL_ENDINGS, HTML_ENDINGS, load_document
from newsletter.checks.reading.summary import summarise
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check
from newsletter.checks.wording.entries import read_own_words
from newsletter.content.issues import FILE_NAME, list_issues
from newsletter.errors import TargetError
from newsletter.fields import suggest
from newsletter.model import UNSUBSCRIBE_TOKEN, Impact, Outcome
from newsletter.paths import shorten_path
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsletter.checks.reading.summary import ReadingSummary
    from newsletter.checks.rule import Rule
    from newsletter.model import Finding, Issue, Rendition
    from newsletter.settings import Settings


@dataclass(frozen=True, slots=True)
class Checked:
    """One target, what was found in it, and how it reads (None where it has too few words to say)."""

    target: str
    findings: tuple[Finding, ...]
    reading: ReadingSummary | None = None

    def has_failed(self, limit: Impact) -> bool:
        """Whether a finding of at least that impact is certain."""
        return any(it.outcome is Outcome.FAIL and it.impact >= limit for it in self.findings)


def check_targets(settings: Settings, targets: Sequence[str], rules: Sequence[Rule]) -> Iterator[Checked]:
    """Check each target: an issue (slug or folder), an .html or .eml file, or a folder of such; none: the newest issue.

    Raises TargetError, or what rendering an issue raises.
    """
    if not targets:
        yield _check_issue(settings, None, rules)
    for target in targets:
        path = Path(target)
        if path.suffix.lower() in HTML_ENDINGS | EMAIL_ENDINGS:
            yield _check_file(path, rules)
        elif path.is_dir() and not (path / FILE_NAME).is_file():
            yield from _check_folder(settings, path, rules)
        else:
            yield _check_issue(settings, target, rules)


def check_rendition_of(
    issue: Issue, rendition: Rendition, settings: Settings, rules: Sequence[Rule] | None = None
) -> tuple[Finding, ...]:
    """Check a rendition; places are lines of its issue.md."""
    document = document_of(issue, rendition, settings)
    return check(document, choose_rules((), ()) if rules is None else rules, shorten_path(issue.file), rendition.lines)


def document_of(issue: Issue, rendition: Rendition, settings: Settings) -> Document:
    """Put what is known of an issue and its rendition together for the rules."""
    letter = Letter(
        blocks=issue.blocks,
        language=issue.language,
        grade=settings.reading.grade,
        postal_address=settings.newsletter.postal_address,
        subject=rendition.subject,
        preheader=rendition.preheader,
        own_words=read_own_words(settings.own_words, settings.wording.silence),
    )
    html = rendition.html.replace(UNSUBSCRIBE_TOKEN, "token")
    headers = {"subject": rendition.subject, "from": settings.sender.from_, "reply-to": settings.sender.reply_to}
    return Document(html, text=rendition.text, headers=headers, letter=letter)


def choose_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Choose rules by name or group; without names all but the optional. Raises TargetError with the nearest name."""
    rules = all_rules()
    known = {rule.name for rule in rules} | {rule.group for rule in rules}
    for name in (*select, *ignore):
        if name not in known:
            raise TargetError(f"There is no rule or group “{name}”.", hint=suggest(name, known))
    chosen = [rule for rule in rules if {rule.name, rule.group} & set(select) or not (select or rule.optional)]
    return tuple(rule for rule in chosen if not {rule.name, rule.group} & set(ignore))


def _check_issue(settings: Settings, name: str | None, rules: Sequence[Rule]) -> Checked:
    issue, rendition = render_issue(settings, name)
    document = document_of(issue, rendition, settings)
    findings = check(document, rules, shorten_path(issue.file), rendition.lines)
    return Checked(shorten_path(issue.folder), findings, summarise(document))


def _check_file(file: Path, rules: Sequence[Rule]) -> Checked:
    document = load_document(file)
    return Checked(str(file), check(document, rules, str(file)), summarise(document))


def _check_folder(settings: Settings, folder: Path, rules: Sequence[Rule]) -> Iterator[Checked]:
    """Check what a folder holds: its issues, else every .html and .eml below it."""
    if issues := list_issues(folder):
        yield from (_check_issue(settings, str(file.parent), rules) for file in issues)
        return
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in HTML_ENDINGS | EMAIL_ENDINGS)
    if not files:
        hint = "Name an issue, an .html or an .eml file, or a folder of them."
        raise TargetError("There is nothing to check in this folder.", hint=hint, file=folder)
    yield from (_check_file(file, rules) for file in files)
