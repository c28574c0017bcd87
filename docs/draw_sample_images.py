"""Draws the two pictures of the sample issue: flat shapes, the same bytes every time.

Shapes are drawn at twice their size and scaled down, which makes their edges smooth. Coordinates are final pixels.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence

ISSUE = Path(__file__).resolve().parent.parent / "issues" / "2026-11-24-what-a-first-visit-is-like"
WIDTH, HEIGHT = 1200, 675
SCALE = 2
COLOURS = 128

Point = tuple[float, float]


class Canvas:
    """A picture to draw on, in final pixels from the top left."""

    def __init__(self, top: str, bottom: str) -> None:
        """Begin with a background that runs from one colour to the other."""
        gradient = Image.linear_gradient("L").resize((WIDTH * SCALE, HEIGHT * SCALE))
        above, below = (Image.new("RGB", gradient.size, colour) for colour in (top, bottom))
        self.image = Image.composite(below, above, gradient)
        self._draw = ImageDraw.Draw(self.image)

    def box(self, upper: Point, lower: Point, colour: str, radius: float = 0) -> None:
        """A rectangle with round corners, between an upper and a lower corner on either side."""
        left, right = sorted((upper[0], lower[0]))
        corners = [_scaled((left, upper[1])), _scaled((right, lower[1]))]
        self._draw.rounded_rectangle(corners, radius * SCALE, fill=colour)

    def oval(self, centre: Point, across: float, up: float, colour: str) -> None:
        """An ellipse, by its two radii."""
        x, y = centre
        self._draw.ellipse([_scaled((x - across, y - up)), _scaled((x + across, y + up))], fill=colour)

    def shape(self, colour: str, *points: Point) -> None:
        """A polygon."""
        self._draw.polygon([_scaled(point) for point in points], fill=colour)

    def line(self, colour: str, width: float, *points: Point) -> None:
        """A line through points."""
        self._draw.line([_scaled(point) for point in points], fill=colour, width=round(width * SCALE), joint="curve")

    def halo(self, centre: Point, radius: float, colour: str, strength: float) -> None:
        """A disc of light that lets what is behind it through; `strength` is 0 to 1."""
        mask = Image.new("L", self.image.size, 0)
        corners = [_scaled((centre[0] + side * radius, centre[1] + side * radius)) for side in (-1, 1)]
        ImageDraw.Draw(mask).ellipse(corners, fill=round(255 * strength))
        self.image.paste(Image.new("RGB", mask.size, colour), (0, 0), mask)

    def save(self, file: Path) -> None:
        """Scale down and save as a PNG of few colours, which keeps it small."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        few = small.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


def _scaled(point: Point) -> Point:
    return point[0] * SCALE, point[1] * SCALE


