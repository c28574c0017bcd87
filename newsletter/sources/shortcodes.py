"""What blog engines put into Markdown that is not Markdown: shortcodes, Liquid, wiki links, kramdown attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.model import Dropped

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*~*[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(
    r"\{\{[<%]-?\s*(?P<hugo>/?\s*[\w/.-]+)(?P<hugo_rest>[^\n]*?)-?/?[>%]\}\}|"
    r"\{%-?\s*(?P<liquid>[\w/.-]+)(?P<liquid_rest>[^\n]*?)-?%\}|"
    r"\{\{(?P<value>[^\n{}]*)\}\}"
)
_OBSIDIAN_IMAGE = re.compile(r"!\[\[([^\]|\n]+\.(?:png|jpe?g|gif|webp|svg|avif))(?:\|([^\]\n]*))?\]\]", re.IGNORECASE)
_WIKI_LINK = re.compile(r"(?<!!)\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]")
_KRAMDOWN = re.compile(r"\{:[^}\n]*\}")
_ARGUMENT = re.compile(r'([\w-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|(\S+))')
_VIDEOS = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}


def read_shortcodes(text: str) -> tuple[str, tuple[Dropped, ...]]:
    """Turn figures, YouTube and Vimeo into Markdown, and leave out the other shortcodes, which are named.

    Lines keep their numbers. Code is left alone.
    """
    dropped: list[Dropped] = []
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        parts += [_outside_code(text[end : code.start()], text, end, dropped), code[0]]
        end = code.end()
    parts.append(_outside_code(text[end:], text, end, dropped))
    return "".join(parts), tuple(dropped)


def _outside_code(part: str, text: str, start: int, dropped: list[Dropped]) -> str:
    line = text.count("\n", 0, start) + 1
    part = _OBSIDIAN_IMAGE.sub(_image, part)
    part = _WIKI_LINK.sub(lambda found: found[2] or found[1], part)
    part = _KRAMDOWN.sub("", part)
    return _SHORTCODE.sub(_replacer(line, dropped), part)


def _replacer(line: int, dropped: list[Dropped]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        name = (found["hugo"] or found["liquid"] or "").strip().lower()
        rest = (found["hugo_rest"] or found["liquid_rest"] or "").strip()
        if markdown := _known(name, rest):
            return markdown
        place = line + found.string.count("\n", 0, found.start())
        dropped.append(Dropped(found[0], "a shortcode of the blog's engine", place))
        return ""

    return replace


def _known(name: str, rest: str) -> str:
    """Write a shortcode that we understand as Markdown; empty where we do not."""
    arguments = {key: one or two or three for key, one, two, three in _ARGUMENT.findall(rest)}
    bare = _ARGUMENT.sub("", rest).strip().strip("\"'")
    if name in _VIDEOS:
        identifier = arguments.get("id") or bare.split(" ")[0]
        title = arguments.get("title") or name.replace("youtube", "YouTube").replace("vimeo", "Vimeo")
        return f"[{title}]({_VIDEOS[name].format(identifier)}){{.video}}" if identifier else ""
    if name in {"figure", "image", "img", "imgproc"} and (source := arguments.get("src") or bare):
        caption = arguments.get("caption") or arguments.get("title") or ""
        title = ' "' + caption.replace('"', "”") + '"' if caption else ""
        return f"![{arguments.get('alt', '')}]({source}{title})"
    return ""


def _image(found: re.Match[str]) -> str:
    """Write an Obsidian image: what follows its bar is a width, or else its alt text."""
    alt = found[2] or ""
    return f"![{'' if re.fullmatch(r'[0-9x]*', alt) else alt}](<{found[1]}>)"
