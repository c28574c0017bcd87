"""Issues that hold every kind of block, built in each layout and in both directions."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import PIL.Image

from newsletter.settings import read_settings
from newsletter.workflows.build import build_issue
from tests.shared import PROJECT

FOLDER = Path(__file__).parent / "samples"
# Of one colour each: a kept picture of an email stays small, and its letters true.
PICTURES = {"room.png": "#7c9a92", "path.png": "#4f6d8f"}
LAYOUTS = ("letter", "digest", "announcement")
# Hebrew differs from Arabic by its letters alone: one layout shows them.
NAMES = (*(f"{layout}-{language}" for language in ("en", "ar") for layout in LAYOUTS), "letter-he")

LOGO = """\
[logo]
source = "https://news.example.org/path.png"
width = 96
height = 54

[social]
"Our blog" = "https://blog.example.org/"
Mastodon = "https://social.example.org/@harbour"
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A built issue: its HTML, and the folder with its pictures."""

    email: Path
    pictures: Path


def build_samples(root: Path) -> dict[str, Sample]:
    """Build them all in a newsletter of their own."""
    shutil.copy(PROJECT / "newsletter.toml", root)
    theme = root / "layouts" / "announcement" / "theme.toml"
    theme.parent.mkdir(parents=True)
    theme.write_text(LOGO, encoding="utf-8")
    for name in NAMES:
        layout, _, language = name.partition("-")
        folder = root / "issues" / name
        folder.mkdir(parents=True)
        text = (FOLDER / f"{language}.md").read_text(encoding="utf-8")
        text = re.sub("^layout: letter$", f"layout: {layout}", text, flags=re.MULTILINE)
        (folder / "issue.md").write_text(text, encoding="utf-8")
        for picture, colour in PICTURES.items():
            PIL.Image.new("RGB", (1200, 675), colour).save(folder / picture)
    settings = read_settings(root / "newsletter.toml")
    built = {name: build_issue(root / "issues" / name / "issue.md", settings) for name in NAMES}
    return {name: Sample(it.folder / "email.html", it.source) for name, it in built.items()}
