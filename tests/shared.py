"""What stands beside the project: real data that tests read where it is present."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


def interruptible(*arguments: str) -> list[str]:
    """A command line of the program that Ctrl-C ends, also where the tests run in the background of a shell.

    What runs there ignores the signal, and so would what it starts.
    """
    listen = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    start = f"{listen}; runpy.run_module('newsletter', run_name='__main__', alter_sys=True)"
    return [sys.executable, "-c", start, *arguments]


def shared_file(name: str) -> Path:
    """Name a file of the shared data, or skip the test that asks for it."""
    file = SHARED / name
    if not file.exists():
        pytest.skip(f"needs {name} of the data shared beside the project")
    return file
