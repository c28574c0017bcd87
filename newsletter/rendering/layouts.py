"""A layout's folder: templates, theme, and the words around the content.

A layout has what makes it different; the rest comes from `base`. A newsletter's own `layouts/` is looked into before
the layouts that come with the program, so that one file can be replaced alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsletter.errors import LayoutError
from newsletter.rendering.mistakes import MISTAKES, explain
from newsletter.rendering.shelves import layout_folders, shelves
from newsletter.rendering.strings import read_strings
from newsletter.rendering.templates import environment_of
from newsletter.rendering.theme import Theme, read_theme
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, ready to be poured into: its theme, its strings, and how to render its templates."""

    name: str
    theme: Theme
    strings: dict[str, str]
    strings_language: str
    folders: tuple[Path, ...]
    environment: Environment

    def render(self, template: str, values: dict[str, Any]) -> str:
        """Render one of the layout's files. Raises LayoutError with the template's file and line."""
        try:
            return self.environment.get_template(template).render(values)
        except MISTAKES as error:
            fault = explain(error, self.environment, values)
            if fault is None:
                raise
            raise fault from error

    def files_of(self, template: str) -> list[Path]:
        """Name the files that a template's words may come from, the one that is used first."""
        return [file for folder in self.folders if (file := folder / template).is_file()]


def load_layout(root: Path, name: str, language: str) -> Layout:
    """Load the layout `name` for an issue in `language`.

    Where the layouts have no words in that language, the words around the letter are English, and say so in their lang.
    Raises LayoutError where there is no such layout or its theme cannot be used.
    """
    # A name is that of a folder, and leads nowhere else.
    if Path(name).name != name or not any((shelf / name / "layout.mjml").is_file() for shelf in shelves(root)):
        if Path(name).name == name and (folder := shelves(root)[0] / name).is_dir():
            hint = "Copy that of another layout into it."
            raise LayoutError(f"The layout “{name}” has no layout.mjml.", hint=hint, file=folder)
        known = sorted({file.parent.name for shelf in shelves(root) for file in shelf.glob("*/layout.mjml")})
        raise LayoutError(f"There is no layout “{name}”.", hint=suggest(name, known), file=shelves(root)[0])
    folders = layout_folders(root, name)
    theme = read_theme([folder / "theme.toml" for folder in reversed(folders)])
    strings, strings_language = read_strings(folders, language)
    return Layout(name, theme, strings, strings_language, folders, environment_of(folders))
