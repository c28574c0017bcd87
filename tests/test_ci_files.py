"""The GitHub Action and the pre-commit hooks: they parse, and the commands in them are commands of ours."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.shared import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

ACTION: dict[str, Any] = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
HOW_TO = (PROJECT / "docs/how-to/check-in-ci.md").read_text(encoding="utf-8")


def examples() -> list[dict[Any, Any]]:
    return [yaml.safe_load(example) for example in re.findall(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)]


@pytest.mark.parametrize(
    ("html", "given", "code"),
    [
        ("<img src=a.png>", {"select": "links images"}, 1),
        ("<img src=a.png>", {"select": "images", "ignore": "image-alt-missing links"}, 0),
        ("<a href='https://example.org/'>here</a>", {"select": "link-text-vague"}, 0),
        ("<a href='https://example.org/'>here</a>", {"select": "link-text-vague", "fail-on": "moderate"}, 1),
        ("<p lang=en dir=ltr>Good morning</p>", {}, 0),
    ],
)
def test_the_script_of_the_action_runs_and_writes_sarif(
    tmp_path: Path, html: str, given: dict[str, str], code: int
) -> None:
    (tmp_path / "letter.html").write_text(html, encoding="utf-8")
    (tmp_path / "newsletter.toml").write_text("[links]\nask = false\n", encoding="utf-8")
    (step,) = [it for it in ACTION["runs"]["steps"] if "newsletter check" in it.get("run", "")]
    defaults = {name: it["default"] for name, it in ACTION["inputs"].items()}
    values = {**defaults, "targets": "letter.html", **given}
    variables = {name: values[re.sub(r".*inputs\.([\w-]+).*", r"\1", word)] for name, word in step["env"].items()}
    path = f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"  # noqa: PTH120 - a part of PATH is text
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stderr
    assert ("::error file=letter.html,line=1" in ran.stdout) is (code == 1 and "img" in html)
    assert (tmp_path / "check.sarif").is_file()


def test_the_action_puts_no_input_into_a_script() -> None:
    assert not [it for it in ACTION["runs"]["steps"] if "${{" in it.get("run", "")]


def test_hooks_name_our_command_and_match_emails() -> None:
    for hook in HOOKS:
        words = [sys.executable, "-m", *shlex.split(hook["entry"]), "--help"]
        subprocess.run(words, check=True, capture_output=True, cwd=PROJECT)
    assert re.search(HOOKS[0]["files"], "old/letter.html")
    assert re.search(HOOKS[1]["files"], "issues/2026-11-24-a/issue.md")


def test_the_examples_use_inputs_and_hooks_that_exist() -> None:
    workflow, hooks = examples()
    given = [it["with"] for it in workflow["jobs"]["check"]["steps"] if "newsletter" in it["uses"]]
    assert given
    assert given[0].keys() <= ACTION["inputs"].keys()
    used = {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]}
    assert used == {hook["id"] for hook in HOOKS}
