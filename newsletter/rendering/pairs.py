"""Which colours of a theme stand on which, and which of these pairs readers could not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.contrast import TEXT_RATIO, contrast_of, nearest_passing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.rendering.theme import Theme

# Which text stands on which background, as the layouts use them.
PAIRS = (
    *((text, ground) for ground in ("paper", "callout") for text in ("text", "heading", "muted", "link")),
    ("muted", "background"),
    ("link", "background"),
    ("button_text", "button"),
)

# Programs that force dark mode flip them to each other, to glaring white on black; colours a little off stay softer.
PURE = {"#000000", "#ffffff"}


def find_faulty_pairs(theme: Theme) -> Iterator[tuple[str, tuple[str, str], str, str]]:
    """Yield mode, names of the two colours, sentence and hint of each pair that is too weak, or too stark."""
    for mode in ("light", "dark"):
        colours = getattr(theme, mode)
        for text, ground in PAIRS:
            above, below = getattr(colours, text).lower(), getattr(colours, ground).lower()
            if {above, below} == PURE:
                sentence = f"{text} {above} on {ground} {below} flips to glaring white on black in forced dark modes"
                softer = "#fefefe" if below == "#ffffff" else "#010101"
                yield mode, (text, ground), sentence, f"Take a colour a little off, such as {softer} for {ground}."
            if (ratio := contrast_of(above, below)) < TEXT_RATIO:
                # Rounded down: 4.499 must not read as if it passed.
                shown = f"{int(ratio * 100) / 100:.2f}:1"
                sentence = f"{text} {above} on {ground} {below} has a contrast of {shown}; text needs {TEXT_RATIO}:1"
                yield (
                    mode,
                    (text, ground),
                    sentence,
                    f"The nearest {text} that passes is {nearest_passing(above, below)}.",
                )
