"""`newsletter check --fix`: shows repairs, asks, and has them made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsletter.cli import console
from newsletter.workflows.fix import MENDABLE, plan_fixes, write_fix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.workflows.targets import Target

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def fix_files(targets: Sequence[Target], language: str, asked: frozenset[str], *, is_agreed: bool) -> None:
    """Show the repairs of all files as a diff, and make them where the answer is yes; no answer is no.

    `asked` names the rules that they are for.
    """
    if not asked:
        console.say(f"Of the chosen rules none can be mended by a program; these can: {', '.join(sorted(MENDABLE))}.")
        return
    fixes = list(plan_fixes(targets, language, asked))
    for fix in fixes:
        for line in fix.diff.splitlines():
            console.say(console.paint(line, COLOURS.get(line[:1])))
    if not fixes:
        console.say("Nothing can be put right without judgement.")
        return
    words = f"Change {console.count(len(fixes), 'file', 'files')}?"
    try:
        is_agreed = is_agreed or click.confirm(words, err=True)
    except click.Abort:
        is_agreed = False
        console.say("\nNobody answered; add --yes to change without asking.")
    for fix in fixes if is_agreed else ():
        write_fix(fix)
    done = f"Put right {console.count(len(fixes), 'file', 'files')}." if is_agreed else "Nothing was changed."
    console.say(done)
