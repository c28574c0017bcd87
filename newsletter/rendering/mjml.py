"""MJML → HTML, by mrml."""

from __future__ import annotations

import re

import mjml

from newsletter.errors import LayoutError


def convert_mjml(source: str, name: str) -> str:
    """Turn MJML into HTML; `name` is the layout's, for errors.

    No font is ever linked: each reader's mail program would contact a third party.
    Raises LayoutError where the MJML is not well formed.
    """
    try:
        return str(mjml.mjml2html(source, disable_comments=True, fonts={}))
    except ValueError as error:
        raise _layout_error(error, source, name) from error
    except BaseException as error:
        # mrml's panics are BaseExceptions of a class that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _layout_error(error, source, name) from error


def _layout_error(error: BaseException, source: str, name: str) -> LayoutError:
    """Say where in the layout's output the MJML is wrong; mrml counts bytes."""
    offset = re.search(r"\b(\d+)\.\.\d+", str(error)) or re.search(r"position (\d+)", str(error))
    line = source.encode()[: int(offset[1])].count(b"\n") + 1 if offset else None
    near = f" near “{source.splitlines()[line - 1].strip()[:60]}”" if line else ""
    hint = "Close every tag, put attribute values in double quotes, and write &gt; for >."
    return LayoutError(f"The layout “{name}” is not valid MJML{near}: {error}.", hint=hint)
