"""Posts and pictures from a site, sound and unsound."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import PIL.Image
import pytest

from tests.shared import PROJECT, interruptible
from tests.standins.site import Answer, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Newsletter

WORDS = "The path goes down to the water, past the old wall and the apple trees that nobody picks. " * 12


def page(title: str = "Down to the water", extra: str = "") -> bytes:
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title><meta name="author" content="Ada Lane">
<meta property="article:published_time" content="2026-03-01T08:00:00Z">
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><nav><a href="/">Home</a></nav>
<article><h1>{title}</h1><p>{WORDS}</p><h2>By the wall</h2>
<p>{WORDS} <a href="/map?utm_source=x&amp;id=3">A map</a>.</p>{extra}</article></body></html>""".encode()


def picture(kind: str = "JPEG", size: tuple[int, int] = (2400, 1200), **options: object) -> bytes:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", size, "#446688").save(buffer, kind, **options)
    return buffer.getvalue()


def feed(site: Site) -> bytes:
    items = "".join(
        f"<item><title>Letter {number}</title><link>{site.url}/post{number}</link><guid>g{number}</guid>"
        f"<pubDate>Mon, 0{number} Jun 2026 08:00:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{WORDS}</p>]]></description></item>"
        for number in (1, 2, 3)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        server.answers["/post"] = Answer(page(extra='<p><img src="/sea.jpg" alt="The sea, flat and grey"></p>'))
        server.answers["/sea.jpg"] = Answer(picture(), "image/jpeg")
        server.answers["/feed.xml"] = Answer(feed(server), "application/rss+xml")
        yield server


def run(newsletter: Newsletter, *arguments: str) -> dict[str, object]:
    result = newsletter.run("new", "--allow-private", "--json", *arguments)
    assert result.exit_code == 0, result.stderr
    return dict(json.loads(result.stdout))


def issue_text(newsletter: Newsletter, report: dict[str, object]) -> str:
    return (newsletter.root / str(report["issue"]) / "issue.md").read_text(encoding="utf-8")


def test_a_page_becomes_an_issue_with_its_picture(newsletter: Newsletter, site: Site) -> None:
    report = run(newsletter, f"{site.url}/post")
    text = issue_text(newsletter, report)
    assert "title: Down to the water" in text
    assert "author: Ada Lane" in text
    assert "language: en-GB" in text
    assert f"[A map]({site.url}/map?id=3)" in text
    assert "![The sea, flat and grey](sea.jpg)" in text or "![The sea, flat and grey](sea.png)" in text
    assert "Home" not in text
    assert "newsletter/" in next(iter(site.agents))
    assert newsletter.run("build").exit_code == 0
    # The map's link leads to this machine, which the check says of no real page.
    assert newsletter.run("check", "--ignore", "link-target-invalid", "--ignore", "link-to-number").exit_code == 0


def test_pictures_are_small_and_say_nothing_of_where_they_were_taken(newsletter: Newsletter, site: Site) -> None:
    exif = PIL.Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x8825] = {1: "N", 2: (53.0, 1.0, 2.0)}
    noise = PIL.Image.effect_noise((2400, 1600), 90).convert("RGB")
    buffer = io.BytesIO()
    noise.save(buffer, "JPEG", quality=98, exif=exif)
    site.answers["/sea.jpg"] = Answer(buffer.getvalue(), "image/jpeg")
    folder = newsletter.root / str(run(newsletter, f"{site.url}/post")["issue"])
    file = folder / "sea.jpg"
    assert file.stat().st_size <= 400 * 1024
    with PIL.Image.open(file) as small:
        assert small.width <= 1200
        assert not small.getexif()


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "GIF", "TIFF", "BMP"])
def test_pictures_of_any_kind_become_what_mail_programs_show(newsletter: Newsletter, site: Site, kind: str) -> None:
    site.answers["/sea.jpg"] = Answer(picture(kind, (600, 300)), "image/x")
    folder = newsletter.root / str(run(newsletter, f"{site.url}/post")["issue"])
    (file,) = folder.glob("sea.*")
    with PIL.Image.open(file) as made:
        assert made.format in {"JPEG", "PNG"}


