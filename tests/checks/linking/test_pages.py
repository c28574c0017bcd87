"""What the HTML behind a link tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.linking.pages import Page, read_refresh
from newsletter.checks.linking.titles import says_not_found

NOT_FOUND = (
    *("404", "404 Not Found", "Not Found", "Error 404", "404 - Page not found", "Page not found | Harbour", "HTTP 404"),
    *("Oops! That page can’t be found.", "Sorry, this page doesn't exist", "This page is no longer available"),
    *("We couldn't find that page", "The page you are looking for could not be found", "Page Not Found – Harbour"),
    *("The requested URL /hours was not found on this server.", "Nothing was found at this location", "410 Gone"),
    *("Seite nicht gefunden", "Die angeforderte Seite wurde nicht gefunden", "Diese Seite existiert nicht mehr"),
    *("Page introuvable", "Cette page n’existe pas", "La page demandée est introuvable", "Página no encontrada"),
    *("La página que buscas no existe", "Pagina niet gevonden", "De pagina bestaat niet meer", "Pagina non trovata"),
    *("La pagina richiesta non esiste", "Página não encontrada"),
)
FOUND = (
    *("Our hours", "How to make a good 404 page", "Page not found is no answer", "Room 404", "Lost and found", ""),
    *("The key could not be found in the house", "Not found wanting: a history", "What is a 404 error?", "Peugeot 404"),
    *("Was tun, wenn die Seite nicht gefunden wird", "The missing page of the diary", "Gone with the wind"),
)


@pytest.mark.parametrize("title", NOT_FOUND)
def test_a_title_that_says_there_is_no_page_is_known(title: str) -> None:
    assert says_not_found(title)


@pytest.mark.parametrize("title", FOUND)
def test_a_title_about_something_else_is_none(title: str) -> None:
    assert not says_not_found(title)


@pytest.mark.parametrize(
    ("content", "target"),
    [
        *(("0; url=/a", "/a"), ("0;URL='/a'", "/a"), ('0,url="/a"', "/a"), ("0;/a", "/a"), (" 1.0 ; url = /a ", "/a")),
        *(("0", ""), ("", ""), ("5; url=/a", ""), ("soon; url=/a", ""), ("1.2.3; url=/a", "")),
    ],
)
def test_a_refresh_leads_on_where_it_does_so_at_once(content: str, target: str) -> None:
    assert read_refresh(content) == target


def test_what_scripts_templates_and_comments_hold_is_no_part_of_a_page() -> None:
    kept = '<h2 id="a">A</h2><a name=b></a><div ID=c>'
    page = Page(f"{kept}<!--<p id=d>--><template><p id=e></template><noscript><p id=f></noscript><script>'<p id=g>'")
    assert page.names == {"a", "b", "c"}


@given(st.text(alphabet=st.sampled_from("<>/!-='\"&; abh1titlescriptmeta0refresh#\n")))
def test_any_html_is_read(html: str) -> None:
    page = Page(html)
    assert isinstance(page.error, str)
    assert isinstance(page.may_make("a"), bool)
