"""Links on the web, as `newsletter check` and `newsletter send` ask them."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.rule import all_rules
from tests.conftest import CONSENT, ISSUE, SETTINGS
from tests.shared import PROJECT
from tests.standins.linkcases import PATHS, to
from tests.standins.linksite import LinkSite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsletter


@pytest.fixture
def site() -> Iterator[LinkSite]:
    with LinkSite(dict(PATHS)) as site:
        yield site


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def write_letter(newsletter: Newsletter, *links: str) -> None:
    anchors = "\n".join(f"<p><a href='{link}'>Our new opening hours</a>" for link in links)
    (newsletter.root / "letter.html").write_text(anchors)


def found(newsletter: Newsletter, *arguments: str) -> dict[str, str]:
    """Rule → message of the findings on links."""
    result = newsletter.run("check", "--format", "json", "--select", "links", *arguments)
    assert result.exit_code in {0, 1}, result.stderr
    document = json.loads(result.stdout)
    findings = [finding for target in document["targets"] for finding in target["findings"]]
    asking = {rule.name for rule in all_rules() if rule.asks_web}
    return {it["rule"]: it["message"] for it in findings if it["rule"] in asking}


EMAIL = """\
From: A list <list@example.net>
Subject: Our week
List-Unsubscribe: <mailto:out@example.net>, <{url}/u/7f3a9c?one=1>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Content-Type: text/html; charset=utf-8