def test_a_drawing_becomes_a_picture(newsletter: Newsletter, site: Site) -> None:
    (newsletter.root / "secret.png").write_bytes(picture("PNG", (40, 40)))
    secret = f'<image href="{newsletter.root}/secret.png" width="200" height="100"/>'
    drawing = f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{secret}</svg>'
    site.answers["/sea.jpg"] = Answer(drawing.encode(), "image/svg+xml")
    folder = newsletter.root / str(run(newsletter, f"{site.url}/post")["issue"])
    with PIL.Image.open(folder / "sea.png") as made:
        assert made.size == (200, 100)
        # White: a file of this machine is not drawn.
        assert made.convert("RGB").getcolors() == [(20_000, (255, 255, 255))]


BLUR = '<filter id="f" width="9e6" height="9e6"><feGaussianBlur stdDeviation="9e5"/></filter>'


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="100000"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><a></svg',
        f'<svg xmlns="http://www.w3.org/2000/svg">{BLUR}<rect width="300" height="150" filter="url(#f)"/></svg>',
    ],
    ids=["endless", "broken", "blurred without bounds"],
)
def test_a_drawing_that_is_a_bomb_ends(newsletter: Newsletter, site: Site, drawing: str) -> None:
    site.answers["/sea.jpg"] = Answer(drawing.encode(), "image/svg+xml")
    report = run(newsletter, f"{site.url}/post")
    folder = newsletter.root / str(report["issue"])
    assert "cannot be turned into a PNG" in str(report["missing"]) or (folder / "sea.png").is_file()


def test_a_picture_that_cannot_be_had_keeps_its_address_and_is_named(newsletter: Newsletter, site: Site) -> None:
    site.answers["/sea.jpg"] = Answer(b"no picture at all", "image/jpeg")
    report = run(newsletter, f"{site.url}/post")
    assert any("sea.jpg" in str(it) and "not a picture" in str(it) for it in list(report["missing"]))  # type: ignore[call-overload]
    assert f"({site.url}/sea.jpg)" in issue_text(newsletter, report)


def test_pictures_can_stay_where_they_are(newsletter: Newsletter, site: Site) -> None:
    report = run(newsletter, f"{site.url}/post", "--no-images")
    assert f"({site.url}/sea.jpg)" in issue_text(newsletter, report)
    assert "/sea.jpg" not in site.requests


def test_a_feed_gives_its_newest_entry_or_the_one_that_is_named(newsletter: Newsletter, site: Site) -> None:
    assert "title: Letter 3" in issue_text(newsletter, run(newsletter, f"{site.url}/feed.xml"))
    assert "title: Letter 2" in issue_text(newsletter, run(newsletter, f"{site.url}/feed.xml", "--entry", "2"))
    assert "title: Letter 1" in issue_text(newsletter, run(newsletter, f"{site.url}/post", "--entry", "g1"))
    result = newsletter.run("new", "--allow-private", "--list", f"{site.url}/feed.xml")
    assert result.stdout.splitlines() == [
        "  1  2026-06-03  Letter 3  (in {})".format(next((newsletter.root / "issues").glob("*letter-3")).name),
        "  2  2026-06-02  Letter 2  (in {})".format(next((newsletter.root / "issues").glob("*letter-2")).name),
        "  3  2026-06-01  Letter 1  (in {})".format(next((newsletter.root / "issues").glob("*letter-1")).name),
    ]


def test_an_entry_is_not_used_twice(newsletter: Newsletter, site: Site) -> None:
    run(newsletter, f"{site.url}/feed.xml")
    result = newsletter.run("new", "--allow-private", f"{site.url}/feed.xml")
    assert result.exit_code == 2
    assert "letter-3" in result.stderr
    assert "--force" in result.stderr
    run(newsletter, f"{site.url}/feed.xml", "--force")


