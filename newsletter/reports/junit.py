"""For CI servers: JUnit XML, a suite for each target and a case for each rule asked of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from newsletter.model import Outcome

if TYPE_CHECKING:
    from newsletter.checks.checked import Checked
    from newsletter.errors import NewsletterError
    from newsletter.model import Finding
    from newsletter.reports.report import Report

# What XML 1.0, section 2.2, does not allow in a document, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(report: Report) -> str:
    """Write a failure for every finding that is certain, and an error for a target that could not be read.

    What a person must look at stands in the case's output.
    """
    root = ET.Element("testsuites", name="newsletter check")
    for checked in report.checked:
        _add_suite(root, checked, report)
    for error in report.unread:
        _add_error(root, error)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _add_suite(root: ET.Element, checked: Checked, report: Report) -> None:
    asked = {rule.name: rule.group for rule in report.rules}
    names = list(dict.fromkeys([*asked, *(finding.rule for finding in checked.findings)]))
    suite = ET.SubElement(root, "testsuite", name=_clean(checked.target), tests=str(len(names)), errors="0")
    failures = 0
    for name in names:
        case = ET.SubElement(suite, "testcase", name=name, classname=f"newsletter.{asked.get(name, 'check')}")
        found = [finding for finding in checked.findings if finding.rule == name]
        failures += any(finding.outcome is Outcome.FAIL for finding in found)
        _add_findings(case, found)
    suite.set("failures", str(failures))


def _add_error(root: ET.Element, error: NewsletterError) -> None:
    suite = ET.SubElement(root, "testsuite", name=_clean(str(error.file)), tests="1", errors="1", failures="0")
    case = ET.SubElement(suite, "testcase", name="can be read", classname="newsletter.check")
    ET.SubElement(case, "error", type=type(error).__name__, message=_clean(error.message)).text = _clean(error.hint)


def _add_findings(case: ET.Element, found: list[Finding]) -> None:
    fails = [finding for finding in found if finding.outcome is Outcome.FAIL]
    looks = [finding for finding in found if finding.outcome is Outcome.REVIEW]
    if fails:
        failure = ET.SubElement(case, "failure", type=fails[0].impact.word, message=_clean(fails[0].message))
        failure.text = "\n".join(map(_line, fails))
    if looks:
        ET.SubElement(case, "system-out").text = "\n".join(f"to look at: {_line(finding)}" for finding in looks)


def _line(finding: Finding) -> str:
    place = finding.place
    return _clean(f"{place.file}:{place.line}:{place.column}: {finding.message} {place.snippet}")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
