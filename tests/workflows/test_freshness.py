"""What makes an issue be rendered again, and what does not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ISSUE, SETTINGS
from tests.shared import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Newsletter

SLUG = "2026-11-24-a-slow-morning"


def is_rendered(newsletter: Newsletter) -> bool:
    result = newsletter.run("build", "--json")
    assert result.exit_code == 0, result.stderr
    (issue,) = json.loads(result.stdout)["issues"]
    return bool(issue["is_new"])


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}


def write(newsletter: Newsletter, name: str, text: str) -> None:
    file = newsletter.root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def change_settings(words: str) -> Callable[[Newsletter], None]:
    return lambda newsletter: write(newsletter, "newsletter.toml", SETTINGS + words)


def change(name: str, text: str) -> Callable[[Newsletter], None]:
    return lambda newsletter: write(newsletter, name, text)


def change_output(name: str, size: int) -> Callable[[Newsletter], None]:
    return lambda newsletter: os.truncate(newsletter.root / "build" / SLUG / name, size)


CHANGES: dict[str, Callable[[Newsletter], None]] = {
    "words": lambda newsletter: write(newsletter, f"issues/{SLUG}/issue.md", ISSUE + "\nMore.\n"),
    "picture": lambda newsletter: newsletter.write_picture(newsletter.root / "issues" / SLUG / "boat.png", (60, 41)),
    "new picture": lambda newsletter: newsletter.write_picture(newsletter.root / "issues" / SLUG / "quay.png"),
    "theme": change("layouts/letter/theme.toml", '[light]\nlink = "#003344"\n'),
    "string": change("layouts/base/strings/en.toml", 'unsubscribe = "Leave the list"\n'),
    "name of the newsletter": lambda newsletter: write(
        newsletter, "newsletter.toml", SETTINGS.replace("Letters from the Quay", "Letters")
    ),
    "chosen rules": change_settings('\n[check]\nselect = ["strict"]\n'),
    "impact of a rule": change_settings('\n[check.impact]\nimage-alt-missing = "minor"\n'),
    "grade": change_settings("\n[reading]\ngrade = 6\n"),
    "own words": change("words.toml", '[morning]\nwords = ["morning"]\nhint = "Say which."\n'),
    "build that was edited": change("build/" + SLUG + "/email.html", "<p>Hello"),
    "build cut off": change_output("email.eml", 100),
    "page cut off": change_output("index.html", 0),
    "record cut off": change_output("rendition.json", 100),
    "record gone": lambda newsletter: (newsletter.root / "build" / SLUG / "rendition.json").unlink(),
    "text gone": lambda newsletter: (newsletter.root / "build" / SLUG / "email.txt").unlink(),
}
OTHERS: dict[str, Callable[[Newsletter], None]] = {
    "nothing": lambda _: None,
    "time of a file": lambda newsletter: os.utime(newsletter.root / "issues" / SLUG / "issue.md"),
    "other layout": change("layouts/digest/theme.toml", '[light]\nlink = "#003344"\n'),
    "region of SES": change_settings('\n[ses]\nregion = "eu-west-1"\n'),
    "comment in the settings": change_settings("\n# To do: a better name\n"),
}


@pytest.fixture
def built(newsletter: Newsletter) -> Newsletter:
    """A newsletter whose only issue is built."""
    write(newsletter, "newsletter.toml", SETTINGS)
    write(newsletter, "words.toml", "")
    file = newsletter.write_issue(ISSUE + "\n![A boat](boat.png)\n")
    newsletter.write_picture(file.parent / "boat.png", (60, 40))
    assert is_rendered(newsletter)
    return newsletter


@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_is_rendered_again(built: Newsletter, name: str) -> None:
    if name == "own words":
        write(built, "newsletter.toml", SETTINGS + '\n[wording]\nwords = "words.toml"\n')
        is_rendered(built)
    CHANGES[name](built)
    assert is_rendered(built)
    assert not is_rendered(built)


@pytest.mark.parametrize("name", OTHERS)
def test_what_has_not_changed_is_left_alone(built: Newsletter, name: str) -> None:
    folder = built.root / "build" / SLUG
    before = state(folder)
    OTHERS[name](built)
    assert not is_rendered(built)
    assert state(folder) == before


def test_force_renders_all_the_same(built: Newsletter) -> None:
    folder = built.root / "build" / SLUG
    before = state(folder)
    assert built.run("build", "--force").exit_code == 0
    after = state(folder)
    assert {name: data for name, (data, _) in after.items()} == {name: data for name, (data, _) in before.items()}
    assert all(after[name][1] > before[name][1] for name in before)


def test_findings_name_the_file_from_the_folder_where_the_command_runs(
    built: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.root / "issues")
    assert is_rendered(built)


def test_what_a_killed_build_leaves_is_not_taken_for_a_build(built: Newsletter) -> None:
    folder = built.root / "build" / SLUG
    whole = {name: data for name, (data, _) in state(folder).items()}
    # Killed after the old build was moved away, before the new one stood.
    half = folder.parent / f".{SLUG}-k1ll3d"
    (half / "new").mkdir(parents=True)
    shutil.move(folder, half / "old")
    (half / "new" / "email.html").write_bytes(whole["email.html"][:100])
    assert is_rendered(built)
    assert {name: data for name, (data, _) in state(folder).items()} == whole


def test_a_changed_rule_is_asked_again(built: Newsletter, tmp_path_factory: pytest.TempPathFactory) -> None:
    program = tmp_path_factory.mktemp("program")
    for part in ("newsletter", "layouts"):
        shutil.copytree(PROJECT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "newsletter", "build", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(program)}

    def is_new() -> bool:
        ran = subprocess.run(command, cwd=built.root, env=environment, capture_output=True, text=True, check=True)
        return bool(json.loads(ran.stdout)["issues"][0]["is_new"])

    # The same program in another place is the same program.
    assert not is_new()
    rule = program / "newsletter" / "checks" / "rules" / "images" / "image_alt_missing.py"
    rule.write_text(rule.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert is_new()
    assert not is_new()


def test_a_link_that_leads_nowhere_stops_no_build(newsletter: Newsletter) -> None:
    newsletter.write_issue(ISSUE)
    folder = newsletter.root / "layouts" / "letter"
    folder.mkdir(parents=True)
    (folder / "loop").symlink_to("loop")
    assert is_rendered(newsletter)
    assert not is_rendered(newsletter)