<html lang="en"><body>
"""
UNSUBSCRIBING = (
    '<a href="{url}/1">Unsubscribe</a>',
    '<a href="{url}/2">Newsletter abbestellen</a>',
    '<a href="{url}/3">Se désabonner</a>',
    '<a href="{url}/4">Darse de baja</a>',
    '<a href="{url}/5">Uitschrijven</a>',
    '<a href="{url}/6"><img src="https://no-such-host.invalid/a.png" alt="Unsubscribe"></a>',
    '<a href="{url}/7/optout?t=7f3a9c">Goodbye</a>',
    '<p>To stop receiving these emails, <a href="{url}/8">click here</a>.</p>',
    '<p>Wenn Sie keine Post mehr wollen, <a href="{url}/9">melden Sie sich hier ab</a> (Abmeldung).</p>',
    '<p>If you no longer wish to hear from us, <a href="{url}/11">let us know</a>.</p>',
    '<a href="{url}/12">Schrijf je uit</a>',
    '<a href="{url}/u/7f3a9c?two=2">Goodbye</a>',
    '<a href="{url}/10">Manage your preferences</a>',
)


def settings(newsletter: Newsletter, more: str = "") -> None:
    text = SETTINGS.replace("ask = false", "ask = true") + more
    (newsletter.root / "newsletter.toml").write_text(text)


def test_a_broken_link_fails_and_no_links_leaves_it_out(newsletter: Newsletter, site: LinkSite) -> None:
    write_letter(newsletter, f"{site.url}/404", f"{site.url}/301")
    messages = found(newsletter, "letter.html", "--links", "--allow-private")
    assert "404" in messages["link-broken"]
    assert f"{site.url}/ok" in messages["link-moved-permanently"]
    asked = site.asked.total()
    assert found(newsletter, "letter.html", "--no-links") == {}
    assert found(newsletter, "letter.html", "--offline", "--links") == {}
    assert site.asked.total() == asked


def test_links_of_the_text_part_alone_are_asked_unless_they_unsubscribe(newsletter: Newsletter, site: LinkSite) -> None:
    text = f"Hours: {site.url}/404\nTo unsubscribe: {site.url}/500\n"
    part = "--b\nContent-Type: text/{}\n\n{}\n"
    email = (
        part.format("plain", text) + part.format("html", f"<p><a href='{site.url}/ok'>Our hours</a></p>") + "--b--\n"
    )
    head = "Subject: A\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
    (newsletter.root / "letter.eml").write_text(head + email)
    messages = found(newsletter, "letter.eml", "--links", "--allow-private")
    assert f"{site.url}/404" in messages["text-part-link-broken"]
    assert (site.asked["/404"], site.asked["/ok"], site.asked["/500"]) == (1, 1, 0)


def test_hosts_that_only_this_machine_sees_are_not_asked(newsletter: Newsletter, site: LinkSite) -> None:
    write_letter(newsletter, f"{site.url}/404")
    assert "not on the public internet" in found(newsletter, "letter.html", "--links")["link-unchecked"]
    assert not site.asked


def test_links_are_asked_in_ci_and_not_at_a_terminal(
    newsletter: Newsletter, site: LinkSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(newsletter)
    write_letter(newsletter, f"{site.url}/404")
    newsletter.run("check", "letter.html", "--allow-private")
    assert not site.asked
    monkeypatch.setenv("CI", "true")
    assert newsletter.run("check", "letter.html", "--allow-private").exit_code == 1
    assert site.asked["/404"] == 1


def test_an_address_is_asked_once_and_a_good_one_not_again_that_day(newsletter: Newsletter, site: LinkSite) -> None:
    write_letter(newsletter, f"{site.url}/parts#one", f"{site.url}/parts#two", f"{site.url}/404", f"{site.url}/404#x")
    for times in (1, 2):
        found(newsletter, "letter.html", "--links", "--allow-private")
        assert site.asked["/parts"] == 1
        assert site.asked["/404"] == times
    assert list((newsletter.root / ".newsletter-cache").glob(".links-*")) == []
    (newsletter.root / ".newsletter-cache" / "links.json").write_text('{"version": 1, "links": {"x": 3}')
    found(newsletter, "letter.html", "--links", "--allow-private")
    assert site.asked["/parts"] == 2


def test_the_ignore_list_holds_until_its_day(newsletter: Newsletter, site: LinkSite) -> None:
    entry = '[[check.ignore_links]]\nurl = "{}/4*"\nreason = "comes back in spring"\nexpires = {}\n'
    write_letter(newsletter, f"{site.url}/404")
    settings(newsletter, entry.format(site.url, "2999-01-01"))
    assert found(newsletter, "letter.html", "--links", "--allow-private") == {}
    settings(newsletter, entry.format(site.url, "2020-01-01"))
    messages = found(newsletter, "letter.html", "--links", "--allow-private")
    assert messages.keys() == {"link-broken", "link-ignore-ended"}
    assert "comes back in spring" in messages["link-ignore-ended"]


@pytest.mark.parametrize("missing", ["reason", "expires"])
def test_an_entry_of_the_ignore_list_needs_a_reason_and_a_day(newsletter: Newsletter, missing: str) -> None:
    lines = {"url": 'url = "https://example.org/*"', "reason": 'reason = "x"', "expires": "expires = 2999-01-01"}
    entry = "\n".join(["[[check.ignore_links]]", *(line for name, line in lines.items() if name != missing)])
    settings(newsletter, entry + "\n")
    result = newsletter.run("check")
    assert result.exit_code == 2
    assert missing in result.stderr


def test_the_pages_of_a_folder_lead_to_each_other(newsletter: Newsletter, site: LinkSite) -> None:
    docs = newsletter.root / "docs"
    docs.mkdir()
    (docs / "a.md").write_text(
        "---\ntitle: A\n---\n# A page\n\n[b](b.md#second-part) and\n[gone](c.md)\n\n"
        f"[part](b.md#third-part)\n\nSee {site.url}/410.\n\n`[code](x.md)`\n"
    )
    (docs / "b.md").write_text("# B\n\n## Second part\n\n[up](#b)\n")
    arguments = ("check", "docs", "--select", "links", "--links", "--allow-private", "--format", "json")
    targets = json.loads(newsletter.run(*arguments).stdout)["targets"]
    lines = {(it["rule"], it["line"]) for target in targets for it in target["findings"]}
    # The site is of this machine only, and stands in the text as an address: rules of form say so.
    lines -= {("link-target-invalid", 11), ("link-text-address", 11)}
    assert lines == {("link-broken", 7), ("link-fragment-missing", 9), ("link-broken", 11)}
    assert found(newsletter, "docs", "--offline").keys() == {"link-broken", "link-fragment-missing"}


def test_a_link_to_the_root_leads_to_the_folder_that_was_named(newsletter: Newsletter) -> None:
    (newsletter.root / "a.html").write_text("<p><a href='/'>Start</a> <a href='/b'>B</a></p>")
    stdout = newsletter.run("check", ".", "--select", "link-broken", "--offline").stdout
    assert "There is no file /b" in stdout
    assert stdout.count("[link-broken]") == 1


def test_send_refuses_a_broken_link_unless_told_otherwise(newsletter: Newsletter) -> None:
    settings(newsletter)
    newsletter.write_issue(
        ISSUE.replace("https://example.org/lines", "https://no-such-host.invalid/").replace(
            "https://example.org/book", "https://news.example.org/book"
        )
    )
    (newsletter.root / "people.csv").write_text("email\nreader@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    refused = newsletter.run("send", "--yes")
    assert refused.exit_code == 2
    assert "no-such-host.invalid" in refused.stderr
    assert "[link-broken]" in refused.stderr
    assert newsletter.run("send", "--yes", "--no-links").exit_code == 0


def test_nobody_is_unsubscribed_by_a_check(newsletter: Newsletter, site: LinkSite) -> None:
    pixel = '<img src="{url}/open/7f3a9c" width="1" height="1" alt="">'
    email = EMAIL + "\n".join(UNSUBSCRIBING) + pixel + '\n<a href="{url}/ok">Our hours</a></body></html>'
    (newsletter.root / "letter.eml").write_text(email.format(url=site.url))
    arguments = ("check", "letter.eml", "--select", "links", "--links", "--allow-private", "--format", "json")
    (target,) = json.loads(newsletter.run(*arguments).stdout)["targets"]
    assert set(site.asked) == {"/ok"}
    said = [it for it in target["findings"] if it["rule"] == "link-unchecked"]
    assert len(said) == len(UNSUBSCRIBING)
    assert {it["outcome"] for it in said} == {"review"}
    assert all("not asked" in it["message"] for it in said)


def test_a_link_that_counts_clicks_is_not_followed_to_a_page_that_unsubscribes(
    newsletter: Newsletter, site: LinkSite
) -> None:
    site.paths["/click"] = to(302, "/lists/unsubscribe?who=7f3a9c")
    write_letter(newsletter, f"{site.url}/click")
    assert "may unsubscribe" in found(newsletter, "letter.html", "--links", "--allow-private")["link-unchecked"]
    assert set(site.asked) == {"/click"}


def test_documentation_about_unsubscribing_is_asked(newsletter: Newsletter, site: LinkSite) -> None:
    (newsletter.root / "docs").mkdir()
    (newsletter.root / "docs" / "a.md").write_text(f"# A page\n\n[How people unsubscribe]({site.url}/ok)\n")
    found(newsletter, "docs", "--links", "--allow-private")
    assert set(site.asked) == {"/ok"}


def test_a_send_asks_whether_its_pictures_are_published(newsletter: Newsletter) -> None:
    settings(newsletter)
    file = newsletter.root / "newsletter.toml"
    file.write_text(file.read_text().replace("https://news.example.org", "https://no-such-host.invalid"))
    issue = newsletter.write_issue(ISSUE.replace("](https://example.org/", "](https://no-such-host.invalid/"))
    newsletter.write_picture(issue.parent / "quay.jpg")
    issue.write_text(f"{issue.read_text()}\n![The quay at dawn](quay.jpg)\n")
    assert found(newsletter, "--links") == {}
    refused = newsletter.run("send", "--yes", "--dry-run")
    assert refused.exit_code == 2
    assert "[image-broken]" in refused.stderr
    assert "[link-broken]" not in refused.stderr
    (newsletter.root / "people.csv").write_text("email\nreader@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    assert newsletter.run("send", "--yes", "--dry-run", "--no-links").exit_code == 0


def test_links_of_standard_input_are_asked(newsletter: Newsletter, site: LinkSite) -> None:
    html = f"<p><a href='{site.url}/404'>Our new opening hours</a>"
    result = newsletter.run("check", "-", "--select", "links", "--links", "--allow-private", stdin=html)
    assert result.exit_code == 1
    assert "[link-broken]" in result.stdout
    assert site.asked["/404"] == 1


def test_relative_links_begin_where_a_base_says(newsletter: Newsletter, site: LinkSite) -> None:
    html = f'<base href="{site.url}/docs/"><a href="hours">Our hours</a> <a href="../ok">Our house</a>'
    (newsletter.root / "letter.html").write_text(html)
    assert found(newsletter, "letter.html", "--links", "--allow-private").keys() == {"link-broken"}
    assert set(site.asked) == {"/docs/hours", "/ok"}


def test_pictures_behind_words_and_before_films_are_asked(newsletter: Newsletter, site: LinkSite) -> None:
    html = (
        f'<table background="{site.url}/1.png"><tr><td style="background:#fff url({site.url}/2.png)">A</table>'
        f'<video poster="{site.url}/3.png"></video><input type="image" alt="Go" src="{site.url}/4.png">'
    )
    (newsletter.root / "letter.html").write_text(html)
    assert found(newsletter, "letter.html", "--links", "--allow-private").keys() == {"image-broken"}
    assert set(site.asked) == {f"/{number}.png" for number in range(1, 5)}


def test_buttons_that_only_outlook_draws_are_asked(newsletter: Newsletter, site: LinkSite) -> None:
    button = '<!--[if mso]><v:roundrect href="{}/{}"><center>{}</center></v:roundrect><![endif]-->'
    html = button.format(site.url, "404", "Our hours") + button.format(site.url, "out", "Unsubscribe")
    (newsletter.root / "letter.html").write_text(html)
    assert found(newsletter, "letter.html", "--links", "--allow-private").keys() == {"link-broken", "link-unchecked"}
    assert set(site.asked) == {"/404"}


@pytest.mark.parametrize("where", ["terminal", "pipe"])
def test_a_bar_shows_progress_on_a_terminal_only(newsletter: Newsletter, site: LinkSite, where: str) -> None:
    write_letter(newsletter, *(f"{site.url}/ok?{number}" for number in range(20)))
    command = [sys.executable, "-m", "newsletter", "check", "letter.html", "--links", "--allow-private"]
    ours, theirs = pty.openpty() if where == "terminal" else os.pipe()
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, cwd=newsletter.root, env=environment, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        shown = read_all(ours).decode()
    os.close(ours)
    assert ("Asking links" in shown and "20/20" in shown) is (where == "terminal")
    assert site.asked.total() == 20


def read_all(terminal: int) -> bytes:
    data = b""
    # Linux says EIO where nobody holds the other end any more.
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 65_536):
            data += piece
    return data
