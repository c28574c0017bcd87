"""`make bench`: start-up, builds beside the npm tools, reading, checks beside axe-core, and links."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks import checking, linking
from benchmarks.building import measure_builds
from benchmarks.reading import measure_reading
from newsletter.settings import read_settings
from newsletter.workflows.render import render_issue

PROJECT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure on a copy of the project's newest issue, and print."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(PROJECT / "newsletter.toml", folder)
        shutil.copytree(PROJECT / "issues", folder / "issues")
        measure_builds(folder)
        measure_reading(render_issue(read_settings(folder / "newsletter.toml"), None)[0])
    checking.main()
    linking.main()


if __name__ == "__main__":
    main()
