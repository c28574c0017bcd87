"""The preview page in a real browser, as a file and live from the server."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from newsletter.settings import read_settings
from newsletter.web.preview import open_server
from newsletter.workflows.preview import LivePreview
from tests.browser.axe import ALL, find_violations
from tests.conftest import ISSUE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Newsletter

pytestmark = pytest.mark.browser

LONG = ISSUE + "\n![](boat.png)\n" + "\nOne more calm paragraph.\n" * 60
# Saves show within a second; busy machines get more before the test gives up.
SOON = 10_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test for any error on it, and for any request that leaves this machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    local = ("file:", "data:", "http://127.0.0.1", "about:")
    opened.on("request", lambda it: None if it.url.startswith(local) else wrong.append(it.url))
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture
def index(newsletter: Newsletter) -> str:
    file = newsletter.write_issue(LONG)
    newsletter.write_picture(file.parent / "boat.png")
    newsletter.run("build")
    return (newsletter.root / "build" / file.parent.name / "index.html").as_uri()


@pytest.fixture
def served(newsletter: Newsletter) -> Iterator[tuple[str, Path]]:
    """A live preview's address, and the issue.md that it shows."""
    file = newsletter.write_issue(LONG)
    newsletter.write_picture(file.parent / "boat.png")
    server = open_server(LivePreview(lambda: read_settings(newsletter.root / "newsletter.toml"), None), 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}/", file
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, index: str, axe: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for width, view in ((1280, "desktop"), (375, "phone"), (375, "text"), (1280, "spoken"), (320, "spoken")):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{index}#{view}")
        page.reload()
        assert find_violations(page, axe, ALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_keys_alone_reach_every_view_and_finding(page: Page, index: str) -> None:
    page.goto(index)
    page.keyboard.press("Tab")
    for view in ("phone", "text", "spoken"):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.documentElement.dataset.view") == view
    expect(page.locator("#transcript")).to_contain_text("heading level 1 A slow morning")
    page.get_by_label("Phone").check()
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.dataset.finding || ''"))
    findings = page.locator("[data-finding]").count()
    assert reached >= {"way", "vision", *map(str, range(1, findings + 1))}


def test_a_finding_marks_its_element_and_names_its_line(page: Page, index: str) -> None:
    page.goto(f"{index}#spoken")
    finding = page.locator("[data-finding]", has_text="image-alt-missing")
    finding.focus()
    page.keyboard.press("Enter")
    image = page.frame_locator("#email").locator("img")
    expect(image).to_be_visible()
    expect(image).to_have_css("outline-width", "4px")
    expect(page.locator("#status")).to_contain_text(f"line {len(ISSUE.splitlines()) + 2}")
    expect(finding).to_have_attribute("aria-pressed", "true")


def test_what_is_said_stays_in_sight(page: Page, index: str) -> None:
    page.goto(index)
    link = page.frame_locator("#email").get_by_role("link", name="Book a first talk")
    link.scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 300)")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("example.org/book")
    expect(page.locator("h1")).not_to_be_in_viewport()
    expect(page.locator("#status")).to_be_in_viewport(ratio=1)
    expect(link).to_be_in_viewport()


def test_the_inbox_shows_a_long_subject_whole_and_cut(page: Page, newsletter: Newsletter) -> None:
    subject = "A subject that goes on for so long that no phone in this world shows its last words"
    preheader = "A preheader of ninety characters that an inbox on a phone cuts somewhere in the middle of it"
    text = ISSUE.replace("A slow morning by the water", subject).replace("Three small things that make", preheader)
    file = newsletter.write_issue(text)
    newsletter.run("build")
    page.goto((newsletter.root / "build" / file.parent.name / "index.html").as_uri())
    whole, cut = page.locator(".row").all()
    is_cut = "it => it.scrollWidth > it.clientWidth && getComputedStyle(it).textOverflow === 'ellipsis'"
    lines = "it => Math.round(it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight))"
    for words in ("strong", ".preheader"):
        assert not whole.locator(words).evaluate(is_cut)
        assert cut.locator(words).evaluate(is_cut)
        assert cut.locator(words).evaluate(lines) == 1
    expect(whole).to_contain_text(f"{subject} {preheader}")
    expect(page.locator(".inbox")).to_contain_text(f"Subject: {len(subject)} characters")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert cut.locator("strong").evaluate(is_cut)


