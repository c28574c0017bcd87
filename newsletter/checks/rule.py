"""What a rule is, and where all of them are found."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsletter.checks import rules
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


@dataclass(frozen=True, slots=True)
class Defect:
    """What a rule found: a sentence that says how to put it right, and the element (None: the document as a whole).

    `line` is a line of issue.md where a rule that reads blocks knows it; `impact` differs from the rule's where the
    reader loses less here.
    """

    message: str
    element: Tag | None = None
    outcome: Outcome = Outcome.FAIL
    impact: Impact | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A question asked of an email. Its name is its file's; its documentation is the file's docstring.

    An `optional` rule is good advice that no criterion asks for: it is asked only where it is selected. One that
    `asks_web` reads what the web says of links.
    """

    module: str
    impact: Impact
    find: Callable[[Document], Iterator[Defect]]
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    optional: bool = False
    asks_web: bool = False

    @property
    def name(self) -> str:
        """The defect, as people write it: `image-alt-missing`."""
        return _name_of(self.module)

    @property
    def group(self) -> str:
        """The folder that the rule is in."""
        return self.module.split(".")[-2]

    @property
    def documentation(self) -> str:
        """Why it matters, what fails, what passes, where it comes from; Markdown."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first sentence of the documentation."""
        return self.documentation.splitlines()[0].rstrip(".")


@functools.cache
def _name_of(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Find every rule in the folders of `rules`, ordered by group and name."""
    found = []
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        if not module.ispkg:
            rule: Rule = importlib.import_module(module.name).rule
            found.append(rule)
    return tuple(sorted(found, key=lambda rule: (rule.group, rule.name)))
