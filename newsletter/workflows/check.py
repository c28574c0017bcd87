"""Issues, HTML files and emails → findings."""

from __future__ import annotations

import contextlib
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.animation import reader_beside
from newsletter.checks.checked import Checked
from newsletter.checks.excerpts import add_excerpts, show_text
from newsletter.checks.linking.collecting import collect_references
from newsletter.checks.linking.files import look_up_files
from newsletter.checks.loading import EMAIL_ENDINGS, load_document, read_data
from newsletter.checks.places import Written
from newsletter.checks.reading.summary import summarise
from newsletter.checks.runner import check
from newsletter.errors import NewsletterError
from newsletter.paths import shorten_path
from newsletter.workflows.issue_check import check_document, document_of
from newsletter.workflows.links import join_answers
from newsletter.workflows.processes import map_in_processes
from newsletter.workflows.render import render_issue
from newsletter.workflows.rule_choice import aim, weigh
from newsletter.workflows.targets import STANDARD_INPUT, STANDARD_INPUT_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.rule import Rule
    from newsletter.settings import Settings
    from newsletter.workflows.targets import Target


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A target that could not be read or rendered, and why; the others are checked all the same."""

    error: NewsletterError


def check_targets(
    settings: Settings,
    targets: Sequence[Target],
    rules: Sequence[Rule],
    jobs: int = 1,
    answers: Mapping[str, Answer] | None = None,
) -> Iterator[Checked | Unchecked]:
    """Check each target, in order, in so many processes (0: one on each core)."""
    check_one = functools.partial(_try_to_check, settings=settings, rules=rules, answers=answers)
    yield from map_in_processes(check_one, targets, jobs)


def _try_to_check(
    target: Target, settings: Settings, rules: Sequence[Rule], answers: Mapping[str, Answer] | None
) -> Checked | Unchecked:
    try:
        return check_target(target, settings, rules, answers)
    except NewsletterError as error:
        error.file = error.file or target.name or None
        return Unchecked(error)


def check_target(
    target: Target, settings: Settings, rules: Sequence[Rule], answers: Mapping[str, Answer] | None = None
) -> Checked:
    """Check one target; `answers` are what the web said of links, None where nobody asked.

    Raises TargetError, or what rendering an issue raises.
    """
    if not target.is_issue:
        return _check_file(target, settings, rules, answers)
    issue, rendition = render_issue(settings, target.name or None)
    document = document_of(issue, rendition, settings)
    document.answers = answers
    findings = check_document(document, issue, rendition, settings, rules)
    return Checked(shorten_path(issue.folder), findings, summarise(document))


def load_documents(settings: Settings, targets: Sequence[Target]) -> Iterator[Document]:
    """Load every target, to ask its links on the web before it is checked; what cannot be read is told then."""
    for target in targets:
        with contextlib.suppress(NewsletterError):
            if target.is_issue:
                yield document_of(*render_issue(settings, target.name or None), settings)
            else:
                yield _load(target)


def _check_file(
    target: Target, settings: Settings, rules: Sequence[Rule], answers: Mapping[str, Answer] | None
) -> Checked:
    name = target.name
    file = STANDARD_INPUT_NAME if name == STANDARD_INPUT else name
    document = _load(target)
    aim(document, settings).answers = answers
    if name != STANDARD_INPUT and not name.lower().endswith(tuple(EMAIL_ENDINGS)):
        document.read_picture = reader_beside(Path(name).parent)
    if target.root and not name.lower().endswith(tuple(EMAIL_ENDINGS)):
        local = look_up_files(collect_references(document), Path(name), Path(target.root))
        document.is_page = document.is_page or any(answer.is_good for answer in local.values())
        document.answers = join_answers(answers, local if document.is_page else None)
    asked = [rule for rule in rules if rule.group == "links"] if target.is_markdown else rules
    written = Written(_lines(document)) if target.is_markdown else None
    findings = tuple(weigh(check(document, asked, file, written), settings))
    if document.is_plain_text:
        return Checked(file, show_text(findings, document.text or ""), summarise(document))
    return Checked(file, add_excerpts(findings, document.html), summarise(document))


def _load(target: Target) -> Document:
    if target.name == STANDARD_INPUT:
        return read_data(target.data, Path(STANDARD_INPUT_NAME))
    return load_document(Path(target.name))


def _lines(document: Document) -> dict[int, int]:
    """Map the positions of elements to their lines: those of Markdown have no columns."""
    return {document.position(element): element.sourceline or 0 for element in document.elements}
