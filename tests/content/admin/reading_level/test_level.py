"""A plain text passes for B1 and officialese does not; long sentences are always named."""

import pytest

from dialoog.content.admin.reading_level.level import LONG_SENTENCE, ReadingLevel, read
from dialoog.content.document.texts import texts
from tests.builders import real_document

PLAIN = (
    "Maak rustig kennis met de organisatie. Vraag met wie zij werkt en wat zij wil bereiken. Pas je plan daarop aan. "
    "Een ngo heeft vaak weinig tijd. Vraag daarom eerst wat er kan."
)
LETTER = (
    "Naar aanleiding van de door u ingediende aanvraag delen wij u mede dat, gelet op het bepaalde in artikel 4 van de "
    "verordening, niet tot toekenning kan worden overgegaan. Tegen deze beslissing kan binnen zes weken na de datum "
    "van verzending schriftelijk en gemotiveerd bezwaar worden gemaakt bij het college van burgemeester en wethouders. "
    "De indiening van een bezwaarschrift schorst de werking van het besluit niet."
)
POLICY = (
    "De onderneming dient zorg te dragen voor een adequate implementatie van de noodzakelijke beheersmaatregelen, "
    "waarbij rekening gehouden dient te worden met de belangen van de betrokken stakeholders, alsmede met de "
    "internationale verantwoordelijkheden die voortvloeien uit de OESO-richtlijnen."
)
SHORT_POLICY = (
    "Hierbij wordt een samenwerkingsverband geïnitieerd ter bevordering van internationale normenkaders. De "
    "verantwoordelijkheidsverdeling wordt geoperationaliseerd middels een gezamenlijk uitvoeringsprogramma. Evaluatie "
    "geschiedt periodiek."
)


def words(count: int) -> str:
    return " ".join(["Dan", *["woord"] * (count - 1)]) + "."


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (PLAIN, ReadingLevel.B1),
        (LETTER, ReadingLevel.B2),
        (POLICY, ReadingLevel.C1),
        (SHORT_POLICY, ReadingLevel.C1),
    ],
)
def test_the_level_tells_plain_language_from_officialese(text: str, level: ReadingLevel) -> None:
    reading = read(text)

    assert reading.level is level
    assert reading.is_above_b1 is (level is not ReadingLevel.B1)


@pytest.mark.parametrize(
    ("text", "score"), [(PLAIN, 98.0303), (LETTER, 49.875), (POLICY, -10.7101), (SHORT_POLICY, -74.675)]
)
def test_the_score_is_that_of_the_library_that_measured_before(text: str, score: float) -> None:
    """textstat 0.7.13, whose bounds staff know."""
    assert read(text).score == pytest.approx(score, abs=0.0001)


def test_lines_of_loose_words_are_no_prose() -> None:
    reading = read("\n".join(["multi-stakeholderinitiatief, samenwerkingsverband, sectorconvenant"] * 12))

    assert (reading.words, reading.level, reading.long_sentences) == (36, None, ())


def test_our_own_content_is_mostly_b1() -> None:
    readings = [read(place.text) for place in texts(real_document())]
    measured = [reading for reading in readings if reading.level]

    assert len(measured) > 40
    assert sum(reading.is_above_b1 for reading in measured) / len(measured) < 0.2


def test_our_own_pages_are_all_b1() -> None:
    readings = [read(page["text"]) for page in real_document()["page_texts"]]

    assert {reading.level for reading in readings} == {ReadingLevel.B1, None}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Arbeidsomstandigheden",
        "Samenwerkingsverbanden internationaliseren stakeholderverantwoordelijkheden.",
        "- Vakbonden\n- Werkgeversorganisaties\n- Maatschappelijke organisaties",
        "***",
    ],
)
def test_what_is_too_short_to_measure_has_no_level(text: str) -> None:
    reading = read(text)

    assert (reading.level, reading.score, reading.is_above_b1) == (None, None, False)


def test_the_score_is_that_of_douma() -> None:
    """30 words of one syllable in sentences of six."""
    assert read("De kat zit op de mat. " * 5).score == pytest.approx(206.835 - 0.93 * 6 - 77 * 1)


def test_a_sentence_is_long_when_it_has_more_words_than_the_bound() -> None:
    assert read(words(LONG_SENTENCE)).long_sentences == ()
    assert read(words(LONG_SENTENCE + 1)).long_sentences == (words(LONG_SENTENCE + 1),)


def test_only_the_long_sentences_of_a_text_are_named() -> None:
    assert read(f"Kort. {words(25)} Ook kort.").long_sentences == (words(25),)


def test_marks_of_markdown_do_not_count() -> None:
    marked = "## Een kop\n\nDit is **vet**, met [een link](https://www.ser.nl/nl/thema?pagina=heel-lang).\n\n- Punt"

    assert read(marked).words == read("Een kop. Dit is vet, met een link. Punt.").words == 9


def test_a_bare_address_does_not_count() -> None:
    assert read("Kijk op https://www.ser.nl/nl/thema/imvo?a=1 voor meer.").words == 4


def test_headings_and_list_items_end_a_sentence() -> None:
    assert read(f"# {words(12)[:-1]}\n\n- {words(12)[:-1]}\n- {words(12)[:-1]}").long_sentences == ()


def test_a_line_that_goes_on_is_the_same_sentence() -> None:
    assert len(read(f"{words(12)[:-1]}\nen {words(12)}").long_sentences) == 1


@pytest.mark.parametrize(
    "middle", ["bijv. Fair", "nr. 4", "o.a. Wider", "WCAG 2.2", "de heer J. Smit", "1.000,50 euro"]
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(middle: str) -> None:
    sentence = f"Dan {middle} en {words(20).lower()}"

    assert read(sentence).long_sentences == (sentence,)


@pytest.mark.parametrize(
    "start",
    ["'s Avonds ", "’t Is ", "‘s-Gravenhage ", "İzmir ", "Żółw ", "Öl ", "‘’s Avonds ", "“Élan ", "3 ", "ঢাকা ", "(Zo "],
)
def test_a_sentence_may_begin_with_any_capital_or_a_short_word(start: str) -> None:
    assert read(f"{words(15)} {start}{words(15).lower()}").long_sentences == ()


@pytest.mark.parametrize("start", ["en ", "é ", "‘zo ", "'s avonds "])
def test_a_small_letter_begins_no_sentence(start: str) -> None:
    assert len(read(f"{words(15)} {start}{words(15).lower()}").long_sentences) == 1


@pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", ".’ ", '." '])
def test_every_mark_that_ends_a_sentence_counts(end: str) -> None:
    assert read(f"{words(15)[:-1]}{end}{words(15)}").long_sentences == ()


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        ".'" * 10_000,
        ". " * 10_000,
        ">" * 20_000,
        "[" * 20_000,
        "*a " * 7_000,
        "-" * 20_000,
        "\x00 \ud83d",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    assert read(text).words <= len(text)