def test_a_short_subject_is_not_cut_and_no_preheader_is_said(page: Page, newsletter: Newsletter) -> None:
    text = "".join(line for line in ISSUE.splitlines(keepends=True) if not line.startswith(("preheader", "subject")))
    file = newsletter.write_issue(text)
    newsletter.run("build")
    page.goto((newsletter.root / "build" / file.parent.name / "index.html").as_uri())
    assert page.locator(".cut strong").evaluate("it => it.scrollWidth <= it.clientWidth")
    expect(page.locator(".inbox")).to_contain_text("There is no preheader")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_views_show_what_readers_see(page: Page, index: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(index)
    heading = page.frame_locator("#email").locator("h1")
    image = page.frame_locator("#email").locator("img")
    assert image.evaluate("image => image.naturalWidth") == 600
    light = heading.evaluate("it => getComputedStyle(it).color")
    page.get_by_label("Dark mode").check()
    assert heading.evaluate("it => getComputedStyle(it).color") != light
    page.get_by_label("Dark mode").uncheck()
    assert heading.evaluate("it => getComputedStyle(it).color") == light
    size = heading.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
    page.get_by_label("Text at 200").check()
    assert heading.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") == pytest.approx(2 * size)
    page.get_by_label("Images off").check()
    page.wait_for_timeout(100)
    assert image.evaluate("image => image.naturalWidth") == 0
    page.get_by_label("Phone").check()
    assert page.locator("#email").evaluate("it => it.clientWidth") == 375
    page.get_by_label("Colours").select_option("achromatopsia")
    assert "achromatopsia" in page.locator("#email").evaluate("it => getComputedStyle(it).filter")


def test_a_link_in_the_email_is_said_and_not_followed(page: Page, index: str) -> None:
    page.goto(index)
    page.frame_locator("#email").get_by_role("link", name="Book a first talk").click()
    expect(page.locator("#status")).to_have_text("This link leads to https://example.org/book")
    expect(page.frame_locator("#email").locator("h1")).to_be_visible()


def test_a_save_shows_and_keeps_the_view_and_the_place(page: Page, served: tuple[str, Path]) -> None:
    address, file = served
    page.goto(f"{address}#phone,dark")
    heading = page.frame_locator("#email").locator("h1")
    expect(heading).to_have_text("A slow morning")
    page.evaluate("window.scrollTo(0, 900)")
    colour = heading.evaluate("it => getComputedStyle(it).color")
    file.write_text(LONG.replace("title: A slow morning", "title: A quick morning"), encoding="utf-8")
    expect(heading).to_have_text("A quick morning", timeout=SOON)
    assert page.evaluate("window.scrollY") == 900
    assert page.get_by_label("Phone").is_checked()
    assert heading.evaluate("it => getComputedStyle(it).color") == colour


def test_a_save_shows_within_a_second(page: Page, served: tuple[str, Path]) -> None:
    address, file = served
    # The page's own clock stands still: only what it asks for within one second is asked for at all.
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    with page.expect_response("**/version") as asked:
        page.goto(address)
    asked.value.finished()
    heading = page.frame_locator("#email").locator("h1")
    expect(heading).to_have_text("A slow morning")
    file.write_text(LONG.replace("title: A slow morning", "title: A quick morning"), encoding="utf-8")
    page.clock.run_for(1000)
    expect(heading).to_have_text("A quick morning", timeout=SOON)


def test_a_mistake_is_a_message_and_mended_it_goes(page: Page, served: tuple[str, Path]) -> None:
    address, file = served
    page.goto(address)
    expect(page.locator("#mistake")).to_be_empty()
    file.write_text(LONG.replace("layout", "layuot").replace("language: en", "langauge: en"), encoding="utf-8")
    mistake = page.locator("#mistake")
    expect(mistake).to_contain_text("langauge", timeout=SOON)
    expect(mistake).to_contain_text("line 5")
    expect(page.frame_locator("#email").locator("h1")).to_have_text("A slow morning")
    file.write_text(LONG.replace("title: A slow morning", "title: Mended"), encoding="utf-8")
    expect(page.frame_locator("#email").locator("h1")).to_have_text("Mended", timeout=SOON)
    expect(mistake).to_have_text("")


def test_a_mistake_at_the_start_goes_when_mended(page: Page, served: tuple[str, Path], axe: str) -> None:
    address, file = served
    file.write_text("no front matter\n", encoding="utf-8")
    page.goto(address)
    expect(page.locator("#mistake")).to_contain_text("This cannot be shown yet")
    assert find_violations(page, axe, ALL) == []
    file.write_text(LONG, encoding="utf-8")
    expect(page.frame_locator("#email").locator("h1")).to_have_text("A slow morning", timeout=SOON)
