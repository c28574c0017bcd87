"""An email that does not say why its reader gets it.

## Why it matters

People forget what they signed up for. Who does not know why a letter comes is frightened, or calls it spam; for a
list that is sensitive this matters twice.

## Fails

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Good morning.
--b
Content-Type: text/html; charset=utf-8

<html lang="en"><body><p>Good morning</p><a href="https://example.org/out">Unsubscribe</a></body></html>
--b--
```

## Passes

```eml
From: Anne <anne@example.org>
Subject: Good morning
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Good morning.
--b
Content-Type: text/html; charset=utf-8

<html lang="en">
<body>
<p>Good morning</p>
<p>You get this email because you signed up for our letters.</p><a
href="https://example.org/out">Unsubscribe</a></body></html>
--b--
```

## Silent

On fragments, on emails in other languages than English, German, French, Spanish, Dutch, Arabic and Hebrew, and on
HTML without the headers of its email.

## References

- GDPR, article 14(2)(f): where the data come from
- Google, Email sender guidelines: send only to people who chose it
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsletter.checks.reading.passages import passages_of_html
from newsletter.checks.recalling import searcher
from newsletter.checks.rule import Defect, Rule
from newsletter.checks.tongues.settling import main_language
from newsletter.checks.whitespace import squeeze
from newsletter.model import Impact, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsletter.checks.document import Document


REASONS = {
    "en": r"because you|signed up|subscribed|you(?:'re| are|’re) (?:receiving|getting)|you asked|opted in|sent to you",
    "de": r"weil sie|weil du|angemeldet|abonniert|sie erhalten|du erhältst|sie bekommen",
    "fr": r"parce que vous|car vous|inscrite?s?\b|abonnée?s?\b|vous recevez",
    "es": r"porque (?:se|te|usted)|suscri(?:to|bi)|recibe este|recibes este",
    "nl": r"omdat (?:u|je)\b|ingeschreven|aangemeld|u ontvangt|je ontvangt|u krijgt",
    "ar": r"لأنك|اشتركت",
    "he": r"כי נרשמת|נרשמת",
}


def find(document: Document) -> Iterator[Defect]:
    """Ask for a look where no words of an email say why it comes, in the languages whose words are known."""
    words = REASONS.get(main_language(document))
    if document.root is None or document.headers is None or words is None:
        return
    pattern = re.compile(words, re.IGNORECASE)
    search = searcher(pattern)
    # Most say it in one passage, and some in two, or where no passages are.
    is_said = any(search(squeeze(it.text)) for it in passages_of_html(document))
    if not is_said and not pattern.search(document.words(document.soup)):
        message = "Say at the foot why people get this, such as “You get this because you signed up at …”."
        yield Defect(message, outcome=Outcome.REVIEW)


rule = Rule(__name__, Impact.MODERATE, find)
