"""Renews newsletter/rendering/components.json from npm's mjml: `python docs/renew_mjml.py`, or with --check.

Needs node, and the packages of benchmarks/ (`npm ci` there).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PACKAGES = PROJECT / "benchmarks" / "node_modules"
TABLE = PROJECT / "newsletter" / "rendering" / "components.json"
READ = """
const {components, dependencies} = require("mjml-preset-core");
console.log(JSON.stringify({dependencies, components: Object.fromEntries(Object.values(components).map((it) =>
  [it.componentName, {attributes: it.allowedAttributes || {}, holds_html: Boolean(it.endingTag)}]))},
  (key, value) => value instanceof RegExp ? "*" : value));
"""
# mrml does not do these (docs/explanation/rendering.md); mj-font would link a font of a third party.
MRML = "6.0.1"
LEFT_OUT = ("mj-html-attributes", "mj-font")
ATTRIBUTES_LEFT_OUT = {"mj-style": "inline", "mj-button": "title", "mj-raw": "position", "mj-wrapper": "gap"}
# The outermost element is no component in MJML's own list.
OUTERMOST = {
    "attributes": {"lang": "string", "dir": "enum(ltr,rtl,auto)"},
    "children": ["mj-head", "mj-body"],
    "holds_html": False,
}


def make_table() -> str:
    """Ask the packages of benchmarks/ for MJML's components and write the table as it is kept."""
    ran = subprocess.run(["node", "-e", READ], cwd=PACKAGES.parent, check=True, capture_output=True, text=True)
    published = json.loads(ran.stdout)
    version = json.loads((PACKAGES / "mjml" / "package.json").read_text(encoding="utf-8"))["version"]
    components = {
        name: _component(name, values, published["dependencies"].get(name) or [])
        for name, values in published["components"].items()
        if name not in LEFT_OUT
    }
    source = f"allowedAttributes, endingTag and dependencies of the npm packages mjml-* and mjml-preset-core {version}"
    document = {
        "source": f"{source}, without what mrml {MRML} does not support",
        "licence": "MIT, Copyright (c) 2016 Mailjet SAS: components.LICENSE",
        "components": {**components, "mjml": OUTERMOST},
    }
    return json.dumps(document, indent=1) + "\n"


def _component(name: str, values: dict[str, Any], children: list[str]) -> dict[str, Any]:
    attributes = {key: kind for key, kind in values["attributes"].items() if key != ATTRIBUTES_LEFT_OUT.get(name)}
    kept = [child for child in children if child not in LEFT_OUT]
    return {"attributes": attributes, "children": kept, "holds_html": values["holds_html"]}


def main() -> None:
    """Write the table and its licence; with --check, only say whether the table is current."""
    table = make_table()
    if "--check" in sys.argv:
        sys.exit(0 if TABLE.read_text(encoding="utf-8") == table else f"{TABLE} is not what MJML publishes.")
    TABLE.write_text(table, encoding="utf-8")
    shutil.copy(PACKAGES / "mjml" / "LICENSE.md", TABLE.with_suffix(".LICENSE"))


if __name__ == "__main__":
    main()
