"""Which column of somebody's table means what: programs and languages name them differently."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from newsletter.errors import SubscriberFileError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# As spreadsheets, address books and sending services write them in English, German, French, Spanish, Italian, Dutch,
# Swedish and Polish; case, accents, spaces and hyphens do not count.
_NAMES = {
    "email": (
        "email, email address, mail, mail address, email id, email 1 value, email-adresse, mailadresse, adresse email, "
        "adresse mail, adresse électronique, adresse courriel, courriel, correo, correo electrónico, "
        "dirección de correo electrónico, indirizzo email, indirizzo di posta elettronica, posta elettronica, "
        "emailadres, e-post, e-postadress, adres email"
    ),
    "name": "name, full name, display name, contact name, nom, nom complet, nombre completo, nome, naam",
    "first_name": "first name, given name, fname, vorname, prénom, nombre, voornaam, förnamn, imię",
    "last_name": "last name, surname, family name, lname, nachname, familienname, nom de famille, apellidos, "
    "apellido, cognome, achternaam, efternamn, nazwisko",
    "tags": "tags, tag, group, groups, segment, segments, labels, gruppe, gruppen, schlagwörter, étiquettes, etiquetas",
    "state": "state",
    "consent_date": "consent date",
    "consent_source": "consent source",
}


def _fold(name: str) -> str:
    """Leave the letters and digits of a name, without accents, in lower case."""
    return re.sub(r"[\W_]|[^\x00-\x7f]", "", unicodedata.normalize("NFKD", name).casefold())


_MEANINGS = {_fold(name): column for column, names in _NAMES.items() for name in names.split(", ")}


def read_columns(names: Sequence[str], file: Path) -> list[str]:
    """Say what each column means: a column that we know, or "" where nothing is read from it.

    Raises SubscriberFileError where none holds addresses, or where two could.
    """
    # Our own name for a column goes before any other.
    own = {name.lower() for name in names} & set(_NAMES)
    meanings = ((name, _MEANINGS.get(_fold(name), "")) for name in names)
    columns = [it if it not in own or it == name.lower() else "" for name, it in meanings]
    addresses = [name for name, it in zip(names, columns, strict=True) if it == "email"]
    if len(addresses) > 1:
        both = " and ".join(f"“{name}”" for name in addresses)
        message = f"The columns {both} may both hold the addresses."
        raise SubscriberFileError(message, hint="Call the one to use “email”.", file=file, line=1)
    if not addresses and any("@" in name for name in names):
        # What stands there is not repeated: it is somebody's address.
        hint = "Put a line that names the columns above it, as in: email,name,tags"
        raise SubscriberFileError("The first line is a person already.", hint=hint, file=file, line=1)
    if not addresses:
        found = ", ".join(name for name in names if name) or "none"
        hint = "Begin the file with a line that names its columns, as in: email,name,tags"
        raise SubscriberFileError(f"No column is called “email” (found: {found}).", hint=hint, file=file, line=1)
    return columns


def read_name(row: Mapping[str, str]) -> str:
    """Put a person's name together; beside a first name, a column “name” may be the last name only."""
    first, last = row.get("first_name", ""), row.get("last_name") or row.get("name", "")
    whole = row.get("name", "")
    if first and first.casefold() in whole.casefold():
        return whole
    return whole if not first and whole else f"{first} {last}"
