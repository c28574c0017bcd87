"""The settings → which rules are asked, of what, and how much each finding weighs."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from newsletter.checks.clients.support import known_clients
from newsletter.checks.repairs.finding import MENDABLE
from newsletter.checks.rule import all_rules
from newsletter.checks.sets import choose_rules, suggest_rules
from newsletter.checks.wording.entries import read_own_words
from newsletter.errors import SettingsError, TargetError
from newsletter.fields import line_of
from newsletter.model import Impact
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsletter.checks.document import Document
    from newsletter.checks.rule import Rule
    from newsletter.model import Finding
    from newsletter.settings import Settings


def choose_rules_of(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Choose the rules that the settings name; `select` stands in place of theirs, `ignore` adds to theirs.

    Raises TargetError or SettingsError with the nearest name.
    """
    own = settings.check
    names = {rule.name for rule in all_rules()}
    if unknown := next((name for name in own.impact if name not in names), ""):
        line = _line_in(settings, unknown, "check.impact")
        message = f"There is no rule “{unknown}”."
        raise SettingsError(message, hint=suggest_rules(unknown, names), file=settings.file, line=line)
    if unknown := next((name for name in own.clients if name not in known_clients()), ""):
        line = _line_in(settings, "clients", "check")
        message = f"“{unknown}” is no mail program that caniemail.com knows."
        raise SettingsError(message, hint=suggest(unknown, sorted(known_clients())), file=settings.file, line=line)
    _refuse_unknown(settings)
    return choose_rules(select or own.select, [*own.ignore, *ignore])


def _refuse_unknown(settings: Settings) -> None:
    """Raise SettingsError for a name in select or ignore of the settings that no rule, group or set has."""
    for field, names in (("select", settings.check.select), ("ignore", settings.check.ignore)):
        try:
            choose_rules(names)
        except TargetError as error:
            line = _line_in(settings, field, "check")
            raise SettingsError(error.message, hint=error.hint, file=settings.file, line=line) from error


def choose_mendable(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """Name the rules whose findings are to be put right: of the selected ones, or else of all but those left out."""
    chosen = choose_rules_of(settings, select or settings.check.select or ["all"], ignore)
    return MENDABLE & {rule.name for rule in chosen}


def _line_in(settings: Settings, name: str, section: str) -> int | None:
    with contextlib.suppress(OSError):
        return line_of(settings.file.read_text(encoding="utf-8"), name, section=section)
    return None


def aim(document: Document, settings: Settings) -> Document:
    """Tell a document what the settings ask of it."""
    document.clients = settings.check.clients
    document.grade = settings.reading.grade
    document.own_words = read_own_words(settings.own_words, settings.wording.silence)
    return document


def weigh(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Give findings the impacts that the settings name."""
    impacts = settings.check.impact
    for finding in findings:
        word = impacts.get(finding.rule)
        yield replace(finding, impact=Impact.of(word)) if word else finding
