"""`newsletter subscribers`, as somebody with a spreadsheet uses it."""

from __future__ import annotations

import csv
import datetime
import io
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CONSENT

if TYPE_CHECKING:
    from tests.conftest import Newsletter


def rows(newsletter: Newsletter) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(newsletter.run("subscribers", "export").stdout)))


def test_good_rows_come_in_and_the_others_are_named_by_line(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text(
        "email,name,tags\n"
        "ana@example.org,Ana,clients;evening\n"
        "not an address,Ben,\n"
        "\n"
        "ANA@example.org,Ana again,\n"
        "chö@bücher.example,Chö,\n"
        "dora@example.org,Dora\n"
    )
    result = newsletter.run("subscribers", "import", "people.csv", "--consent-source", "website form")
    assert result.exit_code == 1
    assert "people.csv:3: not added: not an email address" in result.stderr
    assert "people.csv:5: not added: stands in the file twice" in result.stderr
    assert "people.csv:6: not added" in result.stderr
    assert "Added 2 people" in result.stderr
    assert "@" not in result.stderr
    exported = rows(newsletter)
    assert [(row["email"], row["tags"]) for row in exported] == [
        ("ana@example.org", "clients;evening"),
        ("dora@example.org", ""),
    ]
    assert {row["consent_source"] for row in exported} == {"website form"}
    assert all(row["consent_date"] for row in exported)


def test_people_on_the_list_are_not_added_again(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    assert newsletter.run("subscribers", "import", "people.csv", *CONSENT).exit_code == 0
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert result.exit_code == 0
    assert result.stderr == "Added 0 people; 1 is on the list already.\n"
    (newsletter.root / "people.csv").write_text("email\nana@example.org\nben@example.org\nnobody\n")
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert result.exit_code == 1
    assert "people.csv:4: not added: not an email address" in result.stderr
    assert result.stderr.endswith("Added 1 person; 1 is on the list already; 1 row was not added.\n")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("\ufeffEmail;Name\nana@example.org;Ána\n".encode(), "Ána"),
        ("email\tname\nana@example.org\tÁna\n".encode(), "Ána"),
        ("email,name\r\nana@example.org,Müller – Söhne\r\n".encode("windows-1252"), "Müller – Söhne"),
        (b'email,name\nana@example.org,"Two\nlines"\n', "Two lines"),
        ("E-mail\tName\r\nana@example.org\tÁna\r\n".encode("utf-16"), "Ána"),
        ('\ufeff"E-Mail-Adresse";"Vorname";"Nachname"\nana@example.org;Ána;Lima\n'.encode(), "Ána Lima"),
        ("Adresse e-mail;Nom;Prénom\nana@example.org;Lima;Ána\n".encode("windows-1252"), "Ána Lima"),
        (b"Email Address,First Name,Last Name,MEMBER_RATING\nana@example.org,Ana,,2\n", "Ana"),
        (b"EMAIL,Name,First name\nana@example.org,Ana Lima,Ana\n", "Ana Lima"),
        (b"Mail,e-mail address,email\nx,y,ana@example.org\n", ""),
    ],
)
def test_what_spreadsheets_write_is_read(newsletter: Newsletter, data: bytes, name: str) -> None:
    (newsletter.root / "people.csv").write_bytes(data)
    assert newsletter.run("subscribers", "import", "people.csv", *CONSENT).exit_code == 0
    assert [row["name"] for row in rows(newsletter)] == [name]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Name,Address\nAna,x\n", "No column is called “email” (found: Name, Address)"),
        (b"E-Mail;Mail\nana@example.org;b\n", "“E-Mail” and “Mail” may both hold the addresses"),
        (b"", "No column is called “email” (found: none)"),
        (b"email\n\0\0", "not text"),
        (None, "no such file"),
    ],
)
def test_a_file_that_is_no_list_is_named(newsletter: Newsletter, data: bytes | None, words: str) -> None:
    if data is not None:
        (newsletter.root / "people.csv").write_bytes(data)
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "people.csv" in result.stderr


