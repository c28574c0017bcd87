"""Every format, as the programs that read it see it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from newsletter.checks.checked import Checked
from newsletter.checks.document import Document
from newsletter.checks.excerpts import add_excerpts
from newsletter.checks.rule import all_rules
from newsletter.checks.runner import check
from newsletter.checks.sets import choose_rules
from newsletter.cli.check_options import FORMATS as OFFERED
from newsletter.impacts import IMPACTS
from newsletter.model import Finding, Impact, Outcome, Place
from newsletter.reports.formats import FORMATS
from newsletter.reports.report import UNSEEN, Report, count_findings
from tests.shared import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

HTML = "<p>Good morning</p>\n<table><tr><td>\n\t<img src=a.png>\n<a href='https://example.org/'></a></td></tr></table>"
AWKWARD = 'a, "b": 100% <c>\r\n&\x0b'


def report_on(html: str, file: str = "a.html") -> Report:
    findings = add_excerpts(check(Document(html), all_rules(), file), html)
    return Report((Checked(file, findings), Checked("empty.html", ())), all_rules())


def report_of(findings: Sequence[Finding]) -> Report:
    return Report((Checked("a.html", tuple(findings)),), all_rules())


def awkward_finding(outcome: Outcome = Outcome.FAIL) -> Finding:
    place = Place("a,b:c%.html", 3, 4, "p", AWKWARD, AWKWARD.replace("\r\n", " "), 2)
    return Finding("image-alt-missing", outcome, Impact.CRITICAL, AWKWARD, place)


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PROJECT / name).read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("html", [HTML, "<p>", "<img src=a.png>" * 50])
def test_sarif_is_what_its_schema_says(html: str) -> None:
    document = json.loads(FORMATS["sarif"](report_on(html)))
    jsonschema.Draft4Validator(schema("tests/reports/sarif-2.1.0.schema.json")).validate(document)
    (run,) = document["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    prints = [result["partialFingerprints"]["newsletter/v1"] for result in run["results"]]
    assert len(prints) == len(set(prints))


def test_sarif_names_files_by_addresses_and_what_to_look_at_has_no_level() -> None:
    document = json.loads(FORMATS["sarif"](report_of([awkward_finding(Outcome.REVIEW)])))
    jsonschema.Draft4Validator(schema("tests/reports/sarif-2.1.0.schema.json")).validate(document)
    (result,) = document["runs"][0]["results"]
    assert (result["kind"], result["level"]) == ("review", "none")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%2Cb%3Ac%25.html"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (3, 4)


def test_json_is_what_its_schema_says() -> None:
    report = report_on(HTML)
    document = json.loads(FORMATS["json"](report))
    jsonschema.Draft202012Validator(schema("docs/reference/check.schema.json")).validate(document)
    assert document["targets"][0]["counts"] == count_findings(report.findings)
    assert document["targets"][1]["findings"] == []


def test_the_schema_refuses_another_document() -> None:
    validator = jsonschema.Draft202012Validator(schema("docs/reference/check.schema.json"))
    assert not validator.is_valid({"version": 2, "targets": []})
    assert not validator.is_valid({"version": 1, "targets": [{"target": "a"}]})


def test_junit_has_a_case_for_each_rule_and_survives_what_xml_forbids() -> None:
    root = ET.fromstring(FORMATS["junit"](report_of([awkward_finding(), awkward_finding(Outcome.REVIEW)])))  # noqa: S314 - our own words
    (suite,) = root
    assert int(suite.attrib["tests"]) == len(suite) == len(all_rules())
    assert suite.attrib["failures"] == "1"
    (case,) = [case for case in suite if len(case)]
    assert case.attrib["name"] == "image-alt-missing"
    assert [child.tag for child in case] == ["failure", "system-out"]
    assert "100% <c>" in case[0].attrib["message"]


def test_github_annotations_cannot_be_broken_out_of() -> None:
    line, _, rest = FORMATS["github"](report_of([awkward_finding()])).partition("\n")
    assert line == (
        '::error file=a%2Cb%3Ac%25.html,line=3,col=4,title=image-alt-missing::a, "b": 100%25 <c>%0D%0A&\x0b'
    )
    assert rest.startswith("Checked 1")


def test_text_shows_the_line_and_points_at_the_column() -> None:
    lines = FORMATS["text"](report_on(HTML)).splitlines()
    start = next(number for number, line in enumerate(lines) if "[image-alt-missing]" in line)
    assert lines[start].startswith("a.html:3:2: critical: An image without a text alternative")
    assert lines[start + 1 : start + 3] == ["    <img src=a.png>", "    ^"]
    assert lines[start + 3].startswith("  → Say what the image shows")
    assert all(question in "\n".join(lines) for question in UNSEEN)


def test_text_keeps_to_80_columns_however_long_the_line_is() -> None:
    html = "<p>words</p>" * 40 + "<img src=a.png>" + "<p>words</p>" * 40
    lines = FORMATS["text"](report_on(html)).splitlines()
    start = next(number for number, line in enumerate(lines) if "[image-alt-missing]" in line)
    assert all(len(line) <= 80 for line in lines if line.startswith(" "))
    caret = lines[start + 2].index("^")
    assert lines[start + 1][caret:].startswith("<img src=a.png>")


def test_html_needs_nothing_else_and_passes_the_rules_itself() -> None:
    page = FORMATS["html"](report_on(HTML))
    rules = choose_rules(["strict"], ["delivery", "html-too-large"])
    assert [finding for finding in check(Document(page), rules, "report.html") if finding.outcome is Outcome.FAIL] == []
    loaded = {it.name for it in Document(page).elements} & {"img", "script", "link", "iframe", "object"}
    assert not loaded
    assert "url(" not in page
    assert "@import" not in page


def test_html_escapes_what_it_quotes() -> None:
    page = FORMATS["html"](report_of([awkward_finding()]))
    assert "<c>" not in page
    assert "&lt;c&gt;" in page


def test_every_format_takes_an_empty_report() -> None:
    for write in FORMATS.values():
        assert write(Report((), ()))


def test_formats_offered_are_those_written() -> None:
    assert set(OFFERED) == set(FORMATS)


def test_impacts_have_the_words_that_commands_and_settings_know() -> None:
    assert tuple(impact.word for impact in Impact) == IMPACTS
    assert [Impact.of(word) for word in IMPACTS] == list(Impact)
