"""Fonts that stand in for those that emails ask for, so that letters look and measure the same on every machine.

Gelasio has the measures of Georgia, Inconsolata those of Consolas. They come from npm with their licence (OFL 1.1).
"""

from __future__ import annotations

import base64
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "node_modules" / "@fontsource"
STAND_INS = {
    "gelasio": ("Georgia", ("400", "400-italic", "700", "700-italic")),
    "noto-naskh-arabic": ("Times New Roman", ("400", "700")),
    "noto-serif-hebrew": ("Times New Roman", ("400", "700")),
    "inconsolata": ("Consolas", ("400", "700")),
}
# The email's fonts draw Latin letters, these two packages only their own script.
OWN_SCRIPT = {"noto-naskh-arabic": "arabic", "noto-serif-hebrew": "hebrew"}
# Which words a browser can part depends on the dictionaries of the machine. An id that nothing has outweighs classes.
NO_HYPHENS = "*:not(#none) { hyphens: manual !important; }"


def has_fonts() -> bool:
    return all((FOLDER / package).is_dir() for package in STAND_INS)


def write_font_faces() -> str:
    """Write CSS that carries the fonts inside itself."""
    faces = [NO_HYPHENS]
    for package, (family, cuts) in STAND_INS.items():
        for cut in cuts:
            css = (FOLDER / package / f"{cut}.css").read_text(encoding="utf-8")
            found = re.findall(r"@font-face \{.*?\}", css, re.DOTALL)
            script = OWN_SCRIPT.get(package, "latin")
            faces += [_carry(face, package, family) for face in found if re.search(rf"-{script}-\d", face)]
    return "\n".join(faces)


def _carry(face: str, package: str, family: str) -> str:
    found = re.search(r"url\(\./files/([\w.-]+\.woff2)\)", face)
    assert found, face
    font = base64.b64encode((FOLDER / package / "files" / found[1]).read_bytes()).decode()
    face = re.sub(r"font-family: [^;]+;", f"font-family: '{family}';", face)
    return re.sub(r"src: [^;]+;", f"src: url(data:font/woff2;base64,{font}) format('woff2');", face)
