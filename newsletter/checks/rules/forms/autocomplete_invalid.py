"""An autocomplete that no program understands.

## Why it matters

Programs fill fields in for people who find typing or spelling hard. A misspelt word leaves the field empty.

## Fails

```html
<label>Mail <input autocomplete="e-mail"></label>
```

## Passes

```html
<label>Mail <input autocomplete="email"></label>
```

## Silent

On “on” and “off”, on empty values, on hidden and disabled fields, and on buttons.

## References

- WCAG 2.2, 1.3.5 Identify Input Purpose
- ACT 73f2c2
- HTML, 4.10.18.7 Autofill
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.checks.aria.roles import explicit_role, is_disabled
from newsletter.checks.rule import Defect, Rule
from newsletter.model import Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from newsletter.checks.document import Document


PLACES = frozenset({"home", "work", "mobile", "fax", "pager"})
REACHABLE = frozenset(
    {
        "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-local-prefix", "tel-local-suffix",
        "tel-extension", "email", "impp"
    }
)  # fmt: skip
FIELDS = REACHABLE | frozenset(
    {
        "name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix",
        "nickname", "organization-title", "username", "new-password", "current-password", "one-time-code",
        "organization", "street-address", "address-line1", "address-line2", "address-line3", "address-level4",
        "address-level3", "address-level2", "address-level1", "country", "country-name", "postal-code", "cc-name",
        "cc-given-name", "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month",
        "cc-exp-year", "cc-csc", "cc-type", "transaction-currency", "transaction-amount", "language", "bday",
        "bday-day", "bday-month", "bday-year", "sex", "url", "photo"
    }
)  # fmt: skip
UNASKED = frozenset({"hidden", "button", "submit", "reset", "checkbox", "radio", "file", "image", "color", "range"})
WIDGETS = frozenset({"", "textbox", "combobox", "listbox", "searchbox", "spinbutton", "slider"})


def find(document: Document) -> Iterator[Defect]:
    """Find autocomplete attributes that are not of the form that HTML gives them."""
    for field in document.find("input", "select", "textarea"):
        said = str(field.get("autocomplete") or "").lower().split()
        is_asked = str(field.get("type") or "").lower() not in UNASKED and not is_disabled(field)
        is_asked = is_asked and str(field.get("aria-disabled") or "").lower() != "true"
        if said and is_asked and not _is_unreachable(field) and said not in (["on"], ["off"]) and not _is_valid(said):
            yield Defect(f'autocomplete="{" ".join(said)}" is no purpose that HTML knows, such as email.', field)


def _is_unreachable(field: Tag) -> bool:
    return str(field.get("tabindex") or "").strip() == "-1" and explicit_role(field) not in WIDGETS


def _is_valid(words: list[str]) -> bool:
    """Follow the order of HTML: section-…, shipping or billing, where it rings, the field, webauthn."""
    if words[-1] == "webauthn":
        words = words[:-1]
    if words and words[0].startswith("section-") and len(words[0]) > len("section-"):
        words = words[1:]
    if words and words[0] in {"shipping", "billing"}:
        words = words[1:]
    if words and words[0] in PLACES:
        return len(words) == 2 and words[1] in REACHABLE  # noqa: PLR2004 - where, and what
    return len(words) == 1 and words[0] in FIELDS


rule = Rule(__name__, Impact.MODERATE, find, wcag=("1.3.5",), act=("73f2c2",))
