"""A mistake in a template, as Jinja or Python tells it → LayoutError with its place and how to put it right."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from newsletter.errors import LayoutError
from newsletter.rendering.shelves import PACKAGE
from newsletter.rendering.templates import MissingNameError, TemplateLoader
from newsletter.suggestions import ask, find_nearest, suggest
from newsletter.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

# What a template that is wrong raises; anything else is a bug of ours.
MISTAKES = (TemplateError, RecursionError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
HINT = "See docs/how-to/change-a-layout.md for what a layout can use."
_BLOCKS = frozenset({"autoescape", "block", "call", "filter", "for", "if", "macro", "with"})
_TAGS = {"include", "import", "from", "extends", "set", "endset", "elif", "else", "raw", "endraw"}
_TAGS |= _BLOCKS | {f"end{name}" for name in _BLOCKS}
_FEW = 20
_WORD = r"No (filter|test) named '(\w+)'"
_TEMPLATES = frozenset({".mjml", ".html", ".css"})


def explain(error: Exception, environment: Environment, values: Mapping[str, Any]) -> LayoutError | None:
    """Say what is wrong with a template that sees `values`; None for an error that is not the template's."""
    frames = list(_frames_of(error))
    places = [number for number, (file, _) in enumerate(frames) if Path(file).suffix in _TEMPLATES]
    file, line = frames[places[-1]] if places else ("", 0)
    match error:
        case TemplateSyntaxError():
            return _explain_syntax(error, environment)
        case TemplateNotFound():
            message, hint = f"There is no file {error.name} to include.", _suggest_file(str(error.name), environment)
        case MissingNameError():
            message, hint = _explain_name(error, file, line, values)
        case TemplateError():
            message, hint = _sentence(error.message), _suggest_word(str(error.message), environment)
        case RecursionError() if places:
            message, hint = _explain_loop([Path(frames[it][0]).name for it in places])
        case _:
            if not places or any(PACKAGE in Path(name).parents for name, _ in frames[places[-1] + 1 :]):
                return None
            message, hint = f"This cannot be worked out: {error}.", HINT
    return LayoutError(message, hint=hint, file=file or None, line=line or None)


def _frames_of(error: Exception) -> Iterator[tuple[str, int]]:
    """Yield file and line of each call, the innermost last: Jinja puts lines of templates among them."""
    traceback = error.__traceback__
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _sentence(words: str | None) -> str:
    return f"{(words or 'This cannot be used').rstrip('.')}."


def _explain_syntax(error: TemplateSyntaxError, environment: Environment) -> LayoutError:
    # Of a comment without end, Jinja hands the file over as the name.
    file = error.filename or error.name
    message, line = _sentence(error.message), error.lineno
    if message.startswith("Unexpected end of template") and file:
        name, line = _find_open(read_text(Path(file), LayoutError)) or ("", line)
        message, hint = f"{{% {name} %}} is not closed.", f"Add {{% end{name} %}} where it ends."
    elif found := re.match(r"Encountered unknown tag '(\w+)'", message):
        message = f"Jinja has no {{% {found[1]} %}}."
        hint = suggest(found[1], _TAGS)
        if found[1] in _TAGS:
            message, hint = f"Nothing is open for {{% {found[1]} %}} here.", "Take it out, or open what it belongs to."
    elif re.match(_WORD, message):
        hint = _suggest_word(message, environment)
    elif "comment" in message:
        hint = "Close {# with #}."
    else:
        hint = "Close {{ with }}, {% with %}, and brackets and quotes in them."
    return LayoutError(message, hint=hint, file=file, line=line)


def _find_open(text: str) -> tuple[str, int] | None:
    """Find the innermost tag of a template that nothing closes: its name and line."""
    waiting: list[tuple[str, int]] = []
    for found in re.finditer(r"\{#.*?#\}|\{%[-+]?\s*(end)?(\w+)", text, re.DOTALL):
        if found[1] and waiting and waiting[-1][0] == found[2]:
            waiting.pop()
        elif found[2] in _BLOCKS and not found[1]:
            waiting.append((found[2], text.count("\n", 0, found.start()) + 1))
    return waiting[-1] if waiting else None


def _explain_loop(names: list[str]) -> tuple[str, str]:
    """Name the templates that take part again and again; the last is where it stopped."""
    again = dict.fromkeys(name for name in reversed(names) if names.count(name) > 1 and name != names[-1])
    others = f", by way of {', '.join(again)}" if again else ""
    return f"This includes itself without end{others}.", "Take it out, or let a condition end it."


def _suggest_word(message: str, environment: Environment) -> str:
    found = re.match(_WORD, message)
    if not found:
        return HINT
    known = environment.filters if found[1] == "filter" else environment.tests
    return _suggest_name(found[2], known)


def _suggest_file(name: str, environment: Environment) -> str:
    loader = environment.loader
    known = loader.list_templates() if isinstance(loader, TemplateLoader) else []
    known = [it for it in known if Path(it).suffix in _TEMPLATES and it != "layout.mjml"]
    alike = [it for it in known if Path(it).suffix == Path(name).suffix] or known
    # All have the same ending: it says nothing of what was meant.
    stems = {str(Path(it).with_suffix("")): it for it in alike}
    near = find_nearest(str(Path(name).with_suffix("")), list(stems))
    return ask([stems[near[0]]]) if near else f"Known are: {', '.join(alike)}."


def _explain_name(error: MissingNameError, file: str, line: int, values: Mapping[str, Any]) -> tuple[str, str]:
    if error.owner is None:
        return f"There is no “{error.name}”.", _suggest_name(str(error.name), values)
    if not isinstance(error.name, str):
        return _sentence(error.message), HINT
    rows = read_text(Path(file), LayoutError).splitlines()[line - 1 : line] if file else []
    # Python knows what kind of thing it is; the template, what it is called there.
    found = re.search(rf"([\w.]+)\.{re.escape(error.name)}\b", rows[0]) if rows else None
    owner = found[1] if found else f"the {type(error.owner).__name__.lower()}"
    return f"There is no “{error.name}” in {owner}.", _suggest_name(error.name, _names_in(error.owner))


def _suggest_name(name: str, known: Iterable[str]) -> str:
    """Suggest a name, or list them where they are few."""
    words = list(known)
    return suggest(name, words, None if 0 < len(words) < _FEW else HINT)


def _names_in(owner: object) -> list[str]:
    if isinstance(owner, dict):
        return list(owner)
    if is_dataclass(owner):
        return [field.name for field in fields(owner)]
    return list(owner.__struct_fields__) if isinstance(owner, msgspec.Struct) else []
