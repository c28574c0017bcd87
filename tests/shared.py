"""What stands beside the project: real data that tests read where it is present."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


def shared_file(name: str) -> Path:
    """Name a file of the shared data, or skip the test that asks for it."""
    file = SHARED / name
    if not file.exists():
        pytest.skip(f"needs {name} of the data shared beside the project")
    return file