def test_an_export_is_private_safe_in_a_spreadsheet_and_reads_back(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text('email,name,tags\nana@example.org,"=HYPERLINK(""x"")",@a\n')
    assert newsletter.run("subscribers", "import", "people.csv", *CONSENT).exit_code == 0
    out = newsletter.root / "out.csv"
    assert newsletter.run("subscribers", "export", str(out)).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert "'=HYPERLINK" in out.read_text()
    assert newsletter.run("subscribers", "export", str(out)).exit_code == 2
    (newsletter.root / "newsletter.db").unlink()
    assert newsletter.run("subscribers", "import", str(out), *CONSENT).exit_code == 0
    assert [(row["name"], row["tags"]) for row in rows(newsletter)] == [('\'=HYPERLINK("x")', "'@a")]


@pytest.mark.parametrize(
    "header", ["E-mail", "e-mail address", "EMAIL", "Mail", "Email_Address", " E-Mail-Adresse ", "Adresse électronique"]
)
def test_the_column_of_addresses_has_many_names(newsletter: Newsletter, header: str) -> None:
    (newsletter.root / "people.csv").write_text(f"{header},phone\nana@example.org,123\n")
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert result.exit_code == 0
    assert "Not read: phone.\n" in result.stderr
    assert [row["email"] for row in rows(newsletter)] == ["ana@example.org"]


def test_nobody_comes_in_without_a_source_of_consent(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    result = newsletter.run("subscribers", "import", "people.csv")
    assert result.exit_code == 2
    assert "people.csv: Nobody has said where the consent of these people comes from." in result.stderr
    assert "Hint: Say it with --consent-source" in result.stderr
    result = newsletter.run("subscribers", "import", "people.csv", "--consent-source", " ")
    assert result.exit_code == 2
    assert not (newsletter.root / "newsletter.db").exists()


def test_what_is_recorded_of_consent_is_said(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    today = datetime.datetime.now().astimezone().date()
    result = newsletter.run("subscribers", "import", "people.csv", "--consent-source", "form")
    said = "from “form”, of {} (today; --consent-date says another day)."
    assert f"Recorded as their consent: {said.format(today)}\n" in result.stderr
    (newsletter.root / "people.csv").write_text("email\nben@example.org\n")
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT, "--consent-date", "2024-05-01")
    assert "Recorded as their consent: from “sign-up form”, of 2024-05-01.\n" in result.stderr
    assert [row["consent_date"] for row in rows(newsletter)] == [str(today), "2024-05-01"]


def test_what_the_file_says_of_consent_counts(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text(
        "email,Consent Source,Consent date,state\nana@example.org,first visit,2024-05-01,\nben@example.org,,,\n"
        "chi@example.org,,,unsubscribed\ndora@example.org,letter,,\n"
    )
    result = newsletter.run("subscribers", "import", "people.csv")
    assert "people.csv:3: not added: it does not say where the consent comes from" in result.stderr
    assert "Recorded" not in result.stderr
    found = [(row["email"], row["consent_source"], row["consent_date"]) for row in rows(newsletter)]
    assert found == [
        ("ana@example.org", "first visit", "2024-05-01"),
        ("chi@example.org", "", ""),
        ("dora@example.org", "letter", ""),
    ]
    result = newsletter.run("subscribers", "import", "people.csv", "--consent-source", "form")
    assert "Recorded as their consent, where the file says nothing else: from “form”.\n" in result.stderr


def test_who_left_stays_away_when_a_list_moves(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text(
        "email,state\nana@example.org,unsubscribed\nben@example.org,\nchi@example.org,unconfirmed\nd@example.org,gone\n"
    )
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert "people.csv:5: not added: its state is “gone”" in result.stderr
    expected = [
        ("ana@example.org", "unsubscribed"),
        ("ben@example.org", "confirmed"),
        ("chi@example.org", "unconfirmed"),
    ]
    assert [(row["email"], row["state"]) for row in rows(newsletter)] == expected
    newsletter.run("subscribers", "export", "moved.csv")
    (newsletter.root / "newsletter.db").unlink()
    assert newsletter.run("subscribers", "import", "moved.csv", *CONSENT).exit_code == 0
    assert [(row["email"], row["state"]) for row in rows(newsletter)] == expected
    (newsletter.root / "old.csv").write_text("email\nana@example.org\n")
    result = newsletter.run("subscribers", "import", "old.csv", *CONSENT)
    assert "old.csv:2: not added: left the list" in result.stderr


def test_a_long_list_comes_in_by_batches(newsletter: Newsletter) -> None:
    lines = [f"reader{number}@example.org" for number in range(1100)]
    (newsletter.root / "people.csv").write_text("\n".join(["email", *lines, lines[0]]) + "\n")
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert "Added 1,100 people; 1 row was" in result.stderr
    assert "people.csv:1102: not added: stands in the file twice" in result.stderr
    assert [row["email"] for row in rows(newsletter)] == lines


def test_where_there_is_no_list_none_is_exported(newsletter: Newsletter) -> None:
    for arguments in ([], ["people.csv"]):
        result = newsletter.run("subscribers", "export", *arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "newsletter.db: There is no list here.\nHint: Go to your newsletter's folder" in result.stderr
    assert [file.name for file in newsletter.root.iterdir()] == ["newsletter.toml"]


def test_a_list_without_settings_says_where_it_is(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    assert "There is no newsletter.toml" not in newsletter.run("subscribers", "import", "people.csv", *CONSENT).stderr
    (newsletter.root / "newsletter.toml").unlink()
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert f"There is no newsletter.toml here; the list is in {newsletter.root}/newsletter.db." in result.stderr


def test_an_export_that_cannot_be_written_is_a_sentence(newsletter: Newsletter) -> None:
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    result = newsletter.run("subscribers", "export", "none/people.csv")
    assert result.exit_code == 2
    assert "none/people.csv: Cannot write it" in result.stderr


def test_an_export_into_a_repository_is_warned_of(newsletter: Newsletter) -> None:
    subprocess.run(["git", "init", "-q", newsletter.root], check=True)
    (newsletter.root / ".gitignore").write_text("*.db*\n/private/\n")
    (newsletter.root / "private").mkdir()
    (newsletter.root / "private" / "people.csv").write_text("email\nana@example.org\n")
    newsletter.run("subscribers", "import", "private/people.csv", *CONSENT)
    assert "Git would pick this file up" in newsletter.run("subscribers", "export", "people.csv").stderr
    assert "Git" not in newsletter.run("subscribers", "export", "private/all.csv").stderr
