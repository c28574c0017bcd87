"""`newsletter check` and `newsletter rules`: what people and programs get from them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.conftest import ISSUE
from tests.shared import PROJECT

if TYPE_CHECKING:
    from tests.conftest import Newsletter

KEYS = {"rule", "outcome", "impact", "message", "file", "line", "column", "selector", "snippet", "wcag", "act"}


@pytest.mark.parametrize(
    ("html", "arguments", "code"),
    [
        ("<p>Good morning</p>", [], 0),
        ("<img src=a.png>", [], 1),
        ("<img src=a.png>", ["--ignore", "images"], 0),
        ("<img src=a.png>", ["--select", "links"], 0),
        ("<a href='https://example.org/'>here</a>", [], 0),
        ("<a href='https://example.org/'>here</a>", ["--fail-on", "moderate"], 1),
    ],
)
def test_exit_codes(newsletter: Newsletter, html: str, arguments: list[str], code: int) -> None:
    (newsletter.root / "letter.html").write_text(html)
    assert newsletter.run("check", "letter.html", *arguments).exit_code == code


def test_what_only_a_person_can_tell_stops_nothing(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<p style='background:url(a.png)'>Good morning</p>")
    result = newsletter.run("check", "letter.html", "--fail-on", "minor")
    assert result.exit_code == 0
    assert "letter.html:1:1: to look at (serious):" in result.stdout


def test_an_unknown_rule_is_answered_with_the_nearest_few(newsletter: Newsletter) -> None:
    near = newsletter.run("check", "--select", "alt-missing").stderr
    assert "image-alt-missing" in near
    far = newsletter.run("check", "--select", "nonsense").stderr
    assert "newsletter rules lists them all" in near
    assert "newsletter rules lists them all" in far
    assert len(far) < 200
    assert "Did you mean “images”" in newsletter.run("check", "--select", "img").stderr
    assert "“heading-empty”" in newsletter.run("check", "--select", "heading").stderr


def test_a_choice_that_leaves_no_rule_is_refused(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>")
    result = newsletter.run("check", "letter.html", "--select", "images", "--ignore", "images")
    assert result.exit_code == 2
    assert "No rule is left to ask." in result.stderr


@pytest.mark.parametrize(
    ("format_", "words"),
    [
        ("text", "1 critical; 2 could not be read."),
        ("json", '"target": "gone.html"'),
        ("github", "::error file=gone.html,title=not checked::There is no such file. Name an issue"),
        ("junit", '<testsuite name="gone.html" tests="1" errors="1" failures="0">'),
        ("sarif", '"executionSuccessful": false'),
        ("html", "gone.html: There is no such file."),
    ],
)
def test_every_report_names_what_could_not_be_read(newsletter: Newsletter, format_: str, words: str) -> None:
    (newsletter.root / "letter.html").write_text("<p>Good morning</p><img src=a.png>")
    arguments = ["check", "letter.html", "gone.html", "b.txt", "--select", "image-alt-missing", "--format", format_]
    result = newsletter.run(*arguments)
    assert result.exit_code == 1
    assert words in result.stdout
    if format_ in {"json", "sarif"}:
        name = "docs/reference/check" if format_ == "json" else "tests/reports/sarif-2.1.0"
        schema = json.loads((PROJECT / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(result.stdout), schema)


def test_rules_may_be_parted_by_commas(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<h1></h1><img src=a.png><p>Good morning</p>")
    arguments = ["check", "letter.html", "--select", "images, heading-empty,", "--ignore", "image-alt-missing,text"]
    result = newsletter.run(*arguments)
    assert result.stdout.count("[") == 1
    assert "[heading-empty]" in result.stdout


def test_the_summary_explains_the_gravest(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<p>a</p><a href='https://example.org/'>here</a>\n<img src=a.png>")
    result = newsletter.run("check", "letter.html", "--select", "links", "--select", "images")
    assert "link-text-vague" in result.stdout.splitlines()[0]
    assert "newsletter rules image-alt-missing explains the gravest" in result.stdout


def test_many_findings_of_one_rule_are_counted(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>\n" * 9990)
    result = newsletter.run("check", "letter.html", "--select", "image-alt-missing")
    assert result.stdout.count(": critical:") == 20
    assert "letter.html: and 9,970 more [image-alt-missing]" in result.stdout


def test_a_file_of_another_kind_is_no_email(newsletter: Newsletter) -> None:
    (newsletter.root / "a.css").write_text("p {color: red}")
    (newsletter.root / "letter.html").write_text("<p>Good morning</p>")
    result = newsletter.run("check", "a.css", "letter.html")
    assert "Error: a.css: It is no email by its name." in result.stderr
    assert ".eml" in result.stderr
    assert "Checked 1 target" in result.stdout
    assert result.exit_code == 1


def test_a_missing_alt_is_mended_where_it_was_written(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>")
    assert 'alt="…"' in newsletter.run("check", "letter.html").stdout
    file = newsletter.write_issue("---\ntitle: A\nsubject: A walk\npreheader: Come\n---\n![](tree.png)\n")
    newsletter.write_picture(file.parent / "tree.png")
    assert "![what it shows](file.jpg)" in " ".join(newsletter.run("check").stdout.split())


def test_an_issue_without_a_link_to_unsubscribe_needs_a_base_url(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(settings.read_text().replace('base_url = "https://news.example.org"\n', ""))
    result = newsletter.run("check", "--select", "unsubscribe-link-missing")
    assert "Set base_url in newsletter.toml" in result.stdout


def test_plain_text_is_shown_as_it_was_written(newsletter: Newsletter) -> None:
    text = "Subject: A\n\nHello,\n\nTO ALL OUR READERS AND FRIENDS NEAR AND FAR WE HAVE NEWS\n\nwe committed suicide.\n"
    (newsletter.root / "letter.eml").write_text(text)
    result = newsletter.run("check", "letter.eml", "--select", "wording")
    assert "letter.eml:5: " in result.stdout
    assert "    we committed suicide." in result.stdout.splitlines()
    assert "<p>" not in result.stdout


def test_the_limit_may_stand_in_the_settings(newsletter: Newsletter) -> None:
    with (newsletter.root / "newsletter.toml").open("a") as settings:
        settings.write('\n[check]\nfail_on = "moderate"\n')
    (newsletter.root / "letter.html").write_text("<a href='https://example.org/'>here</a>")
    assert newsletter.run("check", "letter.html").exit_code == 1


def test_text_names_place_impact_and_rule(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<p>Hello</p>\n  <img src=a.png>")
    lines = newsletter.run("check", "letter.html").stdout.splitlines()
    assert lines[0].startswith("letter.html:2:3: critical: ")
    assert lines[0].endswith("[image-alt-missing]")
    assert "\x1b" not in "".join(lines)


def test_the_document_for_programs(newsletter: Newsletter) -> None:
    folder = newsletter.root / "old"
    folder.mkdir()
    (folder / "a.html").write_text("<img src=a.png>")
    (folder / "b.eml").write_text("Content-Type: text/html\n\n<p>Good morning</p>")
    (folder / "c.txt").write_text("No target")
    document = json.loads(newsletter.run("check", "old", "--format", "json").stdout)
    assert set(document) == {"version", "targets"}
    first, second = document["targets"]
    assert (first["target"], second["target"]) == ("old/a.html", "old/b.eml")
    assert set(first) == {"target", "findings", "counts", "reading"}
    assert set(first["findings"][0]) == KEYS
    assert first["counts"] == {"minor": 0, "moderate": 0, "serious": 0, "critical": 1, "review": 0}


def test_several_targets_of_several_kinds(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    (newsletter.root / "letter.html").write_text("<p>Good morning</p>")
    result = newsletter.run("check", "letter.html", "2026-11-24-a-slow-morning", "--format", "json")
    targets = [target["target"] for target in json.loads(result.stdout)["targets"]]
    assert targets == ["letter.html", "issues/2026-11-24-a-slow-morning"]


def test_rules_are_listed_and_explained(newsletter: Newsletter) -> None:
    document = json.loads(newsletter.run("rules", "--json").stdout)
    assert document["version"] == 1
    assert set(document["rules"][0]) == {"name", "group", "impact", "wcag", "act", "summary"}
    listed = newsletter.run("rules").stdout
    assert all(rule["name"] in listed for rule in document["rules"])
    explained = newsletter.run("rules", "image-alt-missing").stdout
    assert "\nWhy it matters\n" in explained
    assert '\n    <img src="chart.png">\n' in explained
    assert "```" not in explained


def test_several_outputs_at_once(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>")
    outputs = [word for name in ("sarif", "html", "junit") for word in ("--output", f"{name}=out/check.{name}")]
    result = newsletter.run("check", "letter.html", *outputs, "--output", "text=-")
    assert result.exit_code == 1
    assert "Made the folder out" in result.stderr
    assert "[image-alt-missing]" in result.stdout
    assert sorted(file.name for file in (newsletter.root / "out").iterdir()) == [
        "check.html",
        "check.junit",
        "check.sarif",
    ]


def test_reports_in_files_alone_leave_one_line_for_people(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>")
    result = newsletter.run("check", "letter.html", "--select", "images", "--output", "sarif=a.sarif")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "Checked 1 target: 1 critical. See a.sarif.\n"


def test_a_comment_with_a_wrong_name_is_told_the_right_one(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<!-- newsletter-ignore image-alt-mising: why --><p>Words</p>")
    assert "Did you mean “image-alt-missing”?" in newsletter.run("check", "letter.html").stdout


@pytest.mark.parametrize("output", ["sarif", "pdf=a.pdf", "text="])
def test_an_output_that_cannot_be_is_refused(newsletter: Newsletter, output: str) -> None:
    (newsletter.root / "letter.html").write_text("<p>Good morning</p>")
    assert newsletter.run("check", "letter.html", "--output", output).exit_code == 2


def test_standard_input_may_be_html_or_an_email(newsletter: Newsletter) -> None:
    html = newsletter.run("check", "-", "--select", "images", stdin="<p>Hello: you</p>\n<img src=a.png>")
    assert html.stdout.startswith("<stdin>:2:1: critical:")
    email = newsletter.run(
        "check", "-", "--select", "images", stdin="Subject: A\r\nContent-Type: text/html\r\n\r\n<img src=a.png>"
    )
    assert email.exit_code == 1
    assert "Subject" not in email.stdout
    assert "email-empty" in newsletter.run("check", "-", stdin="").stdout


def test_sets_groups_and_rules_are_selected(newsletter: Newsletter) -> None:
    def names(*arguments: str) -> set[str]:
        documents = [json.loads(newsletter.run("rules", word, "--json").stdout) for word in arguments]
        return {rule["name"] for document in documents for rule in document["rules"]}

    assert names("wcag-a") < names("wcag-aa") <= names("strict") <= names("all")
    assert "image-alt-missing" in names("emc") & names("wcag-a") & names("images")
    # The ten most common faults of the report of 2026, and the two others that it names.
    assert names("emc") == {
        "content-dir-missing",
        "content-lang-missing",
        "layout-table-role-missing",
        "level-one-heading-missing",
        "link-text-missing",
        "html-lang-missing",
        "text-contrast-low",
        "image-alt-missing",
        "pixel-alt-missing",
        "title-missing",
        "link-text-vague",
        "zoom-disabled",
        "vml-alt-missing",
    }
    refused = newsletter.run("rules", "image-alt-mising")
    assert refused.exit_code == 2
    assert "image-alt-missing" in refused.stderr


def test_settings_choose_rules_and_weigh_them(newsletter: Newsletter) -> None:
    (newsletter.root / "letter.html").write_text("<img src=a.png>")
    original = (newsletter.root / "newsletter.toml").read_text()
    settings = newsletter.root / "newsletter.toml"
    settings.write_text(original + '\n[check]\nselect = ["images"]\n[check.impact]\nimage-alt-missing = "minor"\n')
    result = newsletter.run("check", "letter.html")
    assert result.exit_code == 0
    assert "letter.html:1:1: minor:" in result.stdout
    assert "[title-missing]" not in result.stdout
    settings.write_text(original + '\n[check]\nselect = ["all"]\nignore = ["images"]\n')
    assert "[image-alt-missing]" not in newsletter.run("check", "letter.html").stdout
    settings.write_text(original + '\n[check.impact]\nimage-alt-mising = "minor"\n')
    refused = newsletter.run("check", "letter.html")
    assert refused.exit_code == 2
    assert "image-alt-missing" in refused.stderr


def test_a_comment_with_a_reason_ignores_what_follows(newsletter: Newsletter) -> None:
    file = newsletter.root / "letter.html"
    comment = "<!-- newsletter-ignore image-alt-missing{}-->"
    file.write_text(comment.format(": the table says it ") + "<p><img src=a.png></p><img src=b.png>")
    assert newsletter.run("check", "letter.html", "--select", "images").stdout.count("[image-alt-missing]") == 1
    file.write_text(comment.format("") + "<p><img src=a.png></p>")
    stdout = newsletter.run("check", "letter.html").stdout
    assert "[image-alt-missing]" in stdout
    assert "[ignore-comment-faulty]" in stdout


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("<!-- newsletter-ignore link-text-vague: readers know it -->", set()),
        ("<!-- newsletter-ignore link-text-vague -->", {"link-text-vague", "ignore-comment-faulty"}),
        ("<!-- newsletter-ignore link-text-missing: gone -->", {"link-text-vague", "ignore-comment-unused"}),
    ],
)
def test_comments_count_in_an_issue_too(newsletter: Newsletter, comment: str, rules: set[str]) -> None:
    text = f"---\ntitle: A\nsubject: A b\npreheader: C\ndate: 2026-11-24\n---\nGood day.\n\n{comment}\n\nClick [here](https://example.org/).\n"
    newsletter.write_issue(text)
    run = newsletter.run("check", "--format", "json", "--select", "links", "--select", "comments")
    (target,) = json.loads(run.stdout)["targets"]
    assert {finding["rule"] for finding in target["findings"]} == rules
    assert {finding["line"] for finding in target["findings"]} <= {9, 11}


def test_a_baseline_lets_only_new_findings_count(newsletter: Newsletter) -> None:
    file = newsletter.root / "letter.html"
    file.write_text("<img src=a.png><img src=b.png>")
    arguments = ("check", "letter.html", "--select", "images")
    written = newsletter.run(*arguments, "--write-baseline", "old.json")
    assert (written.exit_code, written.stdout) == (0, "")
    assert "2 findings will not count" in written.stderr
    again = newsletter.run(*arguments, "--baseline", "old.json")
    assert again.exit_code == 0
    assert "Of the baseline, 2 still stand." in again.stdout
    # What was not asked is not put right.
    other = newsletter.run("check", "letter.html", "--select", "links", "--baseline", "old.json")
    assert "Of the baseline" not in other.stdout
    file.write_text("<p>A new first line</p>\n\n<img src=a.png><img src=c.png>")
    result = newsletter.run(*arguments, "--baseline", "old.json")
    assert result.exit_code == 1
    assert result.stdout.count("[image-alt-missing]") == 1
    assert "c.png" in result.stdout
    assert "Of the baseline, 1 is put right" in result.stdout
    assert newsletter.run(*arguments, "--baseline", "letter.html").exit_code == 2


def test_many_processes_find_the_same_in_the_same_order(newsletter: Newsletter) -> None:
    for number in range(6):
        (newsletter.root / f"{number}.html").write_text(f"<p>{number}</p>" + "<img src=a.png>" * number)
    (newsletter.root / "newsletter.toml").unlink()
    alone = newsletter.run("check", ".", "--format", "json").stdout
    assert newsletter.run("check", ".", "--format", "json", "--jobs", "2").stdout == alone


@pytest.mark.parametrize(
    ("field", "words", "rule"),
    [
        ("subject", "GOOD NEWS FOR ALL!!!", "subject-shouting"),
        ("subject", '"Re: A slow morning"', "subject-reply-faked"),
        ("subject", "A slow morning by the water " * 4, "subject-too-long"),
        ("subject", "🎉", "subject-missing"),
        ("preheader", "Too short.", "preheader-length-poor"),
        ("preheader", "A slow morning by the water", "preheader-repeats-subject"),
    ],
)
def test_what_an_inbox_shows_is_found_on_its_line_of_the_front_matter(
    newsletter: Newsletter, field: str, words: str, rule: str
) -> None:
    source = re.sub(rf"(?m)^{field}: .*$", f"{field}: {words}", ISSUE)
    newsletter.write_issue(source)
    result = newsletter.run("check", "--select", rule, "--format", "json")
    (finding,) = json.loads(result.stdout)["targets"][0]["findings"]
    assert source.splitlines()[finding["line"] - 1].startswith(f"{field}:")


def test_one_target_that_cannot_be_read_keeps_no_other_from_being_checked(newsletter: Newsletter) -> None:
    folder = newsletter.root / "old"
    folder.mkdir()
    (folder / "a.html").write_bytes(bytes(range(256)) * 4)
    (folder / "b.html").write_text("<p lang=en dir=ltr>Good morning</p>")
    for arguments in ([], ["--jobs", "2"]):
        result = newsletter.run("check", "old", "--select", "images", "--format", "json", *arguments)
        assert result.exit_code == 1
        assert "old/a.html: It is not HTML." in result.stderr
        assert [it["target"] for it in json.loads(result.stdout)["targets"]] == ["old/b.html"]
    alone = newsletter.run("check", "old/a.html", "--format", "json")
    assert (alone.exit_code, alone.stdout) == (2, "")
