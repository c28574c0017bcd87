"""Rules by name, group or set: which ones a check asks."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from newsletter.checks.rule import all_rules
from newsletter.errors import TargetError
from newsletter.model import Impact
from newsletter.suggestions import ask, find_nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsletter.checks.rule import Rule

# WCAG 2.2 (https://www.w3.org/TR/WCAG22/): the criteria of levels A and AA; 4.1.1 was level A until 2.2 dropped it.
_A = """
1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.1 4.1.2
"""
_AA = """
1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
"""
LEVEL_A = frozenset(_A.split())
LEVEL_AA = frozenset(_AA.split())
# What the yearly report of the Email Markup Consortium counts: the ten most common faults of 2026, and the two others
# that it names, zoom and drawings for Outlook (https://emailmarkup.org/en/reports/accessibility/2026/). Of alternative
# texts it makes no difference between pictures and pixels.
EMC = frozenset(
    {
        "content-dir-missing",
        "content-lang-missing",
        "html-lang-missing",
        "image-alt-missing",
        "layout-table-role-missing",
        "level-one-heading-missing",
        "link-text-missing",
        "link-text-vague",
        "pixel-alt-missing",
        "text-contrast-low",
        "title-missing",
        "vml-alt-missing",
        "zoom-disabled",
    }
)
# What an email needs beyond WCAG, down to what is minor.
EMAIL_GROUPS = frozenset({"delivery", "links", "text", "wording"})
DEFAULT = "wcag-aa"
MOST_NEAR = 3

SETS: dict[str, Callable[[Rule], bool]] = {
    "emc": lambda rule: rule.name in EMC,
    "wcag-a": lambda rule: not rule.optional and bool(LEVEL_A & set(rule.wcag)),
    "wcag-aa": lambda rule: not rule.optional and (bool((LEVEL_A | LEVEL_AA) & set(rule.wcag)) or _weighs(rule)),
    "strict": lambda rule: not rule.optional,
    "all": lambda _rule: True,
}
MEANINGS = {
    "emc": "exactly the criteria of the yearly report of the Email Markup Consortium",
    "wcag-a": "what WCAG 2.2 asks at level A",
    "wcag-aa": "WCAG 2.2, levels A and AA; delivery, links, text, wording; else impact moderate or more (default)",
    "strict": "every rule but those that are asked only when selected",
    "all": "every rule",
}


def _weighs(rule: Rule) -> bool:
    """Whether readers of email need it, though no criterion of level A or AA says so."""
    return rule.impact >= Impact.MODERATE or rule.group in EMAIL_GROUPS


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Choose rules by name, group or set; the set `wcag-aa` when none is selected.

    A group holds its rules that are not optional. Raises TargetError with the nearest name.
    """
    wanted, unwanted = tuple(select) or (DEFAULT,), tuple(ignore)
    known = known_names()
    for name in (*wanted, *unwanted):
        if name not in known:
            raise TargetError(f"There is no rule, group or set “{name}”.", hint=suggest_rules(name, known))
    if not (chosen := _choose(wanted, unwanted)):
        raise TargetError("No rule is left to ask.", hint="Ignore fewer than are selected.")
    return chosen


@functools.lru_cache(maxsize=8)
def _choose(wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if _is_among(rule, wanted) and not _is_among(rule, unwanted))


def suggest_rules(name: str, known: Iterable[str]) -> str:
    """Name the nearest group or set and the nearest few rules; there are too many to list."""
    rules = sorted(rule.name for rule in all_rules())
    wider = sorted(set(known).difference(rules))
    near = [*find_nearest(name, wider)[:1], *find_nearest(name, rules)[:MOST_NEAR]]
    return f"{ask(near)} newsletter rules lists them all." if near else "newsletter rules lists them all."


@functools.cache
def known_names() -> frozenset[str]:
    """Every word that names rules."""
    return frozenset({it for rule in all_rules() for it in (rule.name, rule.group)} | SETS.keys())


def sets_of(rule: Rule) -> tuple[str, ...]:
    """The sets that a rule is in."""
    return tuple(name for name, has in SETS.items() if has(rule))


def _is_among(rule: Rule, names: Sequence[str]) -> bool:
    if rule.name in names or (rule.group in names and not rule.optional):
        return True
    return any(SETS[name](rule) for name in names if name in SETS)
