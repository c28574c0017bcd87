"""What commands print for programs is what the schemas in docs/reference/ say, so that others can build on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from newsletter.cli.main import main
from tests.conftest import CONSENT
from tests.shared import PROJECT

if TYPE_CHECKING:
    from tests.conftest import Newsletter

REFERENCE = PROJECT / "docs" / "reference"
POST = "A slow morning\n\nWe open a window and look at the water.\n\nThree things\n\nWe drink something warm.\n"
COMMANDS = {
    "check": [["check", "--format", "json"], ["check", "letter.html", "--select", "all", "--format", "json"]],
    "rules": [["rules", "--json"], ["rules", "images", "--json"], ["rules", "image-alt-missing", "--json"]],
    "new": [
        ["new", "post.txt", "--json"],
        ["new", "letter.html", "post.txt", "--json"],
        ["new", "feed.json", "--list", "--json"],
    ],
    "build": [["build", "--json"], ["build", "--all", "--json"]],
    "send": [
        ["send", "--dry-run", "--json"],
        ["send", "--test", "ana@example.org", "--json"],
        ["send", "--yes", "--json"],
        ["send", "--yes", "--json"],
    ],
    "status": [["status", "--json"]],
}


def schema_of(command: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((REFERENCE / f"{command}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_prints_what_its_schema_says(newsletter: Newsletter, command: str) -> None:
    newsletter.write_issue()
    newsletter.write_issue(slug="2026-11-25-another")
    (newsletter.root / "post.txt").write_text(POST, encoding="utf-8")
    words = "<p>We open a window, look at the water, and drink something warm before we speak.</p>" * 4
    (newsletter.root / "letter.html").write_text(f"<h1>A letter</h1>{words}<img src=a.png>", encoding="utf-8")
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "A walk"}]}
    (newsletter.root / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    (newsletter.root / "people.csv").write_text("email\nana@example.org\n")
    newsletter.run("subscribers", "import", "people.csv", *CONSENT)
    for arguments in COMMANDS[command]:
        result = newsletter.run(*arguments)
        assert result.exit_code in {0, 1}, result.output
        jsonschema.Draft202012Validator(schema_of(command)).validate(json.loads(result.stdout))


def test_a_schema_is_there_for_each_command_that_prints_a_document() -> None:
    def prints_documents(name: str) -> bool:
        options = [option for parameter in main.commands[name].params for option in parameter.opts]
        return "--json" in options or name == "check"

    assert {name for name in main.commands if prints_documents(name)} == COMMANDS.keys()
    assert {file.name for file in REFERENCE.glob("*.schema.json")} == {f"{name}.schema.json" for name in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS)
def test_another_version_is_refused(command: str) -> None:
    schema = schema_of(command)
    assert schema["properties"]["version"] == {"const": 1}
    assert not jsonschema.Draft202012Validator(schema).is_valid({"version": 2})
    assert not jsonschema.Draft202012Validator(schema).is_valid({})
