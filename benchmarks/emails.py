"""Emails to measure with: every layout at several lengths, and templates as other tools write them."""

from __future__ import annotations

import shutil
from pathlib import Path

from newsletter.content.issues import find_issue
from newsletter.settings import read_settings
from newsletter.workflows.build import build_issue

PROJECT = Path(__file__).resolve().parent.parent
LAYOUTS = ("letter", "digest", "announcement")
MIN_BYTES, MAX_BYTES = 10 * 1024, 100 * 1024
SECTION = """
## Part {number}: how the harbour changes

On day {number} we walked along the water, and wrote down what we saw. **Nothing was in a hurry.** The
[notes of that day](https://example.org/notes/{number}) say more than a letter can.

- A boat with a red sail
- Two people who repaired a net
- A dog that did not want to go home

> We come back for the light, said the man at the pier.
"""
# Nested tables, presentational attributes and inline styles, with the faults that such emails have.
CARD = """
<table width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="200" bgcolor="#f4f4f4" style="padding:12px;vertical-align:top"><a href="https://example.org/{number}">
<img src="https://example.org/{number}.jpg" width="176" height="120" border="0" style="display:block"></a></td>
<td style="padding:12px;font:400 15px/22px Arial,sans-serif;color:#777777">
<font color="#333333" face="Arial"><b>Offer {number}</b></font><br>Warm socks for cold mornings, knitted by hand.
<table cellpadding="0" cellspacing="0"><tr><td bgcolor="#0b4f8a" style="border-radius:4px;padding:10px 18px">
<a href="https://example.org/buy/{number}" style="color:#ffffff;text-decoration:none">Read more</a></td></tr></table>
</td></tr></table>
"""
SHOP = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>
body{{margin:0}} a{{color:#0b4f8a}} .card td{{padding:8px}}
@media (max-width:600px){{.card{{width:100%!important}} td{{display:block}}}}
</style></head><body bgcolor="#eeeeee"><center>{cards}</center></body></html>"""


def make_emails(folder: Path, count: int) -> list[Path]:
    """Write so many emails of 10 to 100 KB: half from the layouts, half from templates like a shop's."""
    built = _build(folder, count // 2)
    shops = [_write_shop(folder, number) for number in range(count - len(built))]
    return built + shops


def _build(folder: Path, count: int) -> list[Path]:
    shutil.copy(PROJECT / "newsletter.toml", folder)
    names = [_write_issue(folder, number, count) for number in range(count)]
    settings = read_settings(folder / "newsletter.toml")
    files = []
    for name in names:
        built = build_issue(find_issue(settings.issues, name), settings)
        file = folder / f"{name}.html"
        shutil.copy(built.folder / "email.html", file)
        files.append(file)
    return files


def _write_issue(folder: Path, number: int, count: int) -> str:
    slug = f"2026-11-24-harbour-{number}"
    sections = 4 + 22 * number // count
    text = "".join(SECTION.format(number=part) for part in range(1, sections))
    issue = folder / "issues" / slug / "issue.md"
    issue.parent.mkdir(parents=True)
    fields = {
        "title": f"Letters from the harbour {number}",
        "subject": f"What we saw at the harbour, {number}",
        "preheader": "Small things that make the first hour of a day easier to bear.",
        "language": "en",
        "layout": LAYOUTS[number % len(LAYOUTS)],
        "date": "2026-11-24",
    }
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    issue.write_text(f"---\n{head}---\n{text}", encoding="utf-8")
    return slug


def _write_shop(folder: Path, number: int) -> Path:
    cards = "".join(CARD.format(number=card) for card in range(_cards(number)))
    file = folder / f"shop-{number}.html"
    file.write_text(SHOP.format(cards=cards), encoding="utf-8")
    return file


def _cards(number: int) -> int:
    """So many cards that emails grow evenly from 10 to nearly 100 KB, and then begin again."""
    wanted = MIN_BYTES + (MAX_BYTES - MIN_BYTES) * (number % 50) // 52
    return wanted // len(CARD) + 1
