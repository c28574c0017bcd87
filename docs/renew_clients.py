"""Renews newsletter/checks/clients/caniemail.json from npm's caniemail: `python docs/renew_clients.py [VERSION]`.

Needs npm. Kept are the features that the list in features.py names, and of each client its newest version.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from newsletter.checks.clients.features import FEATURES

CLIENTS = Path(__file__).parent.parent / "newsletter" / "checks" / "clients"
VERSION = "2.0.2"
# https://github.com/hteumeuleu/caniemail/blob/main/LICENSE
ORIGIN = "The data come from caniemail.com: Copyright (c) 2019 HTeuMeuLeu, under the licence below.\n\n"


def main(version: str) -> None:
    """Fetch the package, take out what the rule asks about, and write it with its source, date and licence."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"caniemail@{version}"], cwd=folder, check=True)
        subprocess.run(["tar", "xzf", f"caniemail-{version}.tgz"], cwd=folder, check=True)
        package = Path(folder) / "package"
        data = json.loads((package / "dist" / "data" / "caniemail.json").read_text(encoding="utf-8"))
        licence = (package / "LICENSE").read_text(encoding="utf-8")
    (CLIENTS / "LICENSE").write_text(ORIGIN + licence.strip() + "\n", encoding="utf-8")
    reduced = reduce(data, version)
    text = json.dumps(reduced, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (CLIENTS / "caniemail.json").write_text(text, encoding="utf-8")
    print(f"{len(reduced['features'])} features of {reduced['about']['date']}")


def reduce(data: dict[str, Any], version: str) -> dict[str, Any]:
    """Keep the features of the list; raise KeyError where caniemail names one no longer."""
    known = {it["slug"]: it for it in data["data"]}
    about = {
        "source": "https://www.caniemail.com, npm caniemail",
        "version": version,
        "date": data["last_update_date"].partition(" ")[0],
        "licence": "MIT",
    }
    return {
        "about": about,
        "names": {**data["nicenames"]["family"], **data["nicenames"]["platform"]},
        "features": {it.slug: _reduce_one(known[it.slug]) for it in FEATURES},
    }


def _reduce_one(feature: dict[str, Any]) -> dict[str, Any]:
    support = {
        family: {platform: _newest(versions) for platform, versions in platforms.items()}
        for family, platforms in feature["stats"].items()
    }
    return {"title": feature["title"], "support": support}


def _newest(versions: dict[str, str]) -> str:
    """Take the letter of the newest version: caniemail lists them from the oldest on."""
    return list(versions.values())[-1][0]


if __name__ == "__main__":
    main(*sys.argv[1:] or [VERSION])
