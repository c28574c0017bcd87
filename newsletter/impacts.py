"""The words for what a reader loses, in order, as commands and settings write them: of no weight at start-up."""

from __future__ import annotations

from typing import Literal, get_args

ImpactName = Literal["minor", "moderate", "serious", "critical"]
IMPACTS: tuple[ImpactName, ...] = get_args(ImpactName)
