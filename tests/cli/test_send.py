"""`newsletter send` and `newsletter status`, as an operator uses them."""

from __future__ import annotations

import email
import email.policy
import json
import re
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CONSENT, ISSUE, SETTINGS
from tests.standins.ses import SesServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsletter

SLUG = "2026-11-24-a-slow-morning"


def add_people(newsletter: Newsletter, number: int, tags: str = "") -> None:
    lines = [f"reader{index}@example.org,,{tags}" for index in range(number)]
    (newsletter.root / "people.csv").write_text("\n".join(["email,name,tags", *lines]) + "\n")
    assert newsletter.run("subscribers", "import", "people.csv", *CONSENT).exit_code == 0


def states(newsletter: Newsletter) -> dict[str, int]:
    document = json.loads(newsletter.run("status", "--json").stdout)
    assert document["version"] == 1
    assert sum(document["states"].values()) == document["recipients"]
    return {state: count for state, count in document["states"].items() if count}


@pytest.fixture
def ses(newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch) -> Iterator[SesServer]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    with SesServer() as server:
        settings = f'{SETTINGS}transport = "ses"\n\n[ses]\nregion = "eu-west-1"\nendpoint_url = "{server.url}"\n'
        (newsletter.root / "newsletter.toml").write_text(settings)
        yield server


def test_programs_get_one_document_of_what_was_done(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)

    def send(*arguments: str) -> tuple[str, int, int]:
        document = json.loads(newsletter.run("send", "--json", *arguments).stdout)
        return document["action"], document["recipients"], document["states"]["sent"]

    assert send("--dry-run") == ("dry_run", 2, 0)
    assert send("--yes") == ("sent", 2, 2)
    assert send("--yes") == ("nothing", 0, 2)


