"""`newsletter check --fix`: nothing is written without a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsletter

BEFORE = b"<html lang=en>\r\n<table><tr><td lang=en>A</td></tr></table>\r\n</html>"


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("n\n", False), ("", False)])
def test_the_diff_is_shown_and_the_answer_counts(newsletter: Newsletter, answer: str, *, is_written: bool) -> None:
    file = newsletter.root / "letter.html"
    file.write_bytes(BEFORE)
    file.chmod(0o640)
    result = newsletter.run("check", "--fix", "letter.html", stdin=answer)
    assert "+<table" in result.stderr
    assert (b'role="presentation"' in file.read_bytes()) is is_written
    assert file.read_bytes().count(b"\r\n") == BEFORE.count(b"\r\n")
    assert file.stat().st_mode & 0o777 == 0o640


def test_yes_asks_nothing_and_a_second_run_has_nothing_to_do(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_bytes(BEFORE)
    newsletter.run("check", "--fix", "--yes", "letter.html")
    once = (newsletter.root / "letter.html").read_bytes()
    assert "Nothing can be put right" in newsletter.run("check", "--fix", "--yes", "letter.html").stderr
    assert (newsletter.root / "letter.html").read_bytes() == once


def test_without_a_terminal_it_is_said_how_to_agree(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_bytes(BEFORE)
    assert "add --yes" in newsletter.run("check", "--fix", "letter.html", stdin="").stderr


@pytest.mark.parametrize("arguments", [["--yes"], ["--language", "de"]])
def test_what_only_a_repair_heeds_is_refused_without_one(newsletter: Newsletter, arguments: list[str]) -> None:
    (newsletter.root / "letter.html").write_bytes(BEFORE)
    result = newsletter.run("check", "letter.html", *arguments)
    assert result.exit_code == 2
    assert "--fix" in result.stderr


def test_what_looks_like_data_is_left_to_a_person(newsletter: Newsletter) -> None:
    hours = "".join(f"<tr><td>{day}</td><td>8 to 17</td></tr>" for day in ("Monday", "Tuesday", "Friday"))
    file = newsletter.root / "hours.html"
    file.write_text(f"<html lang='en' dir='ltr'><body><table>{hours}</table></body></html>", encoding="utf-8")
    newsletter.run("check", "--no-links", "--fix", "--yes", str(file))
    assert "presentation" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "settings", "mended"),
    [
        ([], "", {'dir="ltr"', 'role="presentation"', 'alt=""'}),
        (["--select", "layout-table-role-missing"], "", {'role="presentation"'}),
        (["--select", "images"], "", {'alt=""'}),
        (["--ignore", "structure,html-dir-missing"], "", {'alt=""'}),
        ([], 'ignore = ["pixel-alt-missing"]', {'dir="ltr"', 'role="presentation"'}),
        ([], 'select = ["images"]', {'alt=""'}),
    ],
)
def test_only_what_the_chosen_rules_find_is_mended(
    newsletter: Newsletter, arguments: list[str], settings: str, mended: set[str]
) -> None:
    with (newsletter.root / "newsletter.toml").open("a") as file:
        file.write(f"\n[check]\n{settings}\n")
    page = newsletter.root / "letter.html"
    page.write_text("<html lang=en>\n<table lang=en dir=ltr><tr><td>A<img src=a width=1 height=1></table>\n</html>")
    assert newsletter.run("check", "--fix", "--yes", "letter.html", *arguments).exit_code != 2
    after = page.read_text()
    assert {it for it in ('dir="ltr"', 'role="presentation"', 'alt=""') if it in after} == mended


def test_rules_that_no_program_can_mend_are_answered_with_those_it_can(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_bytes(BEFORE)
    result = newsletter.run("check", "--fix", "--yes", "--select", "text", "letter.html")
    assert "none can be mended by a program; these can: content-dir-missing, content-lang-missing" in result.stderr
    assert (newsletter.root / "letter.html").read_bytes() == BEFORE


def test_what_a_comment_lets_stay_is_not_mended(newsletter: Newsletter) -> None:
    page = newsletter.root / "letter.html"
    page.write_text("<!-- newsletter-ignore layout-table-role-missing: they are data -->\n<table><tr><td>A</table>")
    newsletter.run("check", "--fix", "--yes", "letter.html")
    assert "presentation" not in page.read_text()


def test_an_issue_is_not_repaired(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    assert newsletter.run("check", "--fix", "--yes").exit_code == 2


def test_of_a_folder_emails_and_pages_are_mended_and_texts_left_alone(newsletter: Newsletter) -> None:
    issue = newsletter.write_issue()
    text = "# A\n\n<table><tr><td>B</td></tr></table>\n"
    (newsletter.root / "notes.md").write_text(text)
    assert newsletter.run("check", "--fix", "--yes", "notes.md").exit_code == 2
    (newsletter.root / "letter.html").write_bytes(BEFORE)
    before = issue.read_text()
    result = newsletter.run("check", "--fix", "--yes", ".")
    assert "Put right 1 file." in result.stderr
    assert 'role="presentation"' in (newsletter.root / "letter.html").read_text()
    assert (newsletter.root / "notes.md").read_text() == text
    assert issue.read_text() == before
