"""What the counting needs to know of each language that it can score."""

from __future__ import annotations

from dataclasses import dataclass

from newsletter.checks.reading.lists import list_words


@dataclass(frozen=True, slots=True)
class Language:
    """Abbreviations end no sentence, some only before numbers; `has_ordinals`: “3.” ends none either."""

    name: str
    abbreviations: frozenset[str]
    before_numbers: frozenset[str] = frozenset()
    has_ordinals: bool = False


LANGUAGES = {
    "en": Language(
        "English",
        list_words(
            "dr mr mrs ms mx prof rev st "
            "sr jr hon gen col capt lt sgt gov sen rep messrs mt ft vs viz cf eg ie approx dept est "
        )
        | list_words("inc ltd co corp bros etc al e.g i.e a.k.a ph.d jan feb mar apr jun jul aug sep sept oct nov dec"),
        list_words("no nos p pp vol ch fig art sec ext tel"),
    ),
    "de": Language(
        "German",
        list_words(
            "dr prof hr fr frl z.b d.h "
            "u.a u.ä o.ä i.d.r usw bzw ca evtl ggf inkl exkl sog str tel vgl zzgl max min st dipl ing"
        )
        | list_words(
            "jh mio mrd etc bspw insb lt abs s.o s.u v.a z.t z b d h jan feb mär apr jun jul aug sept okt nov dez"
        ),
        list_words("nr s art bd abb tab kap abs"),
        has_ordinals=True,
    ),
    "fr": Language(
        "French",
        list_words("m mm mme mlle me dr pr st ste etc cf av env ex p.ex c.-à-d janv févr avr juil sept oct nov déc"),
        list_words("no n p pp vol art fig tél"),
    ),
    "es": Language(
        "Spanish",
        list_words("sr sra srta sres dr dra d dña prof lic ing ud uds vd etc p.ej ej av avda c a.c d.c ee ee.uu uu"),
        list_words("n núm pág págs vol art fig tel"),
    ),
    "nl": Language(
        "Dutch",
        list_words(
            "dr drs mr mw "
            "mevr dhr prof ir ing bijv bv d.w.z dwz o.a m.b.t i.p.v t.o.v e.d enz etc ca resp incl excl m.a.w jl st"
        ),
        list_words("nr blz p art tel afb"),
    ),
    "it": Language(
        "Italian",
        list_words("sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on s ss ecc es p.es c.a d.c"),
        list_words("n nn pag pagg vol art fig tel"),
    ),
}
