"""What a layout's CSS may not say: it would be lost, fetched, win over dark mode, or break premailer for good.

premailer keeps style attributes and selectors in one cache for all emails: an attribute that is spelled like a selector
breaks every later email. So each selector is without a colon, and each attribute has one.
"""

from __future__ import annotations

import re
from pathlib import Path

from newsletter.errors import LayoutError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
# An escape may spell any letter of the name of an at-rule (CSS Syntax, section 4.3.7).
_IMPORT = re.compile(r"@(?:import|[a-z-]*\\)", re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_DECLARATIONS = re.compile(r"\s*[\w-]+\s*:[^;{}]+(?:;\s*[\w-]+\s*:[^;{}]+)*;?\s*")


def check_inline_css(css: str, file: str = "") -> None:
    """Raise LayoutError for what cannot be written into style attributes; `file` is where the CSS was written."""
    plain = _COMMENT.sub("", css)
    if found := re.search("@", plain):
        raise _error(f"“{plain[found.start() :][:30]}…” cannot be inlined.", "Put it into a style element.", file)
    if found := re.search(r"!\s*important", plain, re.IGNORECASE):
        message = "With !important in a style attribute no rule for dark mode or phones can win."
        raise _error(message, "Leave !important out.", file, found[0])
    if rest := _RULE.sub("", plain).strip():
        raise _error(f"“{rest[:30]}” is no rule of CSS.", "Write selector { property: value; }.", file, rest[:10])
    for selector, _ in _RULE.findall(plain):
        if ":" in selector:
            message = f"“{selector.strip()}” cannot be written into a style attribute."
            raise _error(message, "Put it into a style element.", file, selector.strip())


def check_style_elements(html: str) -> None:
    """Raise LayoutError for CSS that would make each reader's program, or this one, fetch something."""
    if any(_IMPORT.search(css) for css in _STYLE.findall(html)):
        raise LayoutError("CSS in a layout uses @import.", hint="Copy the rules into the layout's own CSS files.")


def is_style(value: str) -> bool:
    """Whether a style attribute holds declarations and nothing else."""
    return bool(_DECLARATIONS.fullmatch(value))


def _error(message: str, hint: str, file: str, words: str = "@") -> LayoutError:
    """Name the line of the file that has the words; a template may have made them of something else."""
    lines = Path(file).read_text(encoding="utf-8").splitlines() if file else []
    line = next((number for number, text in enumerate(lines, 1) if words in text), None)
    return LayoutError(message, hint=hint, file=file or None, line=line)
