"""What a layout's CSS may not say: it would be lost, fetched, win over dark mode, or break premailer for good.

premailer keeps style attributes and selectors in one cache for all emails: an attribute that is spelled like a selector
breaks every later email. So each selector is without a colon, and each attribute has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.errors import LayoutError
from newsletter.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
# An escape may spell any letter of the name of an at-rule (CSS Syntax, section 4.3.7).
_IMPORT = re.compile(r"@(?:import|[a-z-]*\\)", re.IGNORECASE)
_COMPOUND = r"(?:[\w*-]+(?:[.#][\w-]+|\[[^\]]*\])*|(?:[.#][\w-]+|\[[^\]]*\])+)"
_SELECTOR = re.compile(rf"\s*{_COMPOUND}(?:\s*[>+~\s]\s*{_COMPOUND})*\s*")
_DECLARATION = r"\s*[\w-]+\s*:\s*[^;{}\s][^;{}]*"
_DECLARATIONS = re.compile(rf"{_DECLARATION}(?:;{_DECLARATION})*;?\s*")


def check_inline_css(css: str, files: Sequence[Path] = ()) -> None:
    """Raise LayoutError for what cannot be written into style attributes; `files` are those the CSS is written in."""
    plain = _COMMENT.sub("", css)
    if found := re.search("@", plain):
        raise _error(f"“{plain[found.start() :][:30]}…” cannot be inlined.", "Put it into a style element.", files)
    if found := re.search(r"!\s*important", plain, re.IGNORECASE):
        message = "With !important in a style attribute no rule for dark mode or phones can win."
        raise _error(message, "Leave !important out.", files, [found[0]])
    if rest := _RULE.sub("", plain).strip():
        raise _error(f"“{rest[:30]}” is no rule of CSS.", "Write selector { property: value; }.", files, [rest[:10]])
    for rule in _RULE.finditer(plain):
        _check_rule(rule, files)


def _check_rule(rule: re.Match[str], files: Sequence[Path]) -> None:
    """Refuse a rule that premailer would drop without a word, or fail with."""
    selectors, declarations = rule[1].strip(), rule[2].strip()
    # As it is written, or as far as no template made it of something else.
    words = [rule[0].strip().splitlines()[0], f"{selectors} {{", selectors]
    if ":" in selectors:
        message = f"“{selectors}” cannot be written into a style attribute."
        raise _error(message, "Put it into a style element.", files, words)
    for selector in selectors.split(","):
        if not _SELECTOR.fullmatch(selector):
            message = f"“{selectors}” is no selector of CSS."
            raise _error(message, "Write names of elements and .classes, as in .footer a, p.", files, words)
    if declarations and not is_style(declarations):
        shown = " ".join(declarations.split())[:40]
        message = f"“{shown}” is no list of properties."
        raise _error(message, "Write property: value; and so on.", files, words)


def find_style_fault(css: str) -> tuple[str, str]:
    """Say what is wrong with the CSS of a style element, and how to put it right; two empty strings where nothing is.

    Gmail drops a whole element for one mistake; @import would make each reader's program fetch something.
    """
    if _IMPORT.search(css):
        return "CSS in a layout uses @import", "Copy the rules into the layout's own CSS files."
    plain = _COMMENT.sub("", css)
    if "<" in plain:
        return "The CSS of a style element holds a <", "Take it out of the file that is included here."
    if plain.count("{") != plain.count("}"):
        count = f"{plain.count('{')} {{ and {plain.count('}')} }}"
        return f"The CSS of a style element holds {count}", "Close each rule in the file that is included here."
    return "", ""


def is_style(value: str) -> bool:
    """Whether a style attribute holds declarations and nothing else."""
    return bool(_DECLARATIONS.fullmatch(value))


def _error(message: str, hint: str, files: Sequence[Path], words: Sequence[str] = ("@",)) -> LayoutError:
    """Name the file and line that have the first of some words that any has."""
    rows = [
        (row, file, line) for file in files for line, row in enumerate(read_text(file, LayoutError).splitlines(), 1)
    ]
    for wanted in words:
        for row, file, line in rows:
            if wanted in row:
                return LayoutError(message, hint=hint, file=file, line=line)
    return LayoutError(message, hint=hint, file=files[0] if files else None)
