"""What mail programs support, and which of it a letter is told about."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.clients.features import FEATURES
from newsletter.checks.clients.support import day_of_data, features, known_clients, without_support
from newsletter.checks.rules.delivery import feature_unsupported
from newsletter.settings import DEFAULT_CLIENTS
from tests.conftest import SETTINGS

if TYPE_CHECKING:
    from tests.conftest import Newsletter

FILM = '<video src="https://example.org/walk.mp4"></video>'


def said(newsletter: Newsletter, html: str, setting: str = "") -> list[str]:
    settings = f"{SETTINGS}\n[check]\n{setting}\n" if setting else SETTINGS
    (newsletter.root / "newsletter.toml").write_text(settings)
    (newsletter.root / "letter.html").write_text(html)
    result = newsletter.run("check", "letter.html", "--select", "feature-unsupported", "--format", "json")
    assert result.exit_code == 0, result.stderr
    return [finding["message"] for finding in json.loads(result.stdout)["targets"][0]["findings"]]


def test_the_data_say_their_day_and_the_rule_names_it() -> None:
    assert datetime.date.fromisoformat(day_of_data()) >= datetime.date(2026, 5, 13)
    assert day_of_data() in feature_unsupported.rule.documentation


def test_the_list_and_the_data_hold_the_same_features() -> None:
    assert {feature.slug for feature in FEATURES} == features().keys()
    assert set(DEFAULT_CLIENTS) <= known_clients()


def test_a_client_counts_only_where_no_platform_of_it_supports_a_feature() -> None:
    assert without_support("html-svg", DEFAULT_CLIENTS) == ("Gmail", "Outlook")
    # Outlook for Mac plays films, and the one for Windows shows no WebP.
    assert without_support("html-video", DEFAULT_CLIENTS) == ("Gmail",)
    assert without_support("image-webp", DEFAULT_CLIENTS) == ()
    assert without_support("image-webp", ("outlook.windows",)) == ("Outlook (Windows)",)


def test_a_feature_is_said_once_with_the_clients_and_the_number_of_places(newsletter: Newsletter) -> None:
    (message,) = said(newsletter, FILM * 3)
    assert "Gmail" in message
    assert "3 places" in message
    drawing = "<svg role='img' aria-label='Sales by month'></svg>"
    assert "Gmail and Outlook" in said(newsletter, drawing)[0]


def test_the_setting_says_whose_programs_count(newsletter: Newsletter) -> None:
    picture = '<img src="https://example.org/quay.webp?w=600" alt="The quay">'
    assert said(newsletter, FILM, 'clients = ["apple-mail"]') == []
    assert said(newsletter, picture) == []
    assert "Outlook (Windows)" in said(newsletter, picture, 'clients = ["gmail", "outlook.windows"]')[0]


def test_an_unknown_client_is_refused_with_the_nearest_name(newsletter: Newsletter) -> None:
    (newsletter.root / "newsletter.toml").write_text(f'{SETTINGS}\n[check]\nclients = ["gmial"]\n')
    result = newsletter.run("check", "letter.html")
    assert result.exit_code == 2
    assert "newsletter.toml:13" in result.stderr
    assert "“gmail”" in result.stderr


@pytest.mark.parametrize(
    "css",
    [
        "border-radius:4px; box-shadow:0 0 3px #000; text-shadow:0 0 1px #000; gap:8px; display:flex",
        "position:relative; display:inline-block; max-width:600px; width:calc(100% - 8px)",
        "position:absolute; left:-9999px",
        "color:#222; color:var(--ink)",
        "background-color:#fff; background:light-dark(#fff, #000)",
    ],
)
def test_what_only_looks_different_or_has_a_fallback_is_no_finding(newsletter: Newsletter, css: str) -> None:
    fonts = '<link rel="stylesheet" href="https://fonts.example.org/a.css"><style>@import url(https://x.test/font.css)</style>'
    assert said(newsletter, f'{fonts}<p style="{css}">Words to read</p>') == []


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="https://example.org/letter.css"><p>Words',
        "<style>@import url(https://example.org/letter.css);</style><p>Words",
        "<style>@media screen { .a { color: #222; & b { color: #000 } } }</style><p class=a>Words",
        "<style>.a { color: oklch(40% 0.2 20) }</style><p class=a>Words",
        "<p style='background:var(--paper)'>Words",
        "<style>p:after { content: 'closed on Monday' }</style><p>Words",
        "<div style='display:flex;flex-direction:column'><p>One</p><p>Two</p></div>",
        "<progress value=3 max=9></progress>",
    ],
)
def test_what_readers_would_miss_is_found(newsletter: Newsletter, html: str) -> None:
    assert len(said(newsletter, html)) == 1
