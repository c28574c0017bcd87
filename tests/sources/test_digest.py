"""Several posts in one issue."""

from __future__ import annotations

from newsletter.markdown.writing import write_markdown
from newsletter.sources.digest import make_digest
from newsletter.sources.markdown import read_markdown_post

POST = "# {}\n\nWords[^1].\n\n[^1]: A note on {}.\n"


def test_whole_posts_keep_their_own_footnotes() -> None:
    readings = [read_markdown_post(POST.format(name, name), "post.md") for name in ("Boats", "Nets")]
    assert write_markdown(make_digest(readings, is_full=True).post.blocks) == (
        "## Boats\n\nWords[^1].\n\n---\n\n## Nets\n\nWords[^2].\n\n[^1]: A note on Boats.\n\n[^2]: A note on Nets.\n"
    )


def test_beginnings_of_posts_have_no_marks_of_notes() -> None:
    readings = [read_markdown_post(POST.format(name, name), "post.md") for name in ("Boats", "Nets")]
    assert write_markdown(make_digest(readings).post.blocks) == "## Boats\n\nWords.\n\n## Nets\n\nWords.\n"


def test_a_section_that_cannot_lead_to_the_whole_is_named() -> None:
    readings = [read_markdown_post(POST.format(name, name), "post.md") for name in ("Boats", "Nets")]
    readings.append(read_markdown_post("---\nurl: https://b.example/\n---\n# Sails\n\nWords.", "post.md"))
    without = make_digest(readings).warnings
    assert [warning.split(" has ")[0] for warning in without] == ["“Boats”", "“Nets”"]
    assert all("canonical_url" in warning for warning in without)
    assert make_digest(readings, is_full=True).warnings == ()
