"""An issue and its rendition → findings that name what its author can change: issue.md, or a file of the layout."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.checks.animation import reader_beside
from newsletter.checks.document import Document, Letter, squeeze
from newsletter.checks.excerpts import add_excerpts
from newsletter.checks.ignoring import find_ignores_in_markdown
from newsletter.checks.places import Written
from newsletter.checks.rules.comments import ignore_comment_faulty, ignore_comment_unused
from newsletter.checks.runner import check
from newsletter.checks.sets import DEFAULT, choose_rules
from newsletter.fields import line_of
from newsletter.model import PREVIEW_TOKEN, UNSUBSCRIBE_TOKEN, Finding, Outcome, Place
from newsletter.paths import shorten_path
from newsletter.workflows.rule_choice import aim, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsletter.checks.linking.answers import Answer
    from newsletter.checks.rule import Rule
    from newsletter.model import Issue, Rendition
    from newsletter.settings import Settings


def check_before_sending(
    issue: Issue, rendition: Rendition, settings: Settings, answers: Mapping[str, Answer] | None
) -> tuple[Finding, ...]:
    """Check a rendition by the default rules and those that the settings add; none can be ignored as a whole."""
    document = document_of(issue, rendition, settings)
    document.answers = answers
    return check_document(document, issue, rendition, settings, choose_rules([DEFAULT, *settings.check.select]))


def check_document(
    document: Document, issue: Issue, rendition: Rendition, settings: Settings, rules: Sequence[Rule]
) -> tuple[Finding, ...]:
    """Check a rendition, of which `document` is made, by some rules."""
    file = shorten_path(issue.file)
    source = _read_source(issue)
    trace = functools.cache(lambda: _trace(issue, settings))
    written = Written(rendition.lines, _words_in_front(issue, rendition, _lines_in_front(source)), trace)
    findings = weigh(check(document, rules, file, written), settings)
    left = _leave_ignored(findings, source, file, rules)
    return tuple(excerpted for finding in left for excerpted in _add_excerpt(finding, file, source))


def _trace(issue: Issue, settings: Settings) -> Mapping[int, Place]:
    """Position of an element → its place in a file of the layout."""
    from newsletter.rendering.tracing import trace_layout  # as in newsletter.workflows.render

    origins = trace_layout(issue, settings)
    return {at: Place(shorten_path(Path(it.file)), it.line, it.column) for at, it in origins.items()}


def _words_in_front(issue: Issue, rendition: Rendition, lines: Mapping[str, int]) -> dict[str, int]:
    """Words that come from the front matter → their line; the layout only says where they stand."""
    fields = {"preheader": rendition.preheader, "author": issue.author, "subject": issue.subject, "title": issue.title}
    return {squeeze(words): lines[name] for name, words in fields.items() if words and name in lines}


def _lines_in_front(source: str) -> dict[str, int]:
    """Fields of the front matter → their lines."""
    front = source.partition("\n---")[0]
    names = ("preheader", "author", "subject", "title", "language")
    return {name: line for name in names if (line := line_of(front, name))}


def _read_source(issue: Issue) -> str:
    return issue.file.read_text(encoding="utf-8") if issue.file.is_file() else ""


def _add_excerpt(finding: Finding, file: str, source: str) -> tuple[Finding, ...]:
    """Show the line of issue.md, or of the layout, that a finding names."""
    if finding.place.file != file:
        source = Path(finding.place.file).read_text(encoding="utf-8")
    return add_excerpts([finding], source)


def document_of(issue: Issue, rendition: Rendition, settings: Settings) -> Document:
    """Put what is known of an issue and its rendition together for the rules."""
    from newsletter.rendering.fragments import address_of_image  # as in newsletter.workflows.render

    letter = Letter(
        blocks=issue.blocks,
        language=issue.language,
        postal_address=settings.newsletter.postal_address,
        subject=rendition.subject,
        preheader=rendition.preheader,
        lines=_lines_in_front(_read_source(issue)),
    )
    html = rendition.html.replace(UNSUBSCRIBE_TOKEN, PREVIEW_TOKEN)
    headers = {"subject": rendition.subject, "from": settings.sender.from_, "reply-to": settings.sender.reply_to}
    document = Document(html, text=rendition.text, headers=headers, letter=letter)
    own = address_of_image("", issue.slug, settings.newsletter.base_url)
    document.read_picture = reader_beside(issue.folder, own)
    return aim(document, settings)


def _leave_ignored(findings: Iterable[Finding], source: str, file: str, rules: Sequence[Rule]) -> list[Finding]:
    """Leave out what the comments of an issue.md ignore, and report comments that do not count."""
    left = list(findings)
    asked = {rule.name: rule for rule in rules}
    for ignore, line, lines in find_ignores_in_markdown(source):
        messages = {ignore_comment_faulty.rule.name: list(ignore_comment_faulty.faults(ignore))}
        if ignore.is_whole:
            here = [it for it in left if it.place.file == file and it.place.line in lines]
            found = {it.rule for it in here if it.rule in ignore.rules}
            left = [it for it in left if it.rule not in found or it not in here]
            # A rule that was not asked cannot say whether its comment is of use.
            unused = [name for name in ignore.rules if name in asked and name not in found]
            said = [f"Take the comment away: {name} finds nothing here." for name in unused]
            messages[ignore_comment_unused.rule.name] = said
        for name, sentences in messages.items():
            if name in asked:
                place = Place(file, line)
                left += [Finding(name, Outcome.FAIL, asked[name].impact, it, place) for it in sentences]
    return sorted(left, key=lambda it: (it.place.file != file, it.place.file, it.place.line, it.place.column, it.rule))
