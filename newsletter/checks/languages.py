"""Language tags: whether their first part names a language.

Two letters are a code of ISO 639-1; three letters are taken as one of ISO 639-3, except where the language has a code
of two letters, which is then the only valid one (RFC 5646, section 2.2.1); longer ones are not registered. The lists
are facts of ISO 639.
"""

from __future__ import annotations

import re

_TWO_WORDS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en"
    " eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw"
    " ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt"
    " my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm"
    " sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
# Three-letter codes, bibliographic and terminological, of languages that have a code of two letters.
_NOT_THREE_WORDS = (
    "aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bih bis bod bos bre bul bur "
    "cat ces cha che chi chu chv cor cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas fij "
    "fin fra fre fry ful geo ger gla gle glg glv gre grn guj hat hau heb her hin hmo hrv hun hye ibo ice ido "
    "iii iku ile ina ind ipk isl ita jav jpn kal kan kas kat kau kaz khm kik kin kir kom kon kor kua kur lao "
    "lat lav lim lin lit ltz lub lug mac mah mal mao mar may mkd mlg mlt mon mri msa mya nau nav nbl nde ndo "
    "nep nld nno nob nor nya oci oji ori orm oss pan per pli pol por pus que roh ron rum run rus sag san sin "
    "slk slo slv sme smo sna snd som sot spa sqi srd srp ssw sun swa swe tah tam tat tel tgk tgl tha tib tir "
    "ton tsn tso tuk tur twi uig ukr urd uzb ven vie vol wel wln wol xho yid yor zha zho zul"
)
# What a sending service fills in later says nothing yet.
MERGE_TAG = re.compile(r"\{\{|\*\||%%|\[\[|<%")
TWO_LETTERS = frozenset(_TWO_WORDS.split())
NOT_THREE_LETTERS = frozenset(_NOT_THREE_WORDS.split())


def is_language(tag: str) -> bool:
    """Whether the first part of a language tag (BCP 47) names a language, or is for private use."""
    first = re.split(r"[-_]", tag.strip())[0].lower()
    if not first.isascii() or not first.isalpha():
        return False
    if len(first) == len("de"):
        return first in TWO_LETTERS
    return first == "x" or (len(first) == len("gsw") and first not in NOT_THREE_LETTERS)
