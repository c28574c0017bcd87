"""What holds addresses, and what Git would do with it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from newsletter.errors import DatabaseError
from newsletter.privacy import is_in_reach_of_git, refuse_inside_git

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path / "repository"], check=True)
    (tmp_path / "repository" / ".gitignore").write_text("/newsletter.db\n/ignored/\n")
    return tmp_path / "repository"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("people.csv", True),
        ("newsletter.db", False),
        ("newsletter.db-wal", True),
        ("ignored/email.eml", False),
        ("folder/newsletter.db", True),
        ("../outside.db", False),
        ("ignored/../people.csv", True),
    ],
)
def test_what_is_in_reach(repository: Path, path: str, *, expected: bool) -> None:
    assert is_in_reach_of_git(repository / path) is expected


def test_a_link_is_judged_by_where_it_leads(repository: Path) -> None:
    link = repository.parent / "link"
    link.symlink_to(repository)
    assert is_in_reach_of_git(link / "people.csv")
    assert not is_in_reach_of_git(link / "newsletter.db")


def test_a_file_that_is_tracked_already_is_in_reach(repository: Path) -> None:
    (repository / "newsletter.db").touch()
    subprocess.run(["git", "-C", repository, "add", "--force", "newsletter.db"], check=True)
    assert is_in_reach_of_git(repository / "newsletter.db")


def test_without_git_nobody_can_tell(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert is_in_reach_of_git(repository / "newsletter.db")
    assert not is_in_reach_of_git(repository.parent / "newsletter.db")


def test_the_hint_is_the_line_to_add(repository: Path) -> None:
    file = repository / "mail" / "newsletter.db"
    file.parent.mkdir()
    pattern = file.with_name("newsletter.db*")
    with pytest.raises(DatabaseError) as caught:
        refuse_inside_git([file], pattern, "database in [storage]")
    assert "“/mail/newsletter.db*”" in caught.value.hint
    with (repository / ".gitignore").open("a") as stream:
        stream.write("/mail/newsletter.db*\n")
    refuse_inside_git([file, file.with_name("newsletter.db-wal")], pattern, "database in [storage]")
