"""From the first real post to an email: what a writer gets from three commands."""

from __future__ import annotations

import email
import email.policy
import json
from typing import TYPE_CHECKING

from newsletter.checks.rule import all_rules
from newsletter.model import UNSUBSCRIBE_TOKEN
from tests.shared import shared_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsletter

FILES = {"email.html", "email.txt", "email.eml", "index.html", "rendition.json"}


def built(newsletter: Newsletter) -> Path:
    (folder,) = (newsletter.root / "build").iterdir()
    return folder


def test_new_build_check(newsletter: Newsletter) -> None:
    source = shared_file("seed/000_13835efccf27cff8.txt")
    assert newsletter.run("new", str(source)).exit_code == 0
    assert newsletter.run("build").exit_code == 0
    result = newsletter.run("check", "--format", "json")
    assert result.exit_code == 0, result.stdout
    document = json.loads(result.stdout)
    assert document["version"] == 1
    findings = document["targets"][0]["findings"]
    # What the author wrote is the author's to mend: the prose rules may speak, and none of them seriously.
    prose = {rule.name for rule in all_rules() if rule.group in {"text", "wording"}}
    assert [it for it in findings if it["outcome"] == "fail" and it["rule"] not in prose] == []
    assert {it["impact"] for it in findings} <= {"minor", "moderate"}
    text = (built(newsletter) / "email.txt").read_text(encoding="utf-8")
    assert text.startswith("Why the Therapeutic Relationship Matters More Than the Technique\n=====")
    assert "Warmly,\nThe Self Reflections Team\n" in text


def test_the_built_files(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    assert newsletter.run("build").exit_code == 0
    folder = built(newsletter)
    assert {file.name for file in folder.iterdir()} == FILES
    message = email.message_from_bytes((folder / "email.eml").read_bytes(), policy=email.policy.default)
    assert message["Subject"] == "A slow morning by the water"
    text, html = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n").rstrip() == (folder / "email.txt").read_text().rstrip()
    assert html.get_content().replace("\r\n", "\n").rstrip() == (folder / "email.html").read_text().rstrip()
    for name in FILES:
        assert UNSUBSCRIBE_TOKEN not in (folder / name).read_text()


def test_building_twice_gives_the_same_bytes(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    results = []
    for _ in range(2):
        newsletter.run("build")
        results.append({file.name: file.read_bytes() for file in built(newsletter).iterdir()})
    assert results[0] == results[1]


def test_the_preview_page_needs_nothing_from_elsewhere(newsletter: Newsletter) -> None:
    file = newsletter.write_issue()
    newsletter.write_picture(file.parent / "sea.png")
    file.write_text(file.read_text() + "\n![The sea](sea.png)\n")
    newsletter.run("build")
    page = (built(newsletter) / "index.html").read_text()
    assert "data:image/png;base64," in page
    assert "https://news.example.org/issues/" not in page


def test_build_says_what_it_made(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    newsletter.write_issue(slug="2026-11-25-another")
    document = json.loads(newsletter.run("build", "2026-11-24-a-slow-morning", "2026-11-25-another", "--json").stdout)
    assert document["version"] == 1
    assert [issue["issue"] for issue in document["issues"]] == ["2026-11-24-a-slow-morning", "2026-11-25-another"]
    assert set(document["issues"][0]) == {"issue", "folder", "bytes", "content_hash", "seconds", "is_new"}


def test_findings_name_the_line_that_its_author_can_change(newsletter: Newsletter) -> None:
    file = newsletter.write_issue()
    file.write_text(
        file.read_text()
        + "\n## More\n\n#### Too deep\n\nRead it [here](https://example.org).\n\n![](https://a.example/x.png)\n"
    )
    result = newsletter.run("check", "--format", "json")
    assert result.exit_code == 1
    findings = json.loads(result.stdout)["targets"][0]["findings"]
    places = {(finding["rule"], finding["file"], finding["line"]) for finding in findings}
    name = "issues/2026-11-24-a-slow-morning/issue.md"
    assert ("heading-level-skipped", name, 20) in places
    assert ("link-text-vague", name, 22) in places
    assert ("image-alt-missing", name, 24) in places


FAULTY_LAYOUT = """\
<mjml lang="{{ issue.language }}" dir="{{ direction }}">
  {% include "head.mjml" %}
  <mj-body width="600px">
    <mj-section>
      <mj-column>
        {% set blocks = issue.blocks %}{% include "content.mjml" %}
        <mj-text font-size="9px" css-class="small">
          <p>Written by hand.</p>
          <p>Sent with <img src="https://example.org/heart.png"></p>
        </mj-text>
      </mj-column>
    </mj-section>
    {% include "footer.mjml" %}
  </mj-body>
</mjml>
"""


def test_findings_in_a_layout_name_its_file_and_line(newsletter: Newsletter) -> None:
    text = newsletter.write_issue().read_text(encoding="utf-8")
    newsletter.write_issue(text.replace("language: en\n", "language: en\nlayout: mine\n"))
    layout = newsletter.root / "layouts" / "mine" / "layout.mjml"
    layout.parent.mkdir(parents=True)
    layout.write_text(FAULTY_LAYOUT, encoding="utf-8")
    result = newsletter.run("check", "--select", "strict", "--no-links")
    assert result.exit_code == 1
    assert "layouts/mine/layout.mjml:8:11: moderate: Words that are too small to read [text-too-small]" in result.stdout
    assert "layouts/mine/layout.mjml:9:24: critical: An image without a text alternative" in result.stdout
    # The line of the layout is shown, with a caret.
    lines = result.stdout.splitlines()
    shown = next(number for number, line in enumerate(lines) if "[image-alt-missing]" in line)
    assert lines[shown + 1].strip() == '<p>Sent with <img src="https://example.org/heart.png"></p>'
    assert lines[shown + 2].index("^") == lines[shown + 1].index("<img")
    # What the author can change comes first.
    text = (
        newsletter.write_issue().read_text(encoding="utf-8").replace("language: en\n", "language: en\nlayout: mine\n")
    )
    newsletter.write_issue(text + "\n![](https://a.example/x.png)\n\n![](https://a.example/y.png)\n")
    findings = json.loads(newsletter.run("check", "--no-links", "--format", "json").stdout)["targets"][0]["findings"]
    files = [it["file"].rpartition("/")[2] for it in findings if it["rule"] == "image-alt-missing"]
    assert files == ["issue.md", "issue.md", "layout.mjml"]
