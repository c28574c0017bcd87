"""What the tree construction of HTML needs to know of its elements (HTML, section 13.2.4 and 13.2.6)."""

from __future__ import annotations

LISTS = {"ul", "ol", "menu", "dir"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"td", "th", "caption"}
SECTIONS = {"tbody", "thead", "tfoot"}
TABLE_PARTS = {*CELLS, *SECTIONS, "tr", "colgroup"}
_BLOCKS_WORDS = (
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form "
    "header hgroup hr li main menu nav ol p plaintext pre search section summary table ul xmp"
)
BLOCKS = frozenset(_BLOCKS_WORDS.split()) | frozenset(HEADINGS)
SPECIAL = (
    BLOCKS
    | TABLE_PARTS
    | frozenset(["body", "button", "html", "head", "marquee", "object", "select", "template", "applet"])
)
# What an end tag or a closed paragraph never reaches beyond.
_SCOPE_WORDS = "applet caption html table td th marquee object template body svg math"
SCOPE = frozenset(_SCOPE_WORDS.split())
_IN_HEAD_WORDS = "base basefont bgsound link meta noframes noscript script style template title"
IN_HEAD = frozenset(_IN_HEAD_WORDS.split())
# Element → what its start tag ends, if open, and where looking for that stops.
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), SCOPE | LISTS),
    "dt": (frozenset({"dt", "dd"}), SCOPE | {"dl"}),
    "dd": (frozenset({"dt", "dd"}), SCOPE | {"dl"}),
    "option": (frozenset({"option"}), SCOPE | {"select", "optgroup", "datalist"}),
    "optgroup": (frozenset({"option", "optgroup"}), SCOPE | {"select"}),
    **{name: (frozenset(CELLS | {"colgroup"}), frozenset({"tr", "table", "template"})) for name in CELLS},
    "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({*SECTIONS, "table", "template"})),
    **{
        name: (frozenset({*SECTIONS, "caption", "colgroup"}), frozenset({"table", "template"}))
        for name in (*SECTIONS, "colgroup")
    },
}
FOREIGN = frozenset({"svg", "math"})
_FORMATTING_WORDS = "a b big code em font i nobr s small strike strong tt u"
FORMATTING = frozenset(_FORMATTING_WORDS.split())