def test_a_send_that_breaks_off_says_so_to_programs_too(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    result = newsletter.run("send", "--json")
    assert result.exit_code == 2
    assert "Add --yes" in result.stderr
    assert json.loads(result.stdout)["action"] == "stopped"


def test_the_outbox_gets_one_private_file_a_person(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 3)
    assert newsletter.run("send", "--yes").exit_code == 0
    files = list((newsletter.root / "outbox" / SLUG).iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert not any("reader" in file.name for file in files)
    messages = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
    assert {message["To"] for message in messages} == {f"reader{index}@example.org" for index in range(3)}
    links = {message["List-Unsubscribe"] for message in messages}
    assert len(links) == 3
    assert all(re.fullmatch(r"<https://news\.example\.org/unsubscribe/[\w.-]+>", link) for link in links)
    assert states(newsletter) == {"sent": 3}


def test_sending_again_sends_only_to_who_came_since(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    assert newsletter.run("send", "--yes").exit_code == 0
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 0
    assert "everybody on the list has a delivery of it already" in result.stderr
    assert "Deliveries: sent 2." in result.stderr
    (newsletter.root / "people.csv").write_text("email\nlate@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert newsletter.run("send", "--yes").exit_code == 0
    assert states(newsletter) == {"sent": 3}


def test_it_asks_and_a_dry_run_sends_nothing(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    result = newsletter.run("send", "--dry-run")
    assert result.exit_code == 0
    assert "2 people through Amazon SES" in result.stderr
    result = newsletter.run("send")
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert ses.messages == []
    assert states(newsletter) == {}


def test_ses_gets_each_person_once(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 120)
    assert newsletter.run("send", "--yes").exit_code == 0
    assert len({message.to for message in ses.messages}) == len(ses.messages) == 120
    assert states(newsletter) == {"sent": 120}


def test_a_segment_goes_out_alone(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2, tags="clients")
    (newsletter.root / "people.csv").write_text("email\nother@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert newsletter.run("send", "--yes", "--segment", "Clients").exit_code == 0
    assert {message.to for message in ses.messages} == {"reader0@example.org", "reader1@example.org"}


def test_what_breaks_off_is_uncertain_and_never_sent_again(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 120)
    ses.behaviour.faults = ["ok", "drop"]
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 1
    assert states(newsletter) == {"sent": 70, "uncertain": 50}
    assert newsletter.run("send", "--yes").exit_code == 1
    assert len(ses.messages) == len({message.to for message in ses.messages}) == 120
    assert states(newsletter) == {"sent": 70, "uncertain": 50}


def test_a_pause_stops_the_run_and_loses_nobody(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 120)
    ses.behaviour.faults = ["ok", "pause"]
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert "paused" in result.stderr
    assert "Hint:" in result.stderr
    assert states(newsletter) == {"queued": 70, "sent": 50}
    assert newsletter.run("send", "--yes").exit_code == 0
    assert states(newsletter) == {"sent": 120}


def test_a_test_goes_to_one_address_and_into_no_ledger(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    result = newsletter.run("send", "--test", "me@example.org")
    assert result.exit_code == 0
    assert result.stderr == "Sent the test through Amazon SES.\n"
    assert [message.to for message in ses.messages] == ["me@example.org"]
    assert states(newsletter) == {}


def test_a_test_in_the_outbox_says_where_it_lies_and_names_no_address(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    result = newsletter.run("send", "--test", "me@example.org")
    found = re.fullmatch(r"Wrote the test as (\S+\.eml); nothing left this machine.*\n", result.stderr)
    assert found is not None
    assert "me@example.org" in (newsletter.root / found[1]).read_text()
    assert "@" not in result.stderr


def test_a_send_into_the_outbox_says_that_nothing_left(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    assert f"2 people, as files in outbox/{SLUG}." in newsletter.run("send", "--dry-run").stderr
    result = newsletter.run("send", "--yes")
    assert f"The emails are in outbox/{SLUG}; nothing left this machine" in result.stderr


@pytest.mark.parametrize("arguments", [["--yes"], ["--dry-run"], ["--yes", "--segment", "clients"]])
def test_an_empty_list_is_no_success(newsletter: Newsletter, arguments: list[str]) -> None:
    newsletter.write_issue()
    result = newsletter.run("send", *arguments)
    assert result.exit_code == 2
    assert "newsletter.db: Nobody is on the list yet.\nHint: Read your list in" in result.stderr
    (newsletter.root / "people.csv").write_text("email,state\nana@example.org,unsubscribed\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    result = newsletter.run("send", *arguments)
    assert result.exit_code == 2
    assert "of 1 on the list none is confirmed" in result.stderr


@pytest.mark.parametrize("argument", ["--yes", "--dry-run"])
def test_a_segment_that_nobody_is_in_is_named_beside_those_there_are(newsletter: Newsletter, argument: str) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    assert "Nobody has a tag" in newsletter.run("send", argument, "--segment", "clients").stderr
    (newsletter.root / "more.csv").write_text("email,tags\na@example.org,Clients;evening\n")
    newsletter.run("subscribers", "import", "more.csv", *CONSENT)
    result = newsletter.run("send", argument, "--segment", "cleints")
    assert result.exit_code == 2
    assert "Nobody on the list has the tag “cleints”.\nHint: Did you mean “clients”?" in result.stderr
    assert "Hint: Tags are: clients, evening." in newsletter.run("send", argument, "--segment", "xyz").stderr
    assert states(newsletter) == {}


def test_a_segment_that_has_it_all_says_who_has_not(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2, tags="clients")
    (newsletter.root / "more.csv").write_text("email\na@example.org\n")
    newsletter.run("subscribers", "import", "more.csv", *CONSENT)
    assert newsletter.run("send", "--yes", "--segment", "clients").exit_code == 0
    for argument in ("--yes", "--dry-run"):
        result = newsletter.run("send", argument, "--segment", "clients")
        assert result.exit_code == 0
        assert "everybody with the tag “clients” has a delivery of it already" in result.stderr
        assert "1 more have none: leave --segment out" in result.stderr


def test_an_inaccessible_issue_is_refused_with_its_lines(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue(ISSUE + "\n![](https://example.org/a.png)\n")
    add_people(newsletter, 2)
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert f"issues/{SLUG}/issue.md:18: " in result.stderr
    assert "image-alt-missing" in result.stderr
    assert ses.messages == []


def test_no_setting_lets_an_inaccessible_issue_out(newsletter: Newsletter, ses: SesServer) -> None:
    settings = newsletter.root / "newsletter.toml"
    unasked = '\n[check]\nselect = ["reading-grade-high"]\nignore = ["images"]\n'
    settings.write_text(settings.read_text() + unasked)
    picture = newsletter.write_issue(ISSUE + "\n![](sea.png)\n").with_name("sea.png")
    newsletter.write_picture(picture)
    add_people(newsletter, 1)
    refused = newsletter.run("send", "--yes")
    assert refused.exit_code == 2
    assert "image-alt-missing" in refused.stderr
    assert ses.messages == []
    reason = "<!-- newsletter-ignore image-alt-missing: the next sentence says it -->"
    newsletter.write_issue(ISSUE + f"\n{reason}\n\n![](sea.png)\n")
    assert newsletter.run("send", "--yes").exit_code == 0
    assert len(ses.messages) == 1


def test_an_issue_that_changed_after_a_send_is_refused(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 1)
    assert newsletter.run("send", "--yes").exit_code == 0
    newsletter.write_issue(ISSUE.replace("slowly", "very slowly"))
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert "other content" in result.stderr


@pytest.mark.parametrize("line", ['from = "The Quay <letters@example.org>"', 'base_url = "https://news.example.org"'])
def test_nothing_goes_out_without_what_every_email_needs(newsletter: Newsletter, line: str) -> None:
    (newsletter.root / "newsletter.toml").write_text(SETTINGS.replace(line, ""))
    newsletter.write_issue()
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert line.split(" = ", maxsplit=1)[0] in result.stderr


def test_addresses_stay_out_of_git(newsletter: Newsletter) -> None:
    subprocess.run(["git", "init", "-q", newsletter.root], check=True)
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    result = newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert result.exit_code == 2
    assert ".gitignore" in result.stderr
    assert not (newsletter.root / "newsletter.db").exists()


def test_the_status_in_words(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2)
    assert "2 people on the list have no delivery yet" in newsletter.run("status").stdout
    newsletter.run("send", "--yes")
    result = newsletter.run("status")
    assert result.exit_code == 0
    assert re.search(r"sent\s+2\s+taken over", result.stdout)


def test_a_broken_line_does_not_make_the_whole_list_uncertain(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 400)
    ses.behaviour.faults = ["drop"] * 8
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert "Deliveries: queued 250, uncertain 150." in result.stderr
    ses.behaviour.faults = []
    assert newsletter.run("send", "--yes").exit_code == 1
    assert states(newsletter) == {"sent": 250, "uncertain": 150}


def test_an_issue_that_nobody_has_yet_may_change(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    add_people(newsletter, 5)
    ses.behaviour.faults = ["refuse"] * 20
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert "refuses this email for everybody" in result.stderr
    ses.behaviour.faults = []
    newsletter.write_issue(ISSUE.replace("slowly", "very slowly"))
    assert newsletter.run("send", "--yes").exit_code == 0
    assert len(ses.messages) == 5
    assert "very slowly" in ses.messages[0].text


def test_the_sandbox_is_named_before_the_first_email(newsletter: Newsletter, ses: SesServer) -> None:
    ses.behaviour.production_access = False
    newsletter.write_issue()
    add_people(newsletter, 1)
    assert "Warning: This SES account is in the sandbox" in newsletter.run("send", "--yes").stderr


def test_a_test_address_with_a_typing_error_is_refused(newsletter: Newsletter, ses: SesServer) -> None:
    newsletter.write_issue()
    result = newsletter.run("send", "--test", "me at example.org")
    assert result.exit_code == 2
    assert "Error: The test address" in result.stderr
    assert ses.calls == []


def test_a_refused_database_leaves_no_lock_behind(newsletter: Newsletter) -> None:
    subprocess.run(["git", "init", "-q", newsletter.root], check=True)
    newsletter.write_issue()
    assert newsletter.run("send", "--yes").exit_code == 2
    assert not list(newsletter.root.glob("newsletter.db*"))


def test_an_outbox_in_reach_of_git_is_refused(newsletter: Newsletter) -> None:
    subprocess.run(["git", "init", "-q", newsletter.root], check=True)
    (newsletter.root / ".gitignore").write_text("newsletter.db*\n")
    newsletter.write_issue()
    add_people(newsletter, 1)
    result = newsletter.run("send", "--yes")
    assert result.exit_code == 2
    assert "“/outbox”" in result.stderr
    assert not (newsletter.root / "outbox").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--segment", ""],
        ["--test", ""],
        ["--test", " "],
        ["--test", "me@example.org", "--dry-run"],
        ["--test", "me@example.org", "--segment", "clients"],
    ],
)
def test_an_empty_word_or_a_contradiction_sends_to_nobody(newsletter: Newsletter, arguments: list[str]) -> None:
    newsletter.write_issue()
    add_people(newsletter, 2, tags="clients")
    result = newsletter.run("send", "--yes", *arguments)
    assert result.exit_code == 2
    assert arguments[0] in result.stderr
    assert not (newsletter.root / "outbox").exists()
    assert states(newsletter) == {}
