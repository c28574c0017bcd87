"""Lists of words: what ships, what a newsletter adds and silences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.rules.wording import reader_pressed
from newsletter.checks.wording.entries import DATA, shipped_list
from newsletter.checks.wording.matching import match_entry

if TYPE_CHECKING:
    from tests.conftest import Newsletter

LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml"))
OWN = """
[[words]]
name = "service-user"
pattern = "service[- ]users?"
suggestion = "people who come to us"
reason = "Visitors dislike it."
source = "Visitors' council"
"""
POST = """---
title: A slow morning
subject: {subject}
preheader: Three small things that make the first hour of a day easier to bear.
language: en
date: 2026-11-24
---
{body}
"""


def found_in(text: str, language: str = "en") -> set[str]:
    return {entry.name for entry in shipped_list(language).words if match_entry(entry, text, language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_complete(language: str) -> None:
    words = shipped_list(language)
    for entry in (*words.words, *words.pressure):
        assert re.fullmatch(r"[\w-]+", entry.name)
        assert entry.suggestion
        assert entry.reason.endswith(".")
        assert re.search(r"[A-Z]", entry.source)
        assert entry.regex
    names = [entry.name for entry in (*words.words, *words.pressure)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She suffers from panic.", "suffers-from"),
        ("They committed suicide.", "committed-suicide"),
        ("He is a non-compliant client.", "non-compliant"),
        ("The victim came back.", "victim"),
        ("That is crazy.", "crazy"),
        ("He is wheelchair-bound.", "wheelchair-bound"),
        ("She is non-compliant with her medication.", "non-compliant"),
        ("The weather was bipolar.", "schizophrenic-metaphor"),
        ("They turned a blind eye to it.", "impairment-as-image"),
        ("She lives beside a schizophrenic", "a-schizophrenic"),
        ("Help for the elderly.", "elderly"),
    ],
)
def test_words_that_hurt(text: str, name: str) -> None:
    assert found_in(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "He told her that he would come, and she came.",
        "We talk about abuse.",
        "There is justice, and just a little time.",
        "“That is crazy,” she said.",
        "I saw the film Crazy Heart.",
        "We played crazy golf.",
        "The garden suffered in the frost.",
        "The team suffers from a lack of sleep.",
        "Committed people committed to help.",
        "Call Victim Support.",
        "This page is non-compliant with WCAG.",
        "Clean the house, and get clean water.",
        "The elderly man sat down.",
        "She is the normal height.",
        "He said that she had been abused as a child, and that abuse can end.",
        "Just justice adjusts; he just sat there, and she did just that.",
        "Normally people normalise it.",
        "Keep the kitchen clean, and the addition right.",
        "We read about the Suffering Servant.",
        "She got over the wall and relaxed.",
        "The battle was lost in 1815.",
        "They are committed to preventing suicide.",
        "A borderline case, and a diabetic diet.",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert found_in(text) == set()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Sie leidet an Angst.", "leidet-an"),
        ("de", "Wir sprechen über Selbstmord und Schuld.", "selbstmord"),
        ("de", "Er ist an den Rollstuhl gefesselt.", "rollstuhl-gefesselt"),
        ("fr", "Elle souffre de panique.", "souffre-de"),
        ("fr", "Il a commis un suicide.", "commettre-suicide"),
        ("fr", "Une tentative ratée le hante.", "suicide-reussi"),
        ("es", "Cometió suicidio.", "cometer-suicidio"),
        ("es", "Está postrado en una silla de ruedas.", "postrado-silla"),
        ("es", "Ana sufre depresión.", "padece"),
        ("nl", "Zij lijdt aan angst.", "lijdt-aan"),
        ("nl", "Hij heeft zelfmoord gepleegd.", "zelfmoord-plegen"),
        ("nl", "Zij is aan een rolstoel gekluisterd.", "aan-rolstoel-gekluisterd"),
    ],
)
def test_other_languages(language: str, text: str, name: str) -> None:
    assert found_in(text, language) == {name}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Leute leiden unter der Hitze. Der Brief kommt am Dienstag."),
        ("de", "Die behinderten Kinder spielen."),
        ("fr", "Les plantes souffrent de la chaleur."),
        ("es", "El jardín sufre en verano."),
        ("nl", "Praat over zelfmoord, en bel 113."),
        ("nl", "Hij pleegt een telefoontje."),
    ],
)
def test_no_false_alarm_in_other_languages(language: str, text: str) -> None:
    assert found_in(text, language) == set()


PRESSING = {
    "en": (
        "Your Last Chance To Book",
        "Don’t miss out on June",
        "Only 3 places left",
        "URGENT: read this",
        "We will miss you",
        "No thanks, I don’t want to heal",
    ),
    "de": (
        "Letzte Chance für den Kurs",
        "Jetzt zugreifen",
        "Nur noch 3 Plätze",
        "Dringend: bitte lesen",
        "Schade, dass Sie gehen",
        "Nein danke, ich will nicht sparen",
        "Das dürfen Sie nicht verpassen",
    ),
    "fr": (
        "Dernière chance pour juin",
        "Réservez vite",
        "Plus que 3 places",
        "Urgent : à lire",
        "Êtes-vous sûr de partir ?",
        "Non merci, je préfère payer plus",
        "À ne pas manquer",
    ),
    "es": (
        "Última oportunidad",
        "Reserva ya tu plaza",
        "Solo quedan 3 plazas",
        "Urgente: lee esto",
        "Te echaremos de menos",
        "No, gracias, prefiero pagar más",
        "No te lo pierdas",
    ),
    "nl": (
        "Laatste kans voor juni",
        "Boek nu je plek",
        "Nog maar 3 plaatsen",
        "Dringend: lees dit",
        "We zullen je missen",
        "Nee bedankt, ik wil niet sparen",
        "Mis het niet",
    ),
}
CALM = {
    "en": (
        "A first talk by the water",
        "The last bus leaves at nine",
        "Join us for a walk in June",
        "How we missed the boat",
    ),
    "de": ("Ein erstes Gespräch am Wasser", "Der letzte Bus fährt um neun", "Neue Termine im Juni"),
    "fr": ("Un premier entretien au bord de l’eau", "Le dernier bus part à neuf heures", "Il n’y a plus de place"),
    "es": ("Una primera charla junto al agua", "El último autobús sale a las nueve", "Nuevas fechas en junio"),
    "nl": ("Een eerste gesprek aan het water", "De laatste bus gaat om negen uur", "Nieuwe data in juni"),
}
LEAVE = {
    "en": ("Unsubscribe", "Unsubscribe whenever you like."),
    "de": ("Abmelden", "Sie können sich jederzeit abmelden."),
    "fr": ("Se désinscrire", "Vous pouvez vous désinscrire quand vous voulez."),
    "es": ("Darse de baja", "Puede darse de baja cuando quiera."),
    "nl": ("Uitschrijven", "U kunt zich altijd uitschrijven."),
}


def press(language: str, subject: str, footer: str = "") -> list[str]:
    html = f'<html lang="{language}"><body><p>{footer}</p></body></html>'
    return [defect.message for defect in reader_pressed.rule.find(Document(html, headers={"subject": subject}))]


@pytest.mark.parametrize(("language", "text"), [(it, text) for it, texts in PRESSING.items() for text in texts])
def test_pressure_in_a_subject_or_where_one_unsubscribes(language: str, text: str) -> None:
    assert len(press(language, text)) == 1
    assert len(press(language, CALM[language][0], f"{text}. {LEAVE[language][0]}")) == 1


@pytest.mark.parametrize(("language", "text"), [(it, text) for it, texts in CALM.items() for text in texts])
def test_calm_words_press_nobody(language: str, text: str) -> None:
    assert press(language, text, LEAVE[language][1]) == []


def write(newsletter: Newsletter, body: str, subject: str = "A slow morning by the water") -> str:
    newsletter.write_issue(POST.format(subject=subject, body=body))
    return newsletter.run("check", "--select", "wording").output


def test_a_newsletter_adds_and_silences(newsletter: Newsletter) -> None:
    settings = newsletter.root / "newsletter.toml"
    body = "Our service users are kind.\n\nThat is crazy."
    assert "crazy" in write(newsletter, body)
    settings.write_text(settings.read_text() + '\n[wording]\nwords = "own.toml"\nsilence = ["crazy"]\n')
    (newsletter.root / "own.toml").write_text(OWN)
    printed = write(newsletter, body)
    assert "issue.md:8" in printed
    assert "Visitors dislike it" in printed
    assert "crazy" not in printed


@pytest.mark.parametrize("text", [None, "[[words", "[[words]]\nname = 'x'", OWN.replace("users?", "(")])
def test_a_list_that_is_wrong(newsletter: Newsletter, text: str | None) -> None:
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(settings.read_text() + '\n[wording]\nwords = "own.toml"\n')
    if text is not None:
        (newsletter.root / "own.toml").write_text(text)
    printed = write(newsletter, "Hello.")
    assert "own.toml" in printed
    assert "Hint:" in printed


def test_pressure_in_the_subject(newsletter: Newsletter) -> None:
    assert "last chance" in write(newsletter, "Hello.", "Your last chance to come").lower()
    assert "nothing found" in write(newsletter, "This is the last chance to see the boats.")


def test_a_callout_at_the_start_is_a_note_and_a_service_is_help(newsletter: Newsletter) -> None:
    assert "content-note-missing" in write(newsletter, "We lost him to suicide.")
    printed = write(newsletter, "> [!NOTE]\n> Content note: suicide.\n\nWe lost him to suicide. Call Samaritans.")
    assert "nothing found" in printed


def test_own_words_and_the_grade_hold_for_files_too(newsletter: Newsletter) -> None:
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(
        settings.read_text() + '\n[reading]\ngrade = 2\n[wording]\nwords = "own.toml"\nsilence = ["crazy"]\n'
    )
    (newsletter.root / "own.toml").write_text(OWN)
    body = f"<p>Our service users are kind. That is crazy.</p>{'<p>We sat by the sea and ate our bread.</p>' * 15}"
    (newsletter.root / "letter.html").write_text(f'<html lang="en"><body>{body}</body></html>')
    (newsletter.root / "letter.eml").write_text(
        f"Subject: Hello\nContent-Type: text/html\n\n<html lang=en>{body}</html>\n"
    )
    for name in ("letter.html", "letter.eml"):
        printed = newsletter.run("check", "--select", "wording", "--select", "text", name).output
        assert "Visitors dislike it" in printed
        assert "crazy" not in printed.replace("That is crazy", "")
        assert "above 2" in printed


def test_a_date_or_a_number_of_years_is_no_crisis_line(newsletter: Newsletter) -> None:
    note = "> [!NOTE]\n> Content note: suicide.\n\n"
    for words in ("on 2026-11-24", "on 24.11.2026", "15 years ago", "with 10 000 000 others"):
        assert "crisis-line-missing" in write(newsletter, f"{note}We lost him to suicide {words}.")
    for words in ("Call 116 123", "Call +44 20 7946 0123", "Text 85258", "[Call us](tel:+442079460123)"):
        assert "crisis-line-missing" not in write(newsletter, f"{note}We lost him to suicide. {words}.")
