"""Words that say nothing of what they stand for, by language; and how two texts are compared."""

from __future__ import annotations

import re


def _read(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.strip().split(","))


VAGUE_BY_LANGUAGE = {
    "en": _read("""
        here, click here, click, click this, tap here, press here, read more, read on, read this, more, learn more,
        find out more, see more, see here, this, this link, link, details, more details, continue, continue reading,
        view, view more, view details, download, download here, go, go here, start, discover, discover more, shop now,
        info, more info, more information, get started, get more, show more, check it out, check this out, read it,
        full story, full article, read full article, read full story, read the article, read article, visit, open
        """),
    "de": _read("""
        hier, hier klicken, klick hier, klicken sie hier, klicke hier, klick, mehr, mehr lesen, mehr erfahren,
        erfahren sie mehr, erfahre mehr, mehr infos, mehr info, mehr informationen, mehr dazu, weiterlesen, weiter,
        weitere informationen, details, zum artikel, zum beitrag, jetzt lesen, lesen, ansehen, jetzt ansehen, link,
        dieser link, diesen link, herunterladen, entdecken, jetzt entdecken, los, los geht s, jetzt starten,
        artikel lesen
        """),
    "fr": _read("""
        ici, cliquez ici, cliquer ici, clique ici, cliquez, en savoir plus, savoir plus, lire la suite, lire plus, plus,
        voir plus, voir, voir la suite, la suite, plus d infos, plus d informations, suite, lien, ce lien, détails,
        découvrir, découvrez, je découvre, télécharger, continuer, lire, lire l article, j en profite, c est parti
        """),
    "es": _read("""
        aquí, haga clic aquí, haz clic aquí, clic aquí, pulsa aquí, pulse aquí, leer más, más información, ver más, más,
        saber más, más info, seguir leyendo, continuar, continuar leyendo, leer, ver, enlace, este enlace, detalles,
        ver detalles, descargar, descubrir, descubre más, descubrir más, empezar, ir, conoce más, leer artículo
        """),
    "nl": _read("""
        hier, klik hier, klik, klik dan hier, lees meer, lees verder, meer, meer lezen, meer informatie, meer info,
        meer weten, lees, lees hier, bekijk, bekijk meer, bekijk hier, link, deze link, details, downloaden, download,
        ontdek, ontdek meer, verder, verder lezen, ga verder, ga naar, start, lees artikel, lees het artikel
        """),
}
# What a file is of says nothing of what is in it.
FORMATS = _read(
    "html, pdf, epub, doc, docx, word, excel, mp3, mp4, plain text, txt, rtf, zip, csv, web, website, online"
)
VAGUE = FORMATS.union(*VAGUE_BY_LANGUAGE.values())
PLACEHOLDERS_BY_LANGUAGE = {
    "en": _read("""
        image, img, picture, pic, photo, photograph, graphic, graphics, illustration, icon, logo, spacer, banner,
        header, footer, hero, hero image, header image, banner image, untitled, placeholder, alt, alt text,
        alternative text, alternate text, insert alt text here, insert alt here, image description, description,
        lorem ipsum, thumbnail, divider, line, border, separator, background, button, image1, photo1, product image,
        your image, image here, image placeholder, blank, null, undefined, none, empty, no alt, screenshot, figure
        """),
    "de": _read("bild, foto, grafik, symbol, platzhalter, abbildung, bildbeschreibung, alternativtext, trenner, linie"),
    "fr": _read("photographie, icône, texte alternatif, bannière, visuel, espace réservé, séparateur, ligne, dessin"),
    "es": _read("imagen, imagen1, foto1, icono, fotografía, texto alternativo, gráfico, ilustración, marcador, línea"),
    "nl": _read(
        "afbeelding, plaatje, icoon, illustratie, alternatieve tekst, scheidingslijn, lijn, tijdelijke aanduiding"
    ),
}
PLACEHOLDERS = PLACEHOLDERS_BY_LANGUAGE["en"].union(*PLACEHOLDERS_BY_LANGUAGE.values())
# “Screenshot of”, “painting of” and “map of” say what somebody looks at; these say only that there is a picture.
OPENING = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|pic) (?:of|showing|shows)\b"
    r"|(?:das |ein )?(?:bild|foto) (?:von|vom|zeigt)\b|(?:une |l['’])?(?:image|photo|photographie) (?:de|du|d['’])"
    r"|(?:una )?(?:imagen|foto|fotografía) (?:de|del)\b|(?:een )?(?:afbeelding|foto|plaatje) van\b",
    re.IGNORECASE,
)


# “This product” names something only beside what it points to.
POINTING = re.compile(
    r"(?:this|that|these|those|dies(?:e[rsmn]?)?|ce|cet|cette|ces|est[eao]s?|es[eao]s?|deze|dit|dat) \w+"
)


def plain(text: str) -> str:
    """Take arrows, emoji, full stops, case and doubled spaces off a text, so that two can be compared."""
    return " ".join(re.sub(r"[^\w\s]", " ", text).casefold().split())
