"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest

from newsletter.checks.reading.sentences import split_sentences
from newsletter.checks.reading.words import find_words


@pytest.mark.parametrize(
    ("passage", "count"),
    [
        ("", 0),
        ("🎉", 0),
        ("A heading", 1),
        ("One. Two! Three?", 3),
        ("Dr. Low saw 3.5 people, e.g. J. Smith, at www.example.org. They left.", 2),
        ("“Is it?” she said.", 1),
        ("“Come in!” Mary said. We went in.", 2),
        ("“Stop.” He left.", 2),
        ("Write to hello@example.org. We answer.", 2),
        ("See https://example.org/a.b?c=d. It helps.", 2),
        ("We meet at 9 a.m. on Mondays. Come.", 2),
        ("We close at 5 p.m. Then we go home.", 2),
        ("She wrote to J. R. R. Tolkien. He wrote back.", 2),
        ("So am I. Nobody knows.", 2),
        ("I waited … and waited. Then it came…", 2),
        ("I waited... Then it came.", 2),
        ("Well done! 🎉 Come along 👋", 2),
        ("It costs £3.50. See No. 4 and pp. 7. No. I will not.", 4),
        ("Bread, milk, etc. The rest can wait.", 2),
        ("in small letters only. it still ends. three now.", 3),
        ("Really?! Yes.", 2),
        ("(It was late.) We went home.", 2),
        ("Warmly,\nThe Quay", 2),
        ("We went on\nand on.", 1),
        ("1. Open the door.", 1),
        ("At the U.S. border we stop.", 1),
    ],
)
def test_english(passage: str, count: int) -> None:
    assert len(split_sentences(passage)) == count


@pytest.mark.parametrize(
    ("language", "passage", "count"),
    [
        ("de", "Am 3. Oktober kommt Dr. Maier, z. B. mit dem Zug. Wir warten.", 2),
        ("fr", "M. Dupont vient avec Mme Petit. Nous attendons.", 2),
        ("es", "El Sr. García y la Dra. Ruiz vienen. ¿Quién más?", 2),
        ("nl", "Mevr. Jansen komt op 3. december, d.w.z. morgen. Wij wachten.", 2),
        ("it", "Il sig. Rossi e il dott. Bianchi arrivano. Aspettiamo.", 2),
    ],
)
def test_other_languages(language: str, passage: str, count: int) -> None:
    assert len(split_sentences(passage, language)) == count


# Hard cases, one to a line; sentences end at the bars.
HARD = {
    "en": """
        Mr. and Mrs. Lee met Prof. Ng at St. Mary’s.
        The fee is $3.50. | It was £2.75 before.
        Visit example.org/a.html?x=1. | Then write.
        Write to a.b@example.co.uk! | We read all.
        J. R. R. Tolkien and C. S. Lewis were friends.
        He works at the B.B.C. in London.
        He lives in the U.S. | The weather is hot.
        “Where are you?” asked Tom. | “Here!” she called.
        He asked, “Are you well?” and smiled.
        It was late (very late!) when we left.
        We won! | 🎉🎉 What a day 😀
        Wait… what? | No!
        See fig. 3 and pp. 4–5. | No. 7 is best.
        Meet at 5 p.m. on Sat. at the pier.
        Meet at 5 p.m. | The pier is open.
        Bring pens, paper, etc. | We have tea.
        Version 2.0.1 is out. | Try it.
        She has a Ph.D. in physics.
        It rained all day, i.e. we read.
        Is it 10 a.m.? | Yes.
        The Dr. is in. | Come.
        Well... maybe. | Or not.
        1. Open the door. | 2. Go in.
        I am, as ever, yours, A. Low
        Really?! | You did?!
        He said: ‘No.’ | Then he left.
        Inc. Magazine wrote of Acme Inc. in May.
        The vote was 5 to 4. | I won.
        Plan B. | It works.
        vitamin C. | It helps.
    """,
    "de": """
        Am 24. Dezember kommt Dr. Maier.
        Das kostet 3,50 Euro. | Bitte zahlen.
        Z. B. am Montag, d. h. morgen.
        Um 15.30 Uhr beginnt es. | Bis dann!
        Frau Prof. Dr. Schmidt spricht.
        „Kommst du?“, fragte sie. | „Ja.“
        Sie sagte: „Komm!“ | Er ging.
        Der 1. FC spielt. | Wir schauen zu.
        Bitte Obst, Brot usw. mitbringen.
        Siehe Abb. 3 und S. 12 im Heft. | Danke.
        Er heißt J. W. Goethe. | Wer sonst?
        Schau auf www.beispiel.de. | Es hilft.
        Ca. 30 Leute, ggf. mehr.
        Im 19. Jh. war es so. | Heute nicht.
        Das war 2020. | Jetzt ist alles neu.
    """,
    "fr": """
        M. Dupont et Mme Roy arrivent.
        Cela coûte 3,50 €. | Merci.
        « Tu viens ? » demanda-t-elle.
        « Viens ! » | Il partit.
        Voir p. 12, art. 3. | Merci.
        Dr. Martin, av. J.-C., etc. sont là.
        Rendez-vous à 15 h 30. | À bientôt !
        Il a dit : « Non. » | Elle est partie.
        J. Moulin est né en 1899. | Il fut grand.
        Visitez www.exemple.fr. | C’est utile.
        Bravo ! | 🎉 On continue.
        Env. 30 pers. viendront. | Venez !
    """,
    "es": """
        El Sr. García y la Dra. Ruiz vienen.
        ¿Vienes? | ¡Claro que sí!
        Cuesta 3,50 €. | Gracias.
        EE. UU. es grande. | España no.
        Vive en la Av. Mayor, n.º 3. | Llama.
        —¿Vienes? —preguntó Ana.
        Son las 3 p. m. en Madrid.
        Véase pág. 12. | Gracias.
        Trae pan, queso, etc. | Hay vino.
        «Ven», dijo. | Y fui.
        J. L. Borges nació en 1899. | Era genial.
        Mira www.ejemplo.es. | Sirve.
    """,
    "nl": """
        Dhr. Jansen en mevr. De Vries komen.
        Dat kost € 3,50. | Dank u.
        Op 5 dec. komt hij, d.w.z. morgen.
        “Kom je?” vroeg ze. | “Ja.”
        Bijv. brood, kaas enz. is er.
        Zie blz. 12. | Dank.
        Prof. dr. A. de Boer spreekt.
        Om 15.30 uur begint het. | Tot dan!
        Kijk op www.voorbeeld.nl. | Het helpt.
        ’s Avonds is het stil. | ’t Is mooi.
        Op 3. januari? | Nee.
    """,
    "it": """
        Il sig. Rossi e la sig.ra Verdi arrivano.
        Costa 3,50 €. | Grazie.
        «Vieni?» chiese Anna.
        «Vieni!» | Lui partì.
        Vedi pag. 12. | Grazie.
        Il dott. Bianchi, ecc. sono qui.
        Alle 15.30 si parte. | Ciao!
        G. Verdi nacque nel 1813. | Fu grande.
        Vai su www.esempio.it. | Serve.
        L’a.C. e il d.C. contano.
        Perché? | Perché sì!
    """,
}
CASES = [(language, line.strip()) for language, text in HARD.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "line"), CASES)
def test_hard_cases(language: str, line: str) -> None:
    assert " | ".join(split_sentences(line.replace("| ", ""), language)) == line


def test_words() -> None:
    assert find_words("Don’t e-mail me@example.org, e.g. at 5, or see https://example.org/x.") == (
        "Don’t",
        "e-mail",
        "eg",
        "at",
        "or",
        "see",
    )
