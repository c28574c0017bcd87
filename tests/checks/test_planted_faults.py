"""An email that passes everything; each rule's own fault is planted in it, and only that rule speaks."""

from __future__ import annotations

import re

import pytest

from newsletter.checks.document import Document
from newsletter.checks.rule import Rule, all_rules
from tests.checks.test_rules import example, with_answers

SOUND = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>A slow morning by the water</title></head>
<body style="margin:0;color:#1c1c1c;background-color:#ffffff">
<div lang="en" dir="ltr" role="article" aria-roledescription="email" aria-label="A slow morning by the water">
<div style="display:none">Three small things that make the first hour of a day easier.</div>
<h1 style="font-size:28px">A slow morning</h1>
<p style="font-size:16px;line-height:1.6">We like to begin the day slowly, and with an open window – even in winter.</p>
<!-- planted -->
<p style="font-size:16px;line-height:1.6"><a href="https://example.org/leave">Unsubscribe from these letters</a></p>
<p style="font-size:16px;line-height:1.6">The Quay, 4 Harbour Lane, Exampletown EX1 2MP</p>
</div>
</body>
</html>
"""
WORDS = SOUND.partition("easier.</div>")[2].partition("</div>")[0]
# A rule whose fault is the document's own is planted by taking something away; all others by their Fails example.
TAKEN_AWAY = {
    "content-dir-missing": ('<div lang="en" dir="ltr"', '<div lang="en"'),
    "content-lang-missing": ('<div lang="en" dir="ltr"', '<div dir="ltr"'),
    "html-lang-missing": ('<html lang="en" dir="ltr">', '<html dir="ltr">'),
    "title-missing": ("<title>A slow morning by the water</title>", ""),
    "level-one-heading-missing": (
        '<h1 style="font-size:28px">A slow morning</h1>',
        '<p style="font-size:16px;line-height:1.6">We walk by the water, and look at the boats.</p>' * 20,
    ),
    "postal-address-missing": ("The Quay, 4 Harbour Lane, Exampletown EX1 2MP", "The Quay"),
    "unsubscribe-link-missing": ("Unsubscribe from these letters", "All of our letters"),
    "charset-missing": ('<meta charset="utf-8">', ""),
    "colour-scheme-missing": ('<meta name="color-scheme" content="light dark">', ""),
    "colour-without-background": ("background-color:#ffffff", ""),
    "html-dir-missing": ('<html lang="en" dir="ltr">', '<html lang="en">'),
    "title-placeholder": ("<title>A slow morning by the water</title>", "<title>Untitled document</title>"),
    "preheader-length-poor": ("Three small things that make the first hour of a day easier.", "Hello."),
    "image-silent-alone": (WORDS, '<img src="poster.jpg" alt="" width="600" height="900">'),
    "email-all-image": (WORDS, '<img src="poster.jpg" alt="Open day on 3 May, 10 to 16" width="600" height="900">'),
    "page-language-wrong": ("A slow morning by the water", "Ein langsamer Morgen, und das Boot ist nicht am Ufer"),
    "article-role-missing": (
        ' role="article" aria-roledescription="email" aria-label="A slow morning by the water"',
        "",
    ),
    "preheader-missing": (
        '<div style="display:none">Three small things that make the first hour of a day easier.</div>',
        "",
    ),
    "email-empty": (WORDS, ""),
    "html-too-large": ("<!-- planted -->", f"<!-- {'x' * 110_000} -->"),
}
# What must follow: the fault of the first is one of the others too.
FOLLOWING = {
    "image-animated": {"image-embedded"},  # a moving picture in one line
    # A field has no business in an email, whatever its label says.
    "form-label-unclear": {"form-embedded"},
    # A drawing in an address is a picture in the email itself.
    "image-of-text": {"image-embedded"},
    # What says nothing anywhere says nothing in a list of links.
    "link-text-vague": {"link-text-incomplete"},
    # Words about a loss ask for both, and the first example speaks of one.
    "word-hurtful": {"content-note-missing", "crisis-line-missing"},
    "content-note-missing": {"crisis-line-missing"},
    "crisis-line-missing": {"content-note-missing"},
    # What makes a text hard to read is a fault of its own.
    "reading-grade-high": {"paragraph-too-long", "words-hard"},
    "ignore-comment-faulty": {"image-alt-missing"},
    # Words over a picture are looked at, whatever is below it.
    "text-lost-without-pictures": {"text-contrast-low", "text-contrast-not-enhanced"},
    "inverted-contrast-low": {"text-contrast-low", "text-contrast-not-enhanced"},
    "text-contrast-low": {"text-contrast-not-enhanced"},
    # A header cell that its cells cannot find is one without cells.
    "table-header-reference-broken": {"table-header-unassigned"},
    # A price in bold is set apart for the eye only.
    "aria-name-prohibited": {"emphasis-only-seen"},
    # An object has no business in an email, named or not.
    "object-name-missing": {"feature-unsupported"},
    # No form belongs into an email, labelled or not.
    "form-label-missing": {"form-embedded"},
    "autocomplete-invalid": {"form-embedded"},
    # A drawing in the HTML is one that Gmail and Outlook leave out.
    "svg-name-missing": {"feature-unsupported"},
    # Two links of one name are ambiguous where they lead to different pages.
    "link-text-ambiguous": {"link-name-repeated"},
    # A letter without words has none of the words that it must have.
    "image-silent-alone": {"unsubscribe-link-missing", "postal-address-missing", "email-all-image"},
    "email-all-image": {"unsubscribe-link-missing", "postal-address-missing"},
    "email-empty": {"unsubscribe-link-missing", "postal-address-missing"},
    # A heading that is a sentence is a long sentence.
    "heading-long": {"sentence-too-long"},
    # What is still on the list is not asked.
    "link-ignore-ended": {"link-unchecked"},
    # Words that name a site are an address.
    "link-domain-misleading": {"link-text-address"},
}


def found_by(document: Document) -> set[str]:
    return {rule.name for rule in all_rules() if any(True for _ in rule.find(document))}


def plant(rule: Rule) -> str:
    if rule.name in TAKEN_AWAY:
        old, new = TAKEN_AWAY[rule.name]
        assert old in SOUND
        return SOUND.replace(old, new)
    fault = example(rule, "Fails").html
    body = re.search(r"<body[^>]*>(.*)</body>", fault, re.DOTALL)
    return SOUND.replace("<!-- planted -->", body[1] if body else fault)


# What only headers or a text part can show has a file for each outcome in rules/.
IN_HTML = [rule for rule in all_rules() if example(rule, "Fails").headers is None]


def test_the_sound_email_passes_every_rule() -> None:
    assert found_by(Document(SOUND)) == set()


@pytest.mark.parametrize("rule", IN_HTML, ids=lambda rule: rule.name)
def test_only_the_rule_of_the_planted_fault_speaks(rule: Rule) -> None:
    document = with_answers(rule, Document(plant(rule)))
    assert found_by(document) - FOLLOWING.get(rule.name, set()) == {rule.name}
