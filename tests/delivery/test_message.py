"""The email as mail programs read it."""

from __future__ import annotations

import datetime
import email
import email.policy
from pathlib import Path

import pytest

from newsletter.delivery.message import compose
from newsletter.errors import SettingsError
from newsletter.model import Recipient, Rendition
from newsletter.settings import NewsletterSettings, SenderSettings, Settings

SETTINGS = Settings(
    root=Path(),
    newsletter=NewsletterSettings(name="Briefe vom Kai", base_url="https://news.example.org/"),
    sender=SenderSettings(from_="Praxis am Kai – Ärztin <post@example.org>", reply_to="reply@example.org"),
)
LINK = "https://news.example.org/unsubscribe/{{unsubscribe_token}}"
RENDITION = Rendition(
    subject="Grüße – und „mehr“ " * 4,
    preheader="Hallo",
    html=f'<p>{"ä" * 300}</p>\n<a href="{LINK}">x</a> = {"long " * 60} {LINK}',
    text=f"Zeile eins  \n{'wort ' * 40}{LINK}\n.\nFrom here\n",
    language="de",
    content_hash="ab" * 32,
)
DATE = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)
RECIPIENT = Recipient("d3liv3ry", "reader@example.org", "Reader", "tok_en-1.sig")


def test_both_parts_come_out_as_they_went_in() -> None:
    data = compose(RENDITION, SETTINGS).for_recipient(RECIPIENT, DATE)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    for part, sent in ((text, RENDITION.text), (html, RENDITION.html)):
        assert part["Content-Transfer-Encoding"] == "quoted-printable"
        assert part.get_content().replace("\r\n", "\n").rstrip("\n") == sent.replace(
            "{{unsubscribe_token}}", "tok_en-1.sig"
        ).rstrip("\n")


def test_headers_are_those_of_a_list() -> None:
    data = compose(RENDITION, SETTINGS).for_recipient(RECIPIENT, DATE)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["Subject"] == RENDITION.subject.strip()
    assert message["From"].addresses[0].display_name == "Praxis am Kai – Ärztin"
    assert message["To"] == "reader@example.org"
    assert message["Reply-To"] == "reply@example.org"
    assert message["List-Unsubscribe"] == "<https://news.example.org/unsubscribe/tok_en-1.sig>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "<briefe-vom-kai.news.example.org>"
    assert message["Date"].datetime == DATE
    assert message["Message-ID"] == "<d3liv3ry@example.org>"


def test_lines_are_short_ascii_and_end_as_mail_wants() -> None:
    data = compose(RENDITION, SETTINGS).for_recipient(RECIPIENT, DATE)
    assert data.isascii()
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    body = lines[lines.index(b"") :]
    assert max(map(len, body)) <= 76
    assert b"unsubscribe_token" not in data


def test_the_same_rendition_gives_the_same_bytes() -> None:
    assert compose(RENDITION, SETTINGS).for_preview() == compose(RENDITION, SETTINGS).for_preview()


@pytest.mark.parametrize(
    "words",
    ["Nobody <>", "a@example.org, b@example.org", "A\nBcc: c@example.org <a@example.org>", "jörg@example.org", "@"],
)
@pytest.mark.parametrize("field", ["from", "reply_to"])
def test_what_is_not_one_address_is_our_error(field: str, words: str) -> None:
    sender = SenderSettings(from_=words) if field == "from" else SenderSettings(reply_to=words)
    with pytest.raises(SettingsError) as caught:
        compose(RENDITION, Settings(root=Path(), sender=sender))
    assert field in caught.value.hint


def test_names_beyond_ascii_become_what_mail_can_carry() -> None:
    settings = Settings(
        root=Path(),
        newsletter=NewsletterSettings(base_url="https://bücher.example/briefe/ä"),
        sender=SenderSettings(from_="Post <post@bücher.example>", reply_to="Jörg <j@example.org>"),
    )
    message = email.message_from_bytes(compose(RENDITION, settings).for_preview(), policy=email.policy.default)
    assert message["From"] == "Post <post@xn--bcher-kva.example>"
    assert message["Reply-To"].addresses[0].display_name == "Jörg"
    assert message["List-Unsubscribe"].startswith("<https://xn--bcher-kva.example/briefe/%C3%A4/unsubscribe/")
    assert message["List-Id"] == "<newsletter.xn--bcher-kva.example>"