def test_entries_are_listed_for_machines_too(newsletter: Newsletter, site: Site) -> None:
    document = json.loads(newsletter.run("new", "--allow-private", "--list", "--json", f"{site.url}/feed.xml").stdout)
    assert document["version"] == 1
    assert document["entries"][0] == {
        "number": 1,
        "title": "Letter 3",
        "date": "2026-06-03",
        "guid": f"{site.url}/g3",
        "url": f"{site.url}/post3",
        "issue": None,
    }


def test_entries_since_a_day_leave_out_those_that_were_used(newsletter: Newsletter, site: Site) -> None:
    run(newsletter, f"{site.url}/feed.xml")
    report = run(newsletter, f"{site.url}/feed.xml", "--since", "2026-06-01")
    assert "title: Letter 2, and 1 more" in issue_text(newsletter, report)
    assert "in an issue already: " in str(report["dropped"])
    # All three are used now, two of them in the digest.
    result = newsletter.run("new", "--allow-private", f"{site.url}/feed.xml", "--since", "2026-06-01")
    assert result.exit_code == 2
    assert "All of these posts are in issues already" in result.stderr


def test_an_entry_whose_page_cannot_be_had_keeps_what_the_feed_says(newsletter: Newsletter, site: Site) -> None:
    site.answers["/feed.xml"].data = site.answers["/feed.xml"].data.replace(WORDS.encode(), b"It was early. Read more")
    report = run(newsletter, f"{site.url}/feed.xml")
    assert "It was early." in issue_text(newsletter, report)
    (warning,) = list(report["warnings"])  # type: ignore[call-overload]
    assert "“Letter 3” holds only what the feed says of it" in warning
    assert f"{site.url}/post3: The site answered 404" in warning


