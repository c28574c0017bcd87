"""Single kinds of blocks in a real browser, with what is hard for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import VIEWS
from tests.browser.samples import Sample
from tests.browser.test_email import ask

if TYPE_CHECKING:
    from tests.browser.chromium import Reader
    from tests.conftest import Newsletter

pytestmark = pytest.mark.browser

NUMBERS = "\n\nThen\n\n".join(
    "\n".join(f"{number}. x" for number in range(last - 12, last + 1)) for last in (13, 105, 2026)
)
SIX_COLUMNS = """| Tag | Vormittag | Nachmittag | Abend | Preis | Frei |
|---|---|---|---|--:|--:|
| Montag | Einzelgespräche | Gruppe | geschlossen | 80 € | 3 |
| Dienstag | Gruppe | Einzelgespräche | Paargespräche | 110 € | 12 |
"""
COLUMNS = """\
| Zeitpunkt | Person | Ort | Bemerkungen |
|---|---|---|---|
| Donnerstag | Frau Winterfeld | Gemeindehaus | Wir treffen uns im oberen Stock, und es gibt Tee für alle. |
"""
PRICES = """\
| Besuch | Dauer | Preis |
|:---|---:|---:|
| Erstgespräch am Telefon | 15 Minuten | kostenlos |
| Reduziert, wenn das Geld knapp ist | 50 Minuten | 20 € |
"""
FIGURES = """\
| Month | Visits | First | Cancelled | Income | Costs | Share |
|:--|--:|--:|--:|--:|--:|--:|
| January | 1,234 | 112 | 23 | £12,345 | £9,876 | 12.5 % |
| September | 2,034 | 201 | 45 | £20,340 | £10,002 | 100.0 % |
"""
LABELS = {
    "en": "Choose a time for a first talk",
    "de": "MÖGLICHE TERMINE FÜR EIN ERSTGESPRÄCH",
    "fr": "Découvrez nos œuvres à l’étage",
    "es": "¿Cuándo empezamos? Mañana, 10:30",
    "nl": "Wij willen meer weten over www.example.org",
    "ar": "احجز موعداً للمحادثة الأولى في الصشس",
    "he": "קבעו מועד לשיחה ראשונה ששששששששששש",
}
# What VML keeps free at each side of a shape's words: 0.1 in, in CSS pixels.
INSET = 9.6
# Words of cells that stand on more than one line.
BROKEN_WORDS = r"""[...document.querySelectorAll(".data th, .data td")].flatMap(cell => {
    const found = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of node.data.matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    }
    return found;
})"""


def build(newsletter: Newsletter, body: str, layout: str = "letter", language: str = "de") -> Sample:
    file = newsletter.write_issue(f"---\ntitle: x\nlayout: {layout}\nlanguage: {language}\n---\n{body}")
    assert newsletter.run("build", file.parent.name).exit_code == 0
    return Sample(newsletter.root / "build" / file.parent.name / "email.html", file.parent)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["letter", "announcement"])
def test_numbers_of_long_lists_stay_off_the_margin(
    reader: Reader, newsletter: Newsletter, layout: str, language: str
) -> None:
    sample = build(newsletter, NUMBERS, layout, language)
    for view in ("narrow", "large, narrow"):
        page = reader.open(sample.email, sample.pictures, VIEWS[view])
        tops = page.evaluate("[...document.querySelectorAll('ol')].map(list => list.getBoundingClientRect().top)")
        assert len(tops) == 3
        picture = reader.photograph()
        bottom = page.evaluate("[...document.querySelectorAll('ol')].at(-1).getBoundingClientRect().bottom")
        left = 1 if language == "en" else picture.width - 23
        margin = picture.crop((left, int(tops[0]), left + 22, int(bottom)))
        assert len(margin.getcolors() or []) == 1, view


@pytest.mark.parametrize(
    ("table", "view"),
    [(PRICES, view) for view in ("desktop", "phone", "narrow", "large")]
    + [(table, view) for table in (COLUMNS, SIX_COLUMNS) for view in ("desktop", "phone")],
    ids=[
        *("prices on a desktop", "on a phone", "on a narrow one", "in large letters"),
        *("four columns on a desktop", "on a phone", "six columns on a desktop", "on a phone"),
    ],
)
def test_no_word_of_a_table_breaks_where_all_have_room(
    reader: Reader, newsletter: Newsletter, table: str, view: str
) -> None:
    sample = build(newsletter, table)
    assert reader.open(sample.email, sample.pictures, VIEWS[view]).evaluate(BROKEN_WORDS) == []


def test_in_wider_letters_no_word_of_a_table_breaks_for_its_share_of_the_width(
    reader: Reader, newsletter: Newsletter
) -> None:
    sample = build(newsletter, SIX_COLUMNS)
    page = reader.open(sample.email, sample.pictures, VIEWS["desktop"])
    page.evaluate("document.querySelector('.data').style.letterSpacing = '0.08em'")
    assert page.evaluate(BROKEN_WORDS) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 800


def test_where_no_table_can_be_a_list_short_words_and_figures_stay_whole(
    reader: Reader, newsletter: Newsletter
) -> None:
    sample = build(newsletter, COLUMNS)
    page = reader.open(sample.email, sample.pictures, VIEWS["narrow"])
    # As in programs that take style elements away, or know no media queries.
    own = "[...document.querySelectorAll('style')].filter(it => !it.textContent.includes('@font-face'))"
    page.evaluate(f"{own}.forEach(it => it.remove())")
    broken = page.evaluate(BROKEN_WORDS)
    assert "Gemeindehaus" in broken
    assert not {"Zeitpunkt", "Donnerstag", "Person", "Frau"} & set(broken)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("view", ["phone", "narrow", "large", "large, narrow", "dark, narrow"])
def test_a_table_that_is_too_wide_is_a_list_behind_the_words_of_its_header(
    reader: Reader, newsletter: Newsletter, view: str, language: str
) -> None:
    sample = build(newsletter, FIGURES, language=language)
    page = reader.open(sample.email, sample.pictures, VIEWS[view])
    lines = [it.strip() for it in page.inner_text(".data tbody").splitlines() if it.strip()]
    assert lines[:7] == [
        *("Month: January", "Visits: 1,234", "First: 112", "Cancelled: 23"),
        *("Income: £12,345", "Costs: £9,876", "Share: 12.5 %"),
    ]
    assert page.evaluate(BROKEN_WORDS) == []
    assert not page.is_visible(".data thead")
    assert ask(page) == {}


def test_each_cell_has_its_header_for_who_cannot_see_it(reader: Reader, newsletter: Newsletter) -> None:
    sample = build(newsletter, FIGURES)
    wide = reader.open(sample.email, sample.pictures, VIEWS["desktop"]).locator(".data").aria_snapshot()
    assert 'columnheader "Visits"' in wide
    assert 'cell "1,234"' in wide
    narrow = reader.open(sample.email, sample.pictures, VIEWS["narrow"]).locator(".data").aria_snapshot()
    assert "columnheader" not in narrow
    assert 'cell "Visits: 1,234"' in narrow


def test_a_cell_that_goes_the_other_way_has_its_header_above_it(reader: Reader, newsletter: Newsletter) -> None:
    row = "| الزيارة | ملاحظات | الوقت |\n|---|---|---|\n| الاستشارة | Take your time (really). | الأربعاء |"
    sample = build(newsletter, row, language="ar")
    page = reader.open(sample.email, sample.pictures, VIEWS["large, narrow"])
    box = "it => { const box = document.querySelector(it).getBoundingClientRect(); return [box.right, box.bottom]; }"
    edge, _ = page.evaluate(box, ".data td")
    header, cell = page.evaluate(box, ".data .apart"), page.evaluate(box, ".data td[dir] ")
    assert edge - header[0] <= 4
    assert cell[1] > header[1]
    assert ask(page) == {}


@pytest.mark.parametrize("mark", ["-", "1."])
def test_a_picture_stands_as_far_from_a_list_as_from_the_words_after_it(
    reader: Reader, newsletter: Newsletter, mark: str
) -> None:
    picture = newsletter.root / "issues" / "2026-11-24-a-slow-morning" / "room.png"
    picture.parent.mkdir(parents=True)
    newsletter.write_picture(picture)
    sample = build(newsletter, f"{mark} one\n{mark} two\n\n![A room](room.png)\n\nAfter.")
    edges = """["ul, ol", ".picture", ".picture + p"].map(it => document.querySelector(it).getBoundingClientRect())
        .map(box => [box.top, box.bottom])"""
    (_, above), (top, bottom), (below, _) = reader.open(sample.email, sample.pictures, VIEWS["phone"]).evaluate(edges)
    assert (top - above, below - bottom) == (24, 24)


@pytest.mark.parametrize(("language", "slant", "weight"), [("de", "italic", "400"), ("ar", "normal", "700")])
def test_stress_slants_no_letters_that_have_no_slanted_form(
    reader: Reader, newsletter: Newsletter, language: str, slant: str, weight: str
) -> None:
    sample = build(newsletter, "a *b* c", language=language)
    page = reader.open(sample.email, sample.pictures, VIEWS["desktop"])
    looks = "(style => [style.fontStyle, style.fontWeight])(getComputedStyle(document.querySelector('em')))"
    assert page.evaluate(looks) == [slant, weight]


HEADINGS = "## a *b* **c** d\n\n## **All**\n\n> [!NOTE]\n> ### e *f* **g**\n\n| h *i* | j |\n|---|---|\n| k | l |"
# Whether words have another ground than what is around them.
STANDS_OUT = """it => [...document.querySelectorAll(it)].map(it => {
    const own = getComputedStyle(it).backgroundColor;
    let around = it.parentElement;
    while (getComputedStyle(around).backgroundColor === "rgba(0, 0, 0, 0)") around = around.parentElement;
    return own !== "rgba(0, 0, 0, 0)" && own !== getComputedStyle(around).backgroundColor;
})"""


@pytest.mark.parametrize("view", ["desktop", "dark"])
@pytest.mark.parametrize(("language", "em"), [("ar", [True, True, True]), ("he", [True] * 3), ("de", [False] * 3)])
def test_stress_among_bold_words_stands_out(
    reader: Reader, newsletter: Newsletter, language: str, em: list[bool], view: str
) -> None:
    sample = build(newsletter, HEADINGS, language=language)
    page = reader.open(sample.email, sample.pictures, VIEWS[view])
    assert page.evaluate(STANDS_OUT, ":is(h2, h3, th) em") == em
    # A heading that is bold as a whole stresses nothing.
    assert page.evaluate(STANDS_OUT, ":is(h2, h3) strong") == [True, False, True]
    assert ask(page) == {}


def test_in_the_dark_nothing_below_a_short_letter_glares(reader: Reader, newsletter: Newsletter) -> None:
    sample = build(newsletter, "Hallo.")
    page = reader.open(sample.email, sample.pictures, VIEWS["dark, narrow"])
    assert page.evaluate("document.querySelector('body > *').getBoundingClientRect().bottom") < 900
    below = reader.photograph().convert("L").crop((0, 880, 320, 900))
    assert max(below.tobytes()) < 64


NUMBER = r"""words => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const place = node.data.indexOf(words);
        if (place < 0) continue;
        const range = document.createRange();
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        const first = range.getBoundingClientRect().left;
        range.setStart(node, place + words.length - 1);
        range.setEnd(node, place + words.length);
        return first < range.getBoundingClientRect().left;
    }
}"""


@pytest.mark.parametrize("language", ["ar", "he"])
@pytest.mark.parametrize("number", ["+44 1632 960123", "0800-111-222"])
def test_a_telephone_number_is_not_turned_around(
    reader: Reader, newsletter: Newsletter, language: str, number: str
) -> None:
    words = {"ar": "اتصلوا على {} أو", "he": "התקשרו {} או"}[language].format(number)
    sample = build(
        newsletter,
        f"{words} [{words}](tel:+441632960123) \n\n| א | ب |\n|---|---|\n| x | {words} |",
        "letter",
        language,
    )
    page = reader.open(sample.email, sample.pictures, VIEWS["desktop"])
    assert page.evaluate(NUMBER, number)
    assert page.inner_text("body").count(number) == 3


AMONG = "{}```\n{}newsletter\n{}```\n{}\n{}![A room](room.png)\n{}\n{}| a | b |\n{}|---|---|\n{}| c | d |"


@pytest.mark.parametrize("layout", ["letter", "announcement"])
@pytest.mark.parametrize("start", ["> ", "- x\n\n  ", "> [!NOTE]\n> ", "1000. x\n\n      ", "> - x\n>\n>   "])
@pytest.mark.parametrize("view", ["images off", "dark", "images off, dark, narrow", "large, narrow"])
def test_pictures_tables_and_code_fit_into_what_is_around_them(
    reader: Reader, newsletter: Newsletter, start: str, layout: str, view: str
) -> None:
    picture = newsletter.root / "issues" / "2026-11-24-a-slow-morning" / "room.png"
    picture.parent.mkdir(parents=True)
    newsletter.write_picture(picture, (1200, 600))
    rest = start.rpartition("\n")[2]
    body = AMONG.format(start, *[rest] * 8)
    sample = build(newsletter, body, layout)
    page = reader.open(sample.email, sample.pictures, VIEWS[view])
    assert page.locator("pre, .picture img, .data").count() == 3
    assert ask(page) == {}


@pytest.mark.parametrize("view", ["desktop", "dark"])
def test_in_a_box_code_has_a_ground_of_its_own_and_a_table_that_of_the_box(
    reader: Reader, newsletter: Newsletter, view: str
) -> None:
    sample = build(newsletter, AMONG.format("> [!NOTE]\n> ", *["> "] * 8).replace("> ![A room](room.png)\n", ""))
    page = reader.open(sample.email, sample.pictures, VIEWS[view])
    colour = "it => getComputedStyle(document.querySelector(it)).backgroundColor"
    box, code, cell = (page.evaluate(colour, it) for it in (".callout", ".callout pre", ".callout td"))
    assert code not in {box, "rgba(0, 0, 0, 0)"}
    assert cell in {box, "rgba(0, 0, 0, 0)"}


def test_words_that_go_the_other_way_keep_their_stops_at_their_end(reader: Reader, newsletter: Newsletter) -> None:
    body = "Take your time (really).\n\nمرحبًا Maren.\n\n12:30\n\n| a | b |\n|---|---|\n| 15 min. | مجاني |"
    sample = build(newsletter, body, language="ar")
    page = reader.open(sample.email, sample.pictures, VIEWS["desktop"])
    directions = "[...document.querySelectorAll('.paper p:not(.name), .data td')]"
    found = page.evaluate(f"{directions}.map(it => getComputedStyle(it).direction)")
    assert found == ["ltr", "rtl", "rtl", "ltr", "rtl"]


def test_links_in_neighbouring_lines_do_not_touch(reader: Reader, newsletter: Newsletter) -> None:
    links = " ".join(f"[ein Verweis](https://example.org/{number}).[^1]" for number in range(20))
    sample = build(newsletter, f"{links}\n\n[^1]: Eine Notiz.")
    for view in ("phone", "narrow", "desktop"):
        assert ask(reader.open(sample.email, sample.pictures, VIEWS[view])) == {}


def test_deep_lists_fit_a_narrow_phone_in_large_letters(reader: Reader, newsletter: Newsletter) -> None:
    body = "\n".join(f"{'   ' * depth}1. Lebensversicherung" for depth in range(5))
    sample = build(newsletter, body)
    page = reader.open(sample.email, sample.pictures, VIEWS["large, narrow"])
    assert page.evaluate("document.querySelectorAll('ol').length") == 5
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("layout", ["letter", "digest"])
@pytest.mark.parametrize("language", LABELS)
def test_outlook_has_a_button_as_wide_as_its_words(
    reader: Reader, newsletter: Newsletter, language: str, layout: str
) -> None:
    words, room = measure_button(reader, build(newsletter, button(LABELS[language]), layout, language))
    assert words <= room <= 1.7 * words


def test_outlook_has_a_button_as_high_as_its_lines(reader: Reader, newsletter: Newsletter) -> None:
    sample = build(newsletter, button("Vereinbaren Sie Ihr Sommerferienfreizeitbetreuungsgespräch " * 3))
    words, room = measure_button(reader, sample, "height")
    assert 2 * 18 < words <= room <= 1.7 * words


def button(words: str) -> str:
    return f"[{words.strip()}](https://example.org){{.button}}"


def measure_button(reader: Reader, sample: Sample, side: str = "width") -> tuple[float, float]:
    """Measure the words of a button in the browser, and the room that Outlook has for them, in CSS pixels."""
    drawn = re.search(rf"<v:roundrect[^>]*\b{side}:(\d+)px", sample.email.read_text(encoding="utf-8"))
    assert drawn
    page = reader.open(sample.email, sample.pictures, VIEWS["desktop"])
    seen = f"""(() => {{
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(".button a"));
        return range.getBoundingClientRect().{side};
    }})()"""
    return page.evaluate(seen), int(drawn[1]) - 2 * INSET
