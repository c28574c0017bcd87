"""Good answers are kept for a day, bad ones never."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.linking.answers import Answer, State
from newsletter.checks.linking.cache import MAX_AGE_SECONDS, Cache

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://example.org/a"
GOOD = Answer(status=200, media_type="text/html", size=900)


def test_a_good_answer_is_found_by_the_next_run_with_the_parts_that_were_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(URL, "", GOOD)
    cache.keep(URL, "hours", GOOD)
    cache.save()
    again = Cache(tmp_path)
    assert again.find(URL, "", is_image=False) == GOOD
    assert again.find(URL, "hours", is_image=False) == GOOD
    assert again.find(URL, "prices", is_image=False) is None
    assert again.find("https://example.org/b", "", is_image=False) is None


@pytest.mark.parametrize(
    "bad",
    [
        Answer(State.BROKEN, "The site answers 404"),
        Answer(State.UNCHECKED, "The site answers 403"),
        Answer(State.SKIPPED, "It may unsubscribe somebody"),
        Answer(moved_to="https://example.org/b"),
        Answer(secure="https://example.org/a"),
        Answer(error_page="Its title is “404”"),
        Answer(fragment="missing"),
    ],
)
def test_an_answer_with_something_to_say_is_forgotten(tmp_path: Path, bad: Answer) -> None:
    cache = Cache(tmp_path)
    cache.keep(URL, "", GOOD)
    cache.keep(URL, "", bad)
    cache.save()
    assert Cache(tmp_path).find(URL, "", is_image=False) is None


def test_an_answer_is_asked_again_after_a_day(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(URL, "", GOOD)
    cache.save()
    file = tmp_path / "links.json"
    document = json.loads(file.read_text())
    document["links"][URL]["at"] = time.time() - MAX_AGE_SECONDS - 1
    file.write_text(json.dumps(document))
    assert Cache(tmp_path).find(URL, "", is_image=False) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9, "links": {}}', '{"version": 1, "links": {"a": 1}}'])
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text)
    assert Cache(tmp_path).find("a", "", is_image=False) is None


def test_what_is_kept_stays_out_of_git(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep(URL, "", GOOD)
    cache.save()
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
