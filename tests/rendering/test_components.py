"""The table of MJML's components is what the script makes of the packages that MJML publishes."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.shared import PROJECT


def test_the_table_is_as_the_script_writes_it() -> None:
    if not shutil.which("node") or not (PROJECT / "benchmarks" / "node_modules" / "mjml").is_dir():
        pytest.skip("needs node, and npm ci in benchmarks/")
    command = [sys.executable, "docs/renew_mjml.py", "--check"]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
