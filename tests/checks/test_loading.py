"""Files as they come: encodings, emails, and what is neither."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.loading import load_document, read_email
from newsletter.errors import TargetError
from tests.shared import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("data", [b"", b" \n", b"\x89PNG\r\n", b"<p>\0\0\1</p>"])
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
