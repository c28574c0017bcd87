"""For people who do not use a terminal: one page that needs nothing else."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from newsletter.model import Outcome
from newsletter.reports.report import UNSEEN, say_counts

if TYPE_CHECKING:
    from jinja2 import Template

    from newsletter.reports.report import Report


def write_html(report: Report) -> str:
    """Write the page: a table of targets, then the findings of each, and what no program can see."""
    documentation = {rule.name: rule for rule in report.rules}
    return _template().render(
        report=report, rules=documentation, unseen=UNSEEN, say_counts=say_counts, review=Outcome.REVIEW
    )


@functools.cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("newsletter.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
