"""How people with another colour vision see a page, as matrices for SVG's feColorMatrix in linear RGB.

Protanopia, deuteranopia and tritanopia: Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation
of Color Vision Deficiency”, IEEE TVCG 15(6), 2009, table of severity 1.0
(https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html). Achromatopsia: the luminance of
ITU-R BT.709, which linear sRGB shares.
"""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Vision:
    """A colour vision: its name, what it is in plain words, and what becomes of red, green and blue."""

    name: str
    meaning: str
    rows: tuple[Row, Row, Row]

    @property
    def values(self) -> str:
        """The matrix as feColorMatrix wants it: four rows of five, alpha kept."""
        return " ".join(f"{red} {green} {blue} 0 0" for red, green, blue in self.rows) + " 0 0 0 1 0"


_GREY = (0.2126, 0.7152, 0.0722)
VISIONS = (
    Vision(
        "protanopia",
        "no red",
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ),
    Vision(
        "deuteranopia",
        "no green",
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    ),
    Vision(
        "tritanopia",
        "no blue",
        ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    ),
    Vision("achromatopsia", "no colour", (_GREY, _GREY, _GREY)),
)
