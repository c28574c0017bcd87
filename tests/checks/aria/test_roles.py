"""Which role an element has."""

from __future__ import annotations

import pytest

from newsletter.checks.aria.roles import explicit_role, is_in_tab_order, role_of
from newsletter.checks.aria.tables import attributes, roles
from newsletter.checks.document import Document


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ("<a href=x>", "link"),
        ("<a name=x>", "generic"),
        ("<img src=x alt=''>", "presentation"),
        ("<img src=x alt='' tabindex=0>", "img"),
        ("<img src=x>", "img"),
        ("<table role=none>", "presentation"),
        ("<table role=none aria-label=x>", "table"),
        ("<a href=x role=presentation>", "link"),
        ("<div role='nothing BUTTON link'>", "button"),
        ("<th scope=row>", "rowheader"),
        ("<input type=range>", "slider"),
        ("<select>", "combobox"),
        ("<center>", "generic"),
        ("<unknown>", ""),
    ],
)
def test_role(html: str, role: str) -> None:
    assert role_of(Document(html).elements[0]) == role


def test_abstract_roles_are_no_roles() -> None:
    assert explicit_role(Document("<div role=widget>").elements[0]) == ""


@pytest.mark.parametrize(
    ("html", "is_reached"),
    [
        ("<a href=x>", True),
        ("<a href=x tabindex=-1>", False),
        ("<input type=hidden>", False),
        ("<button disabled>", False),
        ("<p tabindex=0>", True),
        ("<p contenteditable>", True),
        ("<p tabindex=x>", False),
        ("<video controls>", True),
    ],
)
def test_tab_order(html: str, is_reached: bool) -> None:  # noqa: FBT001 - a column of the table above
    assert is_in_tab_order(Document(html).elements[0]) is is_reached


def test_the_tables_hold_what_aria_says() -> None:
    assert roles()["switch"].required == {"aria-checked"}
    assert roles()["listitem"].parents >= {"list"}
    assert roles()["img"].hides_children
    assert attributes()["aria-sort"].values == {"ascending", "descending", "none", "other"}
