"""What `newsletter build` makes passes every rule at `strict`: each layout, each kind of block, both directions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from newsletter.checks.document import Document
from newsletter.checks.loading import read_email
from newsletter.checks.runner import check
from newsletter.checks.sets import choose_rules

if TYPE_CHECKING:
    from tests.conftest import Newsletter

LAYOUTS = ("letter", "digest", "announcement")


@dataclass(frozen=True)
class Words:
    """The words of an issue in one language; the rest of it is the same in all."""

    title: str
    preheader: str
    sentence: str
    link: str
    section: str
    other: str
    alt: str
    button: str
    headers: tuple[str, str]
    cells: tuple[str, str]


WORDS = {
    "en": Words(
        title="A slow morning",
        preheader="Three small things that make the first hour of a day easier.",
        sentence="We open the window and look at the water for a while.",
        link="Our hours in winter",
        section="Three small things",
        other="What it costs",
        alt="A bench by the water",
        button="Book a first talk",
        headers=("Length", "Fee"),
        cells=("One hour", "60 pounds"),
    ),
    "de": Words(
        title="Ein langsamer Morgen",
        preheader="Drei kleine Dinge, die die erste Stunde am Tag leichter machen.",
        sentence="Wir machen das Fenster auf und sehen eine Weile aufs Wasser.",
        link="Unsere Zeiten im Winter",
        section="Drei kleine Dinge",
        other="Was es kostet",
        alt="Eine Bank am Wasser",
        button="Ein erstes Gespräch buchen",
        headers=("Dauer", "Preis"),
        cells=("Eine Stunde", "60 Euro"),
    ),
    "fr": Words(
        title="Un matin lent",
        preheader="Trois petites choses qui rendent la première heure plus facile.",
        sentence="Nous ouvrons la porte et nous regardons l’eau un moment.",
        link="Nos heures en hiver",
        section="Trois petites choses",
        other="Les prix",
        alt="Un banc au bord de l’eau",
        button="Prendre un premier rendez-vous",
        headers=("Durée", "Prix"),
        cells=("Une heure", "60 euros"),
    ),
    "ar": Words(
        title="صباح بطيء",
        preheader="ثلاثة أشياء صغيرة تجعل الساعة الأولى من اليوم أسهل قليلا.",
        sentence="نفتح النافذة وننظر إلى الماء بعض الوقت.",
        link="ساعات العمل في الشتاء",
        section="ثلاثة أشياء صغيرة",
        other="كم يكلف ذلك",
        alt="مقعد بجانب الماء",
        button="احجز محادثة أولى",
        headers=("المدة", "السعر"),
        cells=("ساعة واحدة", "60 دينارا"),
    ),
    "he": Words(
        title="בוקר איטי",
        preheader="שלושה דברים קטנים שמקלים על השעה הראשונה של היום.",
        sentence="אנחנו פותחים את החלון ומסתכלים על המים זמן מה.",
        link="שעות הפתיחה בחורף",
        section="שלושה דברים קטנים",
        other="כמה זה עולה",
        alt="ספסל ליד המים",
        button="קבעו שיחה ראשונה",
        headers=("משך", "מחיר"),
        cells=("שעה אחת", "60 שקלים"),
    ),
}


def write(words: Words, language: str, layout: str) -> str:
    """An issue with every kind of block, some inside others."""
    sentence = words.sentence
    return f"""---
title: {words.title}
preheader: "{words.preheader}"
language: {language}
layout: {layout}
date: 2026-11-24
author: Maren Ellis
---
{sentence} **{words.alt}**, *{words.alt}* ~~{words.alt}~~ `code`.

## {words.section}

- {sentence}
- {words.cells[0]}

    1. {sentence}
    2. {words.cells[1]}

![{words.alt}](sea.png "{sentence}")

![](line.png){{.decorative}}

[![{words.link}](linked.png)](https://example.org/linked)

> {sentence}
>
> - {words.cells[0]}
> - {words.cells[1]}

> [!NOTE]
> {sentence} [{words.link}](https://example.org/hours).[^1]

---

## {words.other}

Table: {words.other}

| {words.headers[0]} | {words.headers[1]} |
| --- | ---: |
| {words.cells[0]} | {words.cells[1]} |
| **{words.cells[0]}** | {words.cells[1]} |

```
one line of code
```

[{words.title}](https://example.org/film){{.video}}

[{words.button}](https://example.org/book){{.button}}

[^1]: {sentence}
"""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", WORDS)
def test_every_layout_and_block_passes_all_rules(newsletter: Newsletter, layout: str, language: str) -> None:
    file = newsletter.write_issue(write(WORDS[language], language, layout))
    for name in ("sea", "line", "linked"):
        newsletter.write_picture(file.parent / f"{name}.png")
    result = newsletter.run("check", "--select", "strict", "--no-links", "--format", "json")
    (target,) = json.loads(result.stdout)["targets"]
    assert [(it["rule"], it["line"], it["message"]) for it in target["findings"]] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_built_files_pass_where_nothing_else_is_known(newsletter: Newsletter, layout: str) -> None:
    file = newsletter.write_issue(write(WORDS["en"], "en", layout))
    for name in ("sea", "line", "linked"):
        newsletter.write_picture(file.parent / f"{name}.png")
    assert newsletter.run("build").exit_code == 0
    (folder,) = (newsletter.root / "build").iterdir()
    rules = choose_rules(["strict"])
    email = read_email((folder / "email.eml").read_bytes(), folder / "email.eml")
    html = Document((folder / "email.html").read_text(encoding="utf-8"))
    assert [(it.rule, it.message) for it in check(email, rules, "email.eml")] == []
    assert [(it.rule, it.message) for it in check(html, rules, "email.html")] == []
