"""The YAML, or TOML as Hugo writes it, above a Markdown text."""

from __future__ import annotations

import copy
import functools
import re
import tomllib
from typing import Any

import yaml

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)

TOML_FRONT_MATTER = re.compile(r"\A\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class FrontMatterError(ValueError):
    """Front matter that cannot be read: `message` says why, `line` (from 1) where in the file."""

    def __init__(self, message: str, line: int) -> None:
        """Keep the line of the whole file, not of the front matter alone."""
        super().__init__(message)
        self.message = message
        self.line = line


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Split `text` into its front matter (empty where there is none) and its Markdown.

    The Markdown begins with as many empty lines as the front matter had, so that line numbers stay those of the file.
    Raises FrontMatterError where it is not a YAML mapping of names to values, or has no end.
    """
    if found := TOML_FRONT_MATTER.match(text):
        return _read_toml(found["toml"]), "\n" * found[0].count("\n") + text[found.end() :]
    found = FRONT_MATTER.match(text)
    if found is None:
        if re.match(r"---[ \t]*\r?\n\s*[\w-]+:", text):
            raise FrontMatterError("The front matter has no closing “---”", 1)
        return {}, text
    return _read_yaml(found["yaml"]), "\n" * found[0].count("\n") + text[found.end() :]


def _read_toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(f"The front matter is not TOML: {error}", 1) from error


def _read_yaml(text: str) -> dict[str, Any]:
    try:
        data = _load_yaml(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise FrontMatterError(f"The front matter is not YAML: {error.problem}", line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FrontMatterError(f"The front matter is not YAML: {error}", 1) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise FrontMatterError("The front matter is not a list of “name: value” lines", 2)
    return {str(name): value for name, value in copy.deepcopy(data).items()}


@functools.lru_cache(maxsize=64)
def _load_yaml(text: str) -> object:
    """Read YAML; who writes an issue saves it many times, and its front matter seldom changes."""
    return yaml.safe_load(text)


def write_front_matter(fields: dict[str, Any]) -> str:
    """Write fields in their order; each value on one line."""
    body = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)
    return f"---\n{body}---\n"
