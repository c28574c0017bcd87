"""Tokens in links: who may do what, without a name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.tokens import UNSUBSCRIBE, sign_token, verify_token

IDS = st.from_regex(r"[A-Za-z0-9_-]{22}", fullmatch=True)
KEYS = ["old", "new"]


@given(IDS)
def test_a_token_comes_back_and_is_safe_in_a_url(public_id: str) -> None:
    token = sign_token(public_id, KEYS, UNSUBSCRIBE)
    assert re.fullmatch(r"[A-Za-z0-9_.-]{1,75}", token), "it also fits a line of quoted-printable"
    assert verify_token(token, KEYS, UNSUBSCRIBE) == public_id


def test_an_old_key_still_opens_and_the_newest_signs() -> None:
    token = sign_token("someone", ["old"], UNSUBSCRIBE)
    assert verify_token(token, KEYS, UNSUBSCRIBE) == "someone"
    assert sign_token("someone", KEYS, UNSUBSCRIBE) == sign_token("someone", ["new"], UNSUBSCRIBE)


@pytest.mark.parametrize("change", ["other.", "x", "", "é", "."])
def test_what_was_not_signed_opens_nothing(change: str) -> None:
    token = sign_token("someone", KEYS, UNSUBSCRIBE)
    assert verify_token(change + token.removeprefix("someone"), KEYS, UNSUBSCRIBE) is None
    assert verify_token(change, KEYS, UNSUBSCRIBE) is None


def test_a_token_is_for_one_purpose_and_one_list_of_keys() -> None:
    token = sign_token("someone", KEYS, UNSUBSCRIBE)
    assert verify_token(token, KEYS, "newsletter.confirm") is None
    assert verify_token(token, ["another"], UNSUBSCRIBE) is None