def _round_off(points: Sequence[Point], times: int = 4) -> list[Point]:
    """Cut the corners of a polygon until it looks like a curve (Chaikin's algorithm)."""
    for _ in range(times):
        pairs = zip(points, [*points[1:], points[0]], strict=True)
        points = [(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairs for part in (0.25, 0.75)]
    return list(points)


def draw_room() -> Canvas:
    """Two armchairs at an angle beside a wide window; outside a harbour and one boat."""
    canvas = Canvas("#f1e7d7", "#eadcc7")
    canvas.box((0, 545), (WIDTH, HEIGHT), "#c9a882")
    canvas.box((0, 533), (WIDTH, 548), "#fbf5ea")
    for radius in (190, 140, 95):
        canvas.halo((104, 250), radius, "#fff3cf", 0.4)
    _draw_window(canvas)
    canvas.oval((600, 610), 400, 46, "#7f9c9a")
    canvas.oval((600, 610), 368, 36, "#93aeab")
    _draw_chair(canvas, 1)
    _draw_chair(canvas, -1)
    _draw_table(canvas)
    _draw_plant(canvas)
    _draw_lamp(canvas)
    return canvas


def _draw_window(canvas: Canvas) -> None:
    canvas.box((318, 62), (882, 402), "#fffaf0", 6)
    canvas.box((334, 78), (866, 386), "#bfdbe3")
    canvas.oval((745, 150), 34, 34, "#fdf3d4")
    canvas.box((420, 132), (540, 148), "#dcecef", 8)
    canvas.box((380, 150), (500, 166), "#dcecef", 8)
    canvas.box((610, 196), (720, 210), "#d3e7ec", 7)
    canvas.shape("#8fb0a6", (334, 262), (334, 250), (400, 234), (470, 246), (560, 262))
    canvas.shape("#7ba196", (640, 262), (740, 230), (866, 252), (866, 262))
    canvas.box((334, 262), (866, 386), "#6fa3b5")
    for left, top, length in ((360, 290, 70), (480, 346, 90), (700, 300, 60), (770, 355, 70), (400, 362, 50)):
        canvas.box((left, top), (left + length, top + 4), "#8dbac8", 2)
    canvas.shape("#fffaf0", (512, 208), (512, 296), (572, 296))
    canvas.shape("#e4cfae", (504, 222), (504, 296), (458, 296))
    canvas.line("#5d4a3c", 5, (508, 200), (508, 306))
    canvas.shape("#b4533f", (446, 302), (584, 302), (562, 328), (468, 328))
    canvas.box((594, 78), (606, 386), "#fffaf0")
    canvas.box((300, 396), (900, 416), "#fffaf0", 4)
    canvas.box((300, 412), (900, 418), "#dccbb2", 3)


def _draw_chair(canvas: Canvas, side: int) -> None:
    """One armchair, 1 for the left and -1 for its mirror image on the right."""

    def at(x: float, y: float) -> Point:
        return 600 + side * (x - 600), y

    canvas.oval(at(322, 622), 150, 14, "#a98a67")
    canvas.line("#5d4a3c", 12, at(226, 585), at(216, 622))
    canvas.line("#5d4a3c", 12, at(408, 585), at(418, 622))
    canvas.shape("#3f6b5f", at(206, 336), at(352, 318), at(372, 540), at(214, 556))
    canvas.oval(at(279, 330), 74, 30, "#3f6b5f")
    canvas.box(at(214, 500), at(446, 590), "#4d7d70", 26)
    canvas.box(at(250, 470), at(452, 520), "#5f9384", 22)
    canvas.box(at(192, 446), at(262, 594), "#38604f", 30)
    canvas.shape("#e2a765", at(282, 398), at(352, 388), at(366, 462), at(294, 474))
    canvas.line("#c98b47", 4, at(294, 436), at(358, 427))


def _draw_table(canvas: Canvas) -> None:
    canvas.line("#6b5442", 10, (600, 520), (600, 606))
    canvas.oval((600, 608), 44, 9, "#6b5442")
    canvas.oval((600, 518), 84, 16, "#8b6d54")
    canvas.oval((600, 513), 84, 16, "#a5836a")
    canvas.shape("#dcebe9", (560, 470), (592, 470), (588, 512), (564, 512))
    canvas.oval((576, 470), 16, 5, "#f3faf9")
    canvas.shape("#fffaf0", (612, 482), (652, 482), (646, 512), (618, 512))
    canvas.oval((632, 482), 20, 6, "#b98a5d")


def _draw_plant(canvas: Canvas) -> None:
    leaves = ((1038, 392), (1068, 352), (1100, 330), (1134, 356), (1160, 396), (1084, 410), (1122, 412))
    for tip in leaves:
        canvas.line("#4f7a5c", 6, (1100, 500), tip)
        canvas.oval(tip, 22, 30, "#6b9a72")
        canvas.oval((tip[0] + 5, tip[1] + 5), 11, 18, "#7fae85")
    canvas.shape("#c77b58", (1056, 490), (1144, 490), (1130, 590), (1070, 590))
    canvas.box((1050, 478), (1150, 502), "#d68c69", 6)


def _draw_lamp(canvas: Canvas) -> None:
    canvas.line("#5d4a3c", 7, (104, 270), (104, 596))
    canvas.oval((104, 598), 44, 9, "#5d4a3c")
    canvas.shape("#f5d998", (72, 196), (136, 196), (164, 282), (44, 282))
    canvas.shape("#fbe9bd", (72, 196), (98, 196), (90, 282), (44, 282))


def draw_path() -> Canvas:
    """A lamp above a blue door in the evening, and a path between low plants down to the sea."""
    canvas = Canvas("#51688f", "#51688f")
    for top, colour in ((70, "#66739a"), (140, "#83809f"), (205, "#a98f9f"), (262, "#cfa394"), (310, "#ecb98f")):
        canvas.box((0, top), (WIDTH, 360), colour)
    for radius in (190, 135, 88):
        canvas.halo((860, 350), radius, "#ffe6bd", 0.3)
    canvas.oval((860, 350), 46, 46, "#fdeac6")
    for left, top, length in ((540, 150, 150), (600, 168, 210), (1010, 118, 120), (960, 134, 110)):
        canvas.box((left, top), (left + length, top + 12), "#b99cab", 6)
    _draw_sea(canvas)
    canvas.shape("#56735f", (0, 470), (420, 470), (760, 452), (1200, 500), (1200, 675), (0, 675))
    down = ((196, 576), (205, 650), (330, 684), (520, 656), (660, 590), (740, 520), (786, 470), (800, 448))
    back = ((776, 448), (740, 478), (650, 536), (540, 576), (450, 592), (404, 576))
    canvas.shape("#d9c2a0", *_round_off((*down, *back)))
    canvas.shape("#d9c2a0", (196, 570), (404, 570), (420, 606), (240, 640), (204, 610))
    _draw_plants(canvas)
    _draw_house(canvas)
    return canvas


def _draw_sea(canvas: Canvas) -> None:
    canvas.box((0, 350), (WIDTH, HEIGHT), "#4f7590")
    for left, top, length in ((806, 366, 108), (826, 386, 70), (798, 408, 120), (838, 430, 50)):
        canvas.box((left, top), (left + length, top + 6), "#f3d3ad", 3)
    for left, top, length in ((1010, 380, 90), (600, 376, 80), (520, 416, 110), (690, 430, 60), (1060, 424, 80)):
        canvas.box((left, top), (left + length, top + 5), "#6b8fa7", 3)
    canvas.shape("#3d5a66", (960, 350), (1060, 318), (1200, 304), (1200, 352))
    for radius in (58, 36):
        canvas.halo((1102, 234), radius, "#fff1c4", 0.35)
    canvas.box((1092, 240), (1112, 316), "#efe6d8", 3)
    canvas.box((1092, 264), (1112, 282), "#b4533f")
    canvas.box((1094, 224), (1110, 242), "#fff1c4", 3)
    canvas.box((1090, 216), (1114, 226), "#b4533f", 3)


def _draw_plants(canvas: Canvas) -> None:
    near = ((560, 690), (650, 660), (730, 606), (800, 552), (700, 668), (840, 650), (980, 626), (1110, 610), (900, 580))
    far = ((500, 530), (566, 510), (632, 488), (860, 506), (940, 530), (1040, 560), (1160, 540))
    for x, y in (*far, *near):
        canvas.oval((x, y), 40, 22, "#466553")
        canvas.oval((x - 10, y - 8), 26, 15, "#648a6b")
        for left in (-18, 2, 20):
            canvas.oval((x + left, y - 14), 5, 5, "#e7b7a0")


def _draw_house(canvas: Canvas) -> None:
    canvas.box((0, 120), (470, 580), "#efe4d3")
    canvas.shape("#8a5546", (0, 60), (420, 60), (510, 132), (0, 132))
    canvas.box((0, 556), (470, 584), "#cdbca3")
    canvas.box((40, 250), (160, 410), "#fffaf0", 4)
    canvas.box((50, 260), (150, 400), "#f7d794")
    canvas.line("#fffaf0", 8, (100, 256), (100, 404))
    canvas.line("#fffaf0", 8, (46, 326), (154, 326))
    canvas.box((32, 408), (168, 422), "#cdbca3", 3)
    for radius in (100, 68):
        canvas.halo((300, 232), radius, "#ffe9b3", 0.5)
    canvas.box((216, 262), (384, 566), "#fffaf0", 6)
    canvas.box((230, 276), (370, 566), "#2f5f86", 3)
    for left, top in ((248, 296), (308, 296), (248, 430), (308, 430)):
        canvas.box((left, top), (left + 44, top + 104), "#26506f", 4)
    canvas.oval((358, 424), 6, 6, "#f5d998")
    canvas.box((196, 566), (404, 584), "#bda98d", 3)
    canvas.line("#3b3330", 6, (300, 188), (300, 210))
    canvas.shape("#3b3330", (274, 220), (326, 220), (312, 202), (288, 202))
    canvas.box((284, 220), (316, 246), "#fff4cf", 4)


def main() -> None:
    """Write both pictures beside the issue."""
    draw_room().save(ISSUE / "room.png")
    draw_path().save(ISSUE / "path.png")


if __name__ == "__main__":
    main()
