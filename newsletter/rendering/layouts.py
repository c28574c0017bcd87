"""A layout's folder: templates, theme, and the words around the content.

A layout has what makes it different; the rest comes from `base`. A newsletter's own `layouts/` is looked into before
the layouts that come with the program, so that one file can be replaced alone.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from newsletter.errors import LayoutError
from newsletter.languages import primary_language
from newsletter.rendering.markers import TagMarkers
from newsletter.rendering.shelves import layout_folders, shelves
from newsletter.rendering.theme import Theme, read_theme, read_toml
from newsletter.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, ready to be poured into: its theme, its strings, and how to render its templates."""

    name: str
    theme: Theme
    strings: dict[str, str]
    strings_language: str
    environment: Environment

    def render(self, template: str, values: dict[str, Any]) -> str:
        """Render one of the layout's files. Raises LayoutError with the template's file and line."""
        try:
            return self.environment.get_template(template).render(values)
        except TemplateSyntaxError as error:
            raise LayoutError(f"{error.message}.", hint=_JINJA_HINT, file=error.filename, line=error.lineno) from error
        except TemplateNotFound as error:
            raise LayoutError(f"The layout “{self.name}” has no file {error.name}.", hint=_JINJA_HINT) from error
        except RecursionError as error:
            message = f"{template} of the layout “{self.name}” includes itself."
            raise LayoutError(message, hint=_JINJA_HINT, file=self.file_of(template)) from error
        except TemplateError as error:
            file, line = _place_of(error)
            raise LayoutError(f"{error.message}.", hint=_JINJA_HINT, file=file, line=line) from error

    def file_of(self, template: str) -> str:
        """Name the file that one of the layout's templates comes from."""
        return str(self.environment.get_template(template).filename)


_JINJA_HINT = "See docs/how-to/change-a-layout.md for what a layout can use."


def load_layout(root: Path, name: str, language: str) -> Layout:
    """Load the layout `name` for an issue in `language`.

    Where the layouts have no words in that language, the words around the letter are English, and say so in their lang.
    Raises LayoutError where there is no such layout or its theme cannot be used.
    """
    # A name is that of a folder, and leads nowhere else.
    if Path(name).name != name or not any((shelf / name / "layout.mjml").is_file() for shelf in shelves(root)):
        known = sorted({file.parent.name for shelf in shelves(root) for file in shelf.glob("*/layout.mjml")})
        raise LayoutError(f"There is no layout “{name}”.", hint=suggest(name, known), file=shelves(root)[0])
    folders = layout_folders(root, name)
    theme = read_theme([folder / "theme.toml" for folder in reversed(folders)])
    strings, strings_language = _strings(folders, language)
    return Layout(name, theme, strings, strings_language, _environment(folders))


@functools.cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    """Keep compiled templates, half of the time of a rendering; Jinja looks for changed files itself.

    A template can include that of another layout by its folder, as in `base/inline.css`.
    """
    whole = dict.fromkeys(folder.parent for folder in folders)
    return Environment(
        loader=FileSystemLoader([*folders, *whole]), undefined=StrictUndefined, autoescape=True, extensions=[TagMarkers]
    )


def _strings(folders: Sequence[Path], language: str) -> tuple[dict[str, str], str]:
    for tag in (primary_language(language), FALLBACK_LANGUAGE):
        files = [folder / "strings" / f"{tag}.toml" for folder in reversed(folders)]
        if strings := {name: str(value) for file in files for name, value in read_toml(file).items()}:
            return strings, language if tag == primary_language(language) else tag
    raise LayoutError("The layouts have no words around the letter.", hint="Add layouts/base/strings/en.toml.")


def _place_of(error: TemplateError) -> tuple[str | None, int | None]:
    """Find the template line that an error came from: Jinja puts it into the traceback."""
    traceback = error.__traceback__
    place: tuple[str | None, int | None] = (None, None)
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if Path(file).suffix in {".mjml", ".html", ".css"}:
            place = (file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place
