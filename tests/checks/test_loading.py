"""Files as they come: encodings, emails, and what is neither."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.loading import load_document, read_email
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check
from newsletter.errors import TargetError
from tests.shared import PROJECT

EMAIL = b"""\
From: a@example.org
Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Words
--b
Content-Type: text/html; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

<p>=93Gr=FC=DFe=94</p>
--b--
"""


@pytest.mark.parametrize(
    "data",
    [
        "<p>Grüße „a“</p>".encode(),
        "<p>Grüße „a“</p>".encode("utf-8-sig"),
        "<p>Grüße „a“</p>".encode("utf-16"),
        '<meta charset="iso-8859-1"><p>Grüße „a“</p>'.encode("windows-1252"),
        "<p>Grüße „a“</p>".encode("windows-1252"),
    ],
)
def test_encodings_are_found_as_browsers_find_them(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "letter.HTM"
    file.write_bytes(data)
    document = load_document(file)
    assert document.words(document.soup) == "Grüße „a“"


def test_an_email_has_html_text_and_headers() -> None:
    document = read_email(EMAIL, PROJECT / "letter.eml")
    assert document.words(document.soup) == "“Grüße”"
    assert document.text
    assert document.text.strip() == "Words"
    assert document.headers
    assert document.headers["subject"] == "Grüße"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n", b"<p>\0\0\1</p>"])
def test_what_is_no_html_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "letter.html"
    file.write_bytes(data)
    with pytest.raises(TargetError) as caught:
        load_document(file)
    assert caught.value.hint
    assert caught.value.file == file


@given(
    st.integers(0, len(EMAIL)),
    st.integers(0, 20),
    st.sampled_from([b"", b"\0", b"=?", b'"', b";", b"*0*=", b"\xff", b"(", b"\r\n", b"message/rfc822", b"base64"]),
)
def test_a_damaged_email_is_read_or_refused(start: int, length: int, put: bytes) -> None:
    # A damaged email may still have its HTML: either is right, and any other error is not.
    with contextlib.suppress(TargetError):
        read_email(EMAIL[:start] + put + EMAIL[start + length :], PROJECT / "letter.eml")


PLAIN = b"""Subject: Our hours
From: The Quay <quay@example.org>
Content-Type: text/plain; charset=utf-8
Content-Language: en

We are open from eight to six.

To leave, go to https://example.org/unsubscribe?a=1&b=2
"""


def test_an_email_of_plain_text_alone_is_read_as_it_is_shown() -> None:
    document = read_email(PLAIN, Path("plain.eml"))
    assert [document.words(paragraph) for paragraph in document.find("p")] == [
        "We are open from eight to six.",
        "To leave, go to https://example.org/unsubscribe?a=1&b=2",
    ]
    assert [link["href"] for link in document.find("a")] == ["https://example.org/unsubscribe?a=1&b=2"]
    assert document.language == "en"


def test_an_email_of_plain_text_alone_is_asked_only_what_text_can_have() -> None:
    found = {finding.rule for finding in check(read_email(PLAIN, Path("plain.eml")), all_rules(), "plain.eml")}
    assert "html-part-missing" in found
    assert not found & {"html-lang-missing", "content-lang-missing", "title-missing", "unsubscribe-link-missing"}


@pytest.mark.parametrize("data", [b"", b" \n", b"<html></html>", b"<table><tr><td></td></tr></table>"])
def test_an_email_with_nothing_in_it_is_a_finding(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_bytes(data)
    assert "email-empty" in {finding.rule for finding in check(load_document(file), all_rules(), "empty.html")}
