"""A label that does not say what belongs in the field.

## Why it matters

“Go” beside a field says what a button does. Two fields called “Name” leave everybody to guess whose.

## Fails

```html
<label>Name <input name="yours"></label> <label>Name <input name="theirs"></label>
```

## Passes

```html
<label>Your name <input name="yours"></label> <label>Your friend's name <input name="theirs"></label>
```

## Silent

On labels that nobody sees, on those that a legend, a heading or another label above tells apart, on radio buttons and
boxes to tick, and on all but a short list of words: whether a label is true only a person can tell.

## References

- WCAG 2.2, 2.4.6 Headings and Labels
- ACT cc0f0a (in part)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.legibility import is_in_sight
from newsletter.checks.phrases import VAGUE, plain
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document

FIELDS = frozenset({"combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "legend")
OF_BUTTONS = frozenset({"ok", "submit", "send", "save", "cancel", "los", "senden", "envoyer", "enviar", "verstuur"})
OF_FIELDS = frozenset({"field", "input", "text", "label", "value", "feld", "eingabe", "champ", "campo", "veld"})


def find(document: Document) -> Iterator[Defect]:
    """Find seen labels of fields that say nothing, or that repeat another's with nothing between to tell them apart."""
    fields = set(map(id, document.index.of_role(*FIELDS)))
    known: set[tuple[str, str]] = set()
    above = ""
    for element in document.elements if fields else ():
        if (element.name in HEADINGS or element.get("role") == "heading") and is_in_sight(document, element):
            above = document.words(element)
        if id(element) not in fields or not is_in_sight(document, element):
            continue
        labels = [label for label in document.names.labels(element) if is_in_sight(document, label)]
        words = plain(" ".join(_own_words(label) for label in labels))
        if words in VAGUE | OF_BUTTONS | OF_FIELDS:
            yield Defect(f"“{words}” does not say what belongs in this field: name it.", element)
        elif words and (words, above) in known:
            yield Defect(f"Another field is called “{words}” too: say in both labels what differs.", element)
        known.add((words, above))


def _own_words(label: Tag) -> str:
    """Join the words of a label, without those of the field in it."""
    strings = (it for it in label.find_all(string=True) if it.find_parent(["select", "textarea"]) is None)
    return " ".join(map(str, strings))


rule = Rule(__name__, Impact.MODERATE, find, wcag=("2.4.6",), act=("cc0f0a",))
