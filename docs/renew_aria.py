"""Renews newsletter/checks/aria/aria.json from npm's aria-query: `python docs/renew_aria.py` (needs node and npm)."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

ARIA = Path(__file__).parent.parent / "newsletter" / "checks" / "aria"
VERSION = "5.3.2"
READ = """
const {aria, roles} = require("./package");
const last = (words) => words[words.length - 1];
console.log(JSON.stringify({
  attributes: Object.fromEntries([...aria.entries()].map(([name, it]) => [name, {
    type: it.type, values: (it.values || []).map(String), allows_undefined: Boolean(it.allowundefined)}])),
  roles: Object.fromEntries([...roles.entries()].map(([name, it]) => [name, {
    is_abstract: it.abstract, attributes: Object.keys(it.props).sort(), required: Object.keys(it.requiredProps).sort(),
    prohibited: [...it.prohibitedProps].sort(), naming: [...it.nameFrom].sort(), parents: it.requireContextRole,
    children: [...new Set(it.requiredOwnedElements.flat())].sort(), hides_children: it.childrenPresentational}])),
}));
"""
ADDED = {"comment": "article", "image": "img", "suggestion": "group"}  # WAI-ARIA 1.3, editors’ draft


def main() -> None:
    """Fetch the package, take out what the rules ask about, and write it with its source and licence."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"aria-query@{VERSION}"], cwd=folder, check=True)
        subprocess.run(["tar", "xzf", f"aria-query-{VERSION}.tgz"], cwd=folder, check=True)
        ran = subprocess.run(["node", "-e", READ], cwd=folder, check=True, capture_output=True, text=True)
        tables = json.loads(ran.stdout)
        shutil.copy(Path(folder) / "package" / "LICENSE", ARIA / "LICENSE")
    for name, like in ADDED.items():
        tables["roles"].setdefault(name, tables["roles"][like])
    about = {"source": "npm aria-query", "version": VERSION, "licence": "Apache-2.0", "added": ADDED}
    text = json.dumps({"about": about, **tables}, indent=1, sort_keys=True) + "\n"
    (ARIA / "aria.json").write_text(text, encoding="utf-8")
    print(f"{len(tables['roles'])} roles, {len(tables['attributes'])} attributes")


if __name__ == "__main__":
    main()
