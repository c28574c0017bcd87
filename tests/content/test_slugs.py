"""Names of issues' folders."""

from __future__ import annotations

import datetime

import pytest

from newsletter.content.slugs import make_slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Grüße aus Straßburg", "grusse-aus-strassburg"),
        ("Été à l’œuvre", "ete-a-loeuvre"),
        ("Æble på Øen", "aeble-pa-oen"),
        ("Łódź", "lodz"),
    ],
)
def test_letters_with_marks_and_double_letters_stay_letters(title: str, name: str) -> None:
    assert make_slug(title, datetime.date(2026, 11, 24)) == f"2026-11-24-{name}"
