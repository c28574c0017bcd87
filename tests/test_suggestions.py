"""“Did you mean”."""

from __future__ import annotations

import pytest

from newsletter.suggestions import ask, find_nearest, suggest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lanuage", "language"), ("postal adress", "postal_address"), ("LANGUAGE", "language"), ("base", "base_url")],
)
def test_a_mistyped_name_is_known(typed: str, meant: str) -> None:
    assert suggest(typed, ["base_url", "language", "postal_address"]) == f"Did you mean “{meant}”?"


def test_without_a_likeness_all_are_named_or_what_was_asked_for() -> None:
    assert suggest("xyz", ["name", "language"]) == "Known are: language, name."
    assert suggest("xyz", ["name"], "See the docs.") == "See the docs."


def test_more_words_alike_come_first_and_equals_stay_in_order() -> None:
    names = ["heading-long", "heading-empty", "image-alt-long", "link-text-long"]
    assert find_nearest("image-alt-lnog", names)[0] == "image-alt-long"
    assert find_nearest("heading", names) == ["heading-long", "heading-empty"]
    assert find_nearest("gmial", ["gmail.desktop", "gmail", "gmail.ios"]) == ["gmail", "gmail.desktop", "gmail.ios"]
    assert find_nearest("img", ["images", "links"]) == ["images"]


def test_a_question_reads_well() -> None:
    assert ask(["a"]) == "Did you mean “a”?"
    assert ask(["a", "b", "c"]) == "Did you mean “a”, “b” or “c”?"
