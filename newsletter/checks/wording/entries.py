"""Lists of words to use with care: those that ship with the program, and a newsletter's own."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from newsletter.errors import SettingsError
from newsletter.texts import read_toml

DATA = Path(__file__).parent / "data"
FIELDS = {"name": str, "pattern": str, "suggestion": str, "reason": str, "source": str, "unless": str, "certain": bool}
NEEDED = ("name", "pattern", "suggestion", "reason", "source")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words to use with care: a pattern, what to write instead, why, and who says so.

    `unless` matches a sentence in which the words are harmless; not `certain`: only a person can tell.
    """

    name: str
    pattern: str
    suggestion: str
    reason: str
    source: str
    unless: str = ""
    certain: bool = True

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern between the borders of words."""
        return between_words(self.pattern)


@dataclass(frozen=True, slots=True)
class WordList:
    """A language's list: words to use with care, words that press, and patterns of topics (see the TOML files)."""

    words: tuple[Entry, ...] = ()
    pressure: tuple[Entry, ...] = ()
    topics: dict[str, str] = field(default_factory=dict)

    def topic(self, name: str) -> re.Pattern[str] | None:
        """The pattern of a topic, None where the language has none."""
        return _compile(rf"(?<![\w-])(?:{self.topics[name]})") if name in self.topics else None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a newsletter adds to the lists, and the names of entries that it silences."""

    words: tuple[Entry, ...] = ()
    pressure: tuple[Entry, ...] = ()
    silence: frozenset[str] = frozenset()


@functools.cache
def shipped_list(language: str) -> WordList:
    """Read the list of a language, empty where there is none."""
    file = DATA / f"{language}.toml"
    if not file.is_file():
        return WordList()
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    words, pressure = (tuple(Entry(**it) for it in document.get(kind, ())) for kind in ("words", "pressure"))
    return WordList(words, pressure, document.get("topics", {}))


def list_of(language: str, own: OwnWords | None) -> WordList:
    """Take a language's list together with what a newsletter adds and silences."""
    shipped = shipped_list(language)
    if own is None:
        return shipped
    words = (it for it in (*shipped.words, *own.words) if it.name not in own.silence)
    pressure = (it for it in (*shipped.pressure, *own.pressure) if it.name not in own.silence)
    return WordList(tuple(words), tuple(pressure), shipped.topics)


def read_own_words(file: Path | None, silence: list[str]) -> OwnWords:
    """Read a newsletter's own list. Raises SettingsError where it is missing or wrong."""
    if file is None:
        return OwnWords(silence=frozenset(silence))
    _, document = read_toml(file, SettingsError)
    words, pressure = (tuple(_entry(it, file) for it in document.get(kind, ())) for kind in ("words", "pressure"))
    return OwnWords(words, pressure, frozenset(silence))


def _entry(values: object, file: Path) -> Entry:
    hint = f"Each entry is a table with {', '.join(NEEDED)}, and may have unless and certain."
    if not isinstance(values, dict) or not set(NEEDED) <= values.keys():
        raise SettingsError("An entry of the list of words lacks a field.", hint=hint, file=file)
    for name, value in values.items():
        if name not in FIELDS or not isinstance(value, FIELDS[name]):
            raise SettingsError(f"In the entry “{values['name']}”, {name} is wrong.", hint=hint, file=file)
    entry = Entry(**values)
    try:
        re.compile(entry.pattern)
        re.compile(entry.unless)
    except re.error as error:
        hint = "Patterns are Python's regular expressions; a plain word is one."
        raise SettingsError(f"The pattern of “{entry.name}” is wrong: {error}.", hint=hint, file=file) from error
    return entry


@functools.cache
def between_words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that stands between the borders of words."""
    return _compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")


@functools.cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
