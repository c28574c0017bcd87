"""Where Jinja finds a layout's templates, and what it does with a name that does not exist."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, cast

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, UndefinedError
from jinja2.loaders import split_template_path
from jinja2.utils import missing

from newsletter.errors import LayoutError
from newsletter.rendering.markers import TagMarkers
from newsletter.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class MissingNameError(UndefinedError):
    """A template asks for a name that does not exist; `owner` is what was asked, None for the template itself."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        """Keep both, for who suggests other names."""
        super().__init__(message)
        self.owner = owner
        self.name = name


class Missing(StrictUndefined):
    """What stands for a name that does not exist: an error as soon as it is used."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, exc: Any = None) -> None:  # noqa: ANN401 - Jinja's signature
        """Jinja makes one for each name; where it has its own sentence (`hint`), that stays."""
        if hint is None:
            exc = functools.partial(MissingNameError, None if obj is missing else obj, name)
        super().__init__(hint, obj, name, cast("Any", exc or UndefinedError))


class TemplateLoader(BaseLoader):
    """Finds templates in a layout's folders, the first that has one; and those of other layouts by their folder."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look into `folders` in their order."""
        self.folders = tuple(folders)
        self.whole = tuple(dict.fromkeys(folder.parent for folder in folders))

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - Jinja's signature
        """Read a template. Raises LayoutError where it is no text."""
        parts = split_template_path(template)
        places = [folder.joinpath(*parts) for folder in (*self.folders, *self.whole)]
        file = _first(places)
        if file is None:
            raise TemplateNotFound(template)
        text, changed = read_text(file, LayoutError), file.stat().st_mtime_ns

        def is_current() -> bool:
            return _first(places) == file and file.stat().st_mtime_ns == changed

        return text, str(file), is_current

    def list_templates(self) -> list[str]:
        """Name the templates in the layout's own folders."""
        files = ((folder, file) for folder in self.folders for file in folder.rglob("*.*") if file.is_file())
        return sorted({file.relative_to(folder).as_posix() for folder, file in files})


def _first(files: Sequence[Path]) -> Path | None:
    return next((file for file in files if file.exists()), None)


@functools.cache
def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Keep compiled templates, half of the time of a rendering; Jinja asks the loader for changed files itself."""
    return Environment(loader=TemplateLoader(folders), undefined=Missing, autoescape=True, extensions=[TagMarkers])
