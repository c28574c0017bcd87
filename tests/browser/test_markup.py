"""html-validate and the Nu checker find email idioms in what is built, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.samples import Sample

MODULES = Path(__file__).parent / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = MODULES / "html-validate" / "bin" / "html-validate.mjs"
# What mail programs need and HTML for browsers does not have, with the reason. A line that finds nothing must go.
IDIOMS = {
    r"Attribute “xmlns:[vo]” not allowed here": "Outlook draws buttons by VML, whose names these declare.",
    r"CSS: “mso-[a-z-]+”: Property .* doesn't exist": "Outlook alone reads these, against gaps around tables.",
    r"CSS: “supported-color-schemes”: Property .* doesn't exist": "Apple Mail read this name before color-scheme.",
    r"The “(align|valign|bgcolor|cellpadding|cellspacing|border|width)” attribute on the “(table|td|th)” element": (
        "Outlook for Windows places and colours cells by attributes, not by CSS."
    ),
    r"The “type” attribute for the “style” element": "MJML writes it; programs that look for it keep the styles.",
    r"no-inline-style: ": "Gmail drops style elements where it shows another provider's mail.",
    r"no-conditional-comment: ": "Outlook for Windows gets its own tables in comments that others skip.",
    r"no-deprecated-attr: .* on <(table|td|th)> element": "As above: cells are placed by attributes.",
    r"prefer-native-element: .*<article>": "Some programs take article away, and with it where the email begins.",
    r"tel-non-breaking: ": "The words of a link to a telephone are words, not always the number.",
}
BROKEN = '<!DOCTYPE html><html lang="en"><title>A</title><p id="a"><div id="a">One</p></div><td>'


@pytest.fixture(scope="module")
def messages(samples: dict[str, Sample], tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What both checkers say of each sample, and of an email that is wrong: each once, for they start slowly."""
    if not shutil.which("java") or not VNU.is_file() or not shutil.which("node"):
        pytest.skip("Java, Node or their checkers are missing: run npm ci in tests/browser.")
    folder = tmp_path_factory.mktemp("markup")
    for name, sample in samples.items():
        shutil.copy(sample.email, folder / f"{name}.html")
    (folder / "broken.html").write_text(BROKEN, encoding="utf-8")
    files = sorted(folder.glob("*.html"))
    found: dict[str, set[str]] = {file.stem: set() for file in files}
    for name, message in [*ask_nu(files), *ask_html_validate(files, folder / "found.json")]:
        found[Path(name).stem].add(message)
    return found


def ask_nu(files: list[Path]) -> list[tuple[str, str]]:
    command = ["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always", *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return [(it["url"], it["message"]) for it in json.loads(answer.stderr)["messages"]]


def ask_html_validate(files: list[Path], answer: Path) -> list[tuple[str, str]]:
    # It exits with 1 where it finds something, idioms too.
    subprocess.run(["node", HTML_VALIDATE, "--formatter", f"json={answer}", *files], capture_output=True, check=False)
    reports = json.loads(answer.read_text(encoding="utf-8"))
    return [(it["filePath"], f"{found['ruleId']}: {found['message']}") for it in reports for found in it["messages"]]


def test_nothing_but_idioms_of_email_is_found(messages: dict[str, set[str]]) -> None:
    of_emails = {name: found for name, found in messages.items() if name != "broken"}
    unknown = {
        name: [message for message in found if not any(re.match(idiom, message) for idiom in IDIOMS)]
        for name, found in of_emails.items()
    }
    assert {name: found for name, found in unknown.items() if found} == {}


def test_every_idiom_is_used(messages: dict[str, set[str]]) -> None:
    said = set().union(*messages.values())
    assert [idiom for idiom in IDIOMS if not any(re.match(idiom, message) for message in said)] == []


def test_both_checkers_see_what_is_wrong(messages: dict[str, set[str]]) -> None:
    assert any("Duplicate ID" in message for message in messages["broken"])
    assert any(message.startswith("no-dup-id: ") for message in messages["broken"])