def test_one_entry_that_cannot_be_read_does_not_end_the_others(newsletter: Newsletter, site: Site) -> None:
    data = site.answers["/feed.xml"].data
    empty = data.replace(f"<p>{WORDS}</p>".encode(), b"", 1)
    site.answers["/feed.xml"].data = empty
    result = newsletter.run("new", "--allow-private", f"{site.url}/feed.xml", "--since", "2026-06-01")
    assert result.exit_code == 1
    assert f"{site.url}/post1: The site answered 404" in result.stderr.splitlines()[-2]
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    assert "title: Letter 3, and 1 more" in file.read_text()
    site.answers["/feed.xml"].data = data.replace(f"<p>{WORDS}</p>".encode(), b"")
    result = newsletter.run("new", "--allow-private", f"{site.url}/feed.xml", "--since", "2026-06-01", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    site.answers["/feed.xml"].data = empty
    result = newsletter.run(
        "new", "--allow-private", f"{site.url}/feed.xml", "--since", "2026-06-01", "--json", "--force"
    )
    assert [it["source"] for it in json.loads(result.stdout)["failed"]] == [f"{site.url}/post1"]


def test_a_saved_page_names_its_feed(newsletter: Newsletter, site: Site) -> None:
    link = f'<link rel="alternate" type="application/atom+xml" href="{site.url}/feed.xml">'.encode()
    (newsletter.root / "page.html").write_bytes(b"<!DOCTYPE html><html><head>" + link + b"</head><p>Words</p></html>")
    assert "title: Letter 2" in issue_text(newsletter, run(newsletter, "page.html", "--entry", "2"))
    listed = newsletter.run("new", "--allow-private", "--list", "page.html")
    assert len(listed.stdout.splitlines()) == 3


def test_a_page_without_a_feed_and_a_text_have_no_entries(newsletter: Newsletter) -> None:
    (newsletter.root / "page.html").write_text("<html><p>Words</p></html>")
    (newsletter.root / "post.txt").write_text("A Title\n\nWords, and more of them.")
    for name, words in (("page.html", "names no feed"), ("post.txt", "It is no feed")):
        result = newsletter.run("new", name, "--entry", "2")
        assert result.exit_code == 2
        assert words in result.stderr
        assert "Hint:" in result.stderr


def test_an_issue_that_is_there_is_named_before_anything_is_asked_or_fetched(
    newsletter: Newsletter, site: Site
) -> None:
    run(newsletter, f"{site.url}/post")
    (folder,) = (newsletter.root / "issues").iterdir()
    (folder / "issue.md").write_text("mine")
    site.requests.clear()
    result = newsletter.run("new", "--allow-private", f"{site.url}/post", "--headings", "ask")
    assert result.exit_code == 2
    assert "This issue is there already" in result.stderr
    assert site.requests == ["/post"]
    assert (folder / "issue.md").read_text() == "mine"


def test_a_digest_shows_the_pictures_that_a_feed_names(newsletter: Newsletter, site: Site) -> None:
    items = [
        {"id": str(number), "title": f"Letter {number}", "content_html": f"<p>{WORDS}</p>", "url": f"/{number}"}
        | {"date_published": f"2026-06-0{number}", "image": f"{site.url}/sea.jpg"}
        for number in (1, 2)
    ]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    site.answers["/feed.json"] = Answer(feed.encode(), "application/feed+json")
    report = run(newsletter, f"{site.url}/feed.json", "--since", "2026-06-01")
    assert issue_text(newsletter, report).count("![](sea.") == 2


def test_several_posts_make_a_digest(newsletter: Newsletter, site: Site) -> None:
    text = issue_text(newsletter, run(newsletter, f"{site.url}/feed.xml", "--since", "2026-06-02"))
    assert "title: Letter 3, and 1 more" in text
    assert f"[Read: Letter 2]({site.url}/post2)" in text
    assert "Read more" not in text
    assert newsletter.run("build").exit_code == 0
    full = issue_text(newsletter, run(newsletter, f"{site.url}/post", f"{site.url}/feed.xml", "--full", "--force"))
    assert "## Down to the water" in full
    assert "### By the wall" in full


def test_what_is_dropped_can_be_kept_and_what_is_kept_dropped(newsletter: Newsletter, site: Site) -> None:
    extra = '<div class="related-posts"><p>You may also like our walk in the snow.</p></div><p>Bring good shoes.</p>'
    site.answers["/post"] = Answer(page(extra=extra))
    report = run(newsletter, f"{site.url}/post")
    assert "You may also like" in str(report["dropped"])
    assert "You may also like" not in issue_text(newsletter, report)
    report = run(newsletter, f"{site.url}/post", "--force", "--keep", "you may also", "--drop", "Bring good")
    text = issue_text(newsletter, report)
    assert "You may also like" in text
    assert "Bring good shoes" not in text
    assert "as you asked" in str(report["dropped"])
    assert report["warnings"] == []
    report = run(newsletter, f"{site.url}/post", "--force", "--keep", "no such words", "--drop", "nor such")
    assert [str(it).split(":")[0] for it in list(report["warnings"])] == [  # type: ignore[call-overload]
        "--keep “no such words”",
        "--drop “nor such”",
    ]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]"]
)
def test_places_that_only_this_machine_sees_are_refused(newsletter: Newsletter, address: str) -> None:
    result = newsletter.run("new", f"http://{address}:9/post")
    assert result.exit_code == 2
    assert "not on the public internet" in result.stderr
    assert not (newsletter.root / "issues").exists()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(status=404), "404"),
        (Answer(status=302, headers={"Location": "/post"}), "redirects more than 5 times"),
        (Answer(b"%PDF-1.7", "application/pdf"), "application/pdf"),
        (Answer(fault="endless"), "larger than 10 MB"),
        (Answer(fault="bomb"), "larger than 10 MB"),
        (Answer(page(), fault="break"), "Cannot fetch"),
        (Answer(b"<div>" * 5000), "too many elements"),
        (Answer(b"<p>a</p>" * 50_001), "too many elements"),
        (Answer(b"<br>" * 50_001), "too many elements"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_page_that_goes_wrong_leaves_nothing_behind(
    newsletter: Newsletter, site: Site, answer: Answer, words: str
) -> None:
    site.answers["/post"] = answer
    result = newsletter.run("new", "--allow-private", f"{site.url}/post")
    assert result.exit_code == 2, result.output
    assert words in result.stderr
    assert "Hint:" in result.stderr
    assert not (newsletter.root / "issues").exists()


def test_a_picture_of_too_many_pixels_is_refused_unread(newsletter: Newsletter, site: Site) -> None:
    buffer = io.BytesIO()
    PIL.Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    site.answers["/sea.jpg"] = Answer(buffer.getvalue(), "image/png")
    assert "too large" in str(run(newsletter, f"{site.url}/post")["missing"])


def test_a_page_behind_a_wall_is_warned_of(newsletter: Newsletter, site: Site) -> None:
    words = "<p>The first words are free, the others are not.</p><p>This post is for paid subscribers</p>"
    body = f"<html><head><title>A walk</title></head><body><article><h1>A walk</h1>{words}</article></body></html>"
    site.answers["/post"] = Answer(body.encode())
    assert "only subscribers" in str(run(newsletter, f"{site.url}/post")["warnings"])


def test_an_interrupted_import_leaves_nothing_behind(newsletter: Newsletter, site: Site) -> None:
    site.answers["/sea.jpg"] = Answer(fault="hang")
    command = interruptible("new", "--allow-private", f"{site.url}/post")
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 30
        while "/sea.jpg" not in site.requests and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert b"Traceback" not in stderr
    assert not (newsletter.root / "issues").exists()


def test_guessed_headings_can_be_undone_one_by_one(newsletter: Newsletter) -> None:
    parts = [
        "A Title",
        "It begins here, with words.",
        "Not a heading",
        "But a line, and more.",
        "A heading",
        "The end.",
    ]
    text = "\n\n\n".join(parts)
    (newsletter.root / "post.txt").write_text(text)
    assert newsletter.run("new", "post.txt", "--headings", "ask", stdin="n\ny\n").exit_code == 0
    (file,) = (newsletter.root / "issues").glob("*/issue.md")
    assert "\nNot a heading\n" in file.read_text()
    assert "\n## A heading\n" in file.read_text()


def test_a_saved_page_takes_its_pictures_from_its_folder_and_knows_its_address(newsletter: Newsletter) -> None:
    folder = newsletter.root / "Walk – Blog_files"
    folder.mkdir()
    (folder / "gate(1).webp").write_bytes(picture("WEBP", (600, 300)))
    image = (
        '<p><img src="./Walk – Blog_files/gate(1).webp" srcset="https://b.example/gate.webp 1200w" alt="A gate"></p>'
        '<p><img src="../secret.png" alt="Elsewhere"></p>'
    )
    comment = b"<!-- saved from url=(0026)https://b.example/2026/walk/ -->\n"
    (newsletter.root / "Walk – Blog.html").write_bytes(comment + page(extra=image))
    report = run(newsletter, "Walk – Blog.html")
    text = issue_text(newsletter, report)
    assert "source: https://b.example/2026/walk/" in text
    assert "[A map](https://b.example/map?id=3)" in text
    assert "![A gate](gate-1." in text
    assert "secret.png" not in str(list((newsletter.root / str(report["issue"])).iterdir()))


def test_a_redirect_leads_to_no_file(newsletter: Newsletter, site: Site) -> None:
    site.answers["/post"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    result = newsletter.run("new", "--allow-private", f"{site.url}/post")
    assert result.exit_code == 2
    assert "Cannot fetch" in result.stderr


@pytest.mark.parametrize(("name", "data"), [("odd.json", b'{"a": 1}'), ("note.xml", b"<?xml version='1.0'?><note/>")])
def test_a_file_that_is_no_feed_is_named(newsletter: Newsletter, name: str, data: bytes) -> None:
    (newsletter.root / name).write_bytes(data)
    result = newsletter.run("new", name)
    assert result.exit_code == 2
    assert f"{name}: The feed has no entries." in result.stderr


def test_titles_in_other_scripts_give_each_issue_its_own_folder(newsletter: Newsletter) -> None:
    for title in ("كرسي بين الصفوف", "小道は水辺へ"):
        (newsletter.root / "post.md").write_text(f"# {title}\n\n{title}.", encoding="utf-8")
        run(newsletter, "post.md")
    assert len(list((newsletter.root / "issues").iterdir())) == 2
