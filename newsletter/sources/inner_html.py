"""HTML inside Markdown, as exporters of WordPress and Ghost write it: an element with empty lines in it stays one."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)(div|ul|ol|table|figure|blockquote|dl|section|article|aside|details|center|pre)\b[^<>]*?(/?)>")
_OPENS = re.compile(r" {0,3}<(?:div|ul|ol|table|figure|blockquote|dl|section|article|aside|center)\b")


def close_gaps(text: str) -> str:
    """Fill the empty lines between the tags of an element, at which CommonMark would end it; lines keep their numbers.

    Where words follow an empty line they are Markdown, and stay so: `<details>`, an empty line, a list.
    """
    lines = text.split("\n")
    depth = preformatted = 0
    for number, line in enumerate(lines):
        if depth and not preformatted and not line.strip() and _is_between_tags(lines, number):
            lines[number] = "<!-- -->"
        if not depth and not _OPENS.match(line):
            continue
        for closing, name, self_closing in _TAG.findall(line):
            step = 0 if self_closing else -1 if closing else 1
            depth = max(0, depth + step)
            preformatted = max(0, preformatted + step) if name == "pre" else preformatted
    return "\n".join(lines)


def _is_between_tags(lines: list[str], number: int) -> bool:
    before = next((line.strip() for line in reversed(lines[:number]) if line.strip()), "")
    after = next((line.strip() for line in lines[number + 1 :] if line.strip()), "")
    return before.endswith(">") and after.startswith("<")
