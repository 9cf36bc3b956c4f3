"""What was written is opened again: every word is there, with headings, header rows, language, title and author."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from dialoog.catalogue.translated import Foreign
from dialoog.worksheets.formats import Format, locale_of
from dialoog.worksheets.packing import write
from dialoog.worksheets.sheet import Paragraph, Phrase, words
from tests.worksheets.made import (
    ARABIC,
    WORDS,
    headers_of,
    headings_of,
    opened,
    report_of,
    sheets,
    texts_of,
)

pytestmark = pytest.mark.slow

FORMS = list(Format)
LIBRARIES = (b"python-docx", b"odfdo", b"Macintosh")


@pytest.mark.parametrize("form", FORMS)
def test_every_word_is_there_in_order(form: Format) -> None:
    for sheet in sheets().values():
        assert opened(sheet, form).texts == texts_of(sheet)


@pytest.mark.parametrize("form", FORMS)
def test_headings_and_header_rows_are_real(form: Format) -> None:
    for sheet in sheets().values():
        made = opened(sheet, form)

        assert made.headings == headings_of(sheet)
        assert made.headers == headers_of(sheet) != []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_language_title_and_author_are_those_of_the_visitor(form: Format, language: str, locale: str) -> None:
    with override(language):
        sheet = sheets(report_of())["kennismaking"]
    made = opened(sheet, form)

    assert made.languages == {locale}
    assert made.title.endswith("– Lonen in Kenia")
    assert made.author == WORDS["organisation"]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_names_the_library_or_another_maker(form: Format) -> None:
    parts = opened(sheets()["email"], form).parts

    assert {name for name, part in parts.items() if any(library in part for library in LIBRARIES)} == set()
    assert sum(map(len, parts.values())) < 200_000


@pytest.mark.parametrize("form", FORMS)
def test_the_own_part_begins_on_a_page_of_its_own(form: Format) -> None:
    parts = opened(sheets()["email"], form).parts
    (body,) = (part.decode() for name, part in parts.items() if name in ("word/document.xml", "content.xml"))
    before, _heading, _after = body.partition("Niet meesturen: haal deze bladzijde weg")

    if form is Format.WORD:
        assert "<w:pageBreakBefore" in before[before.rindex("<w:p>") :]
    else:
        assert 'text:style-name="Kop_op_nieuwe_pagina_2"' in before[before.rindex("<text:h") :]
        assert 'fo:break-before="page"' in before


@pytest.mark.parametrize("form", FORMS)
def test_without_an_author_there_is_none(form: Format) -> None:
    cover = {"title": "Lonen", "organisation": "", "contact": "", "region": ""}

    assert opened(sheets(report_of(cover=cover))["email"], form).author == ""


@pytest.mark.parametrize("form", FORMS)
def test_words_of_the_visitor_stay_words(form: Format) -> None:
    """Markup, another script, and what no document can hold."""
    said = {"title": ARABIC, "organisation": "<w:p>{naam}\x00\x1f\ud800&amp;", "contact": "A  B\tC", "region": "‮🧵"}
    sheet = sheets(report_of(cover=said))["email"]
    made = opened(sheet, form)

    assert made.texts == texts_of(sheet)
    assert any("<w:p>{naam}&amp;" in text for text in made.texts)
    assert made.texts[-1] or made.title
    assert ARABIC.strip()[:200] in made.title


@pytest.mark.parametrize("form", FORMS)
def test_a_text_without_translation_says_its_language(form: Format) -> None:
    sheet = replace(sheets()["email"], language="en", blocks=(Paragraph((Phrase("Zo.", language="nl"),)),))
    parts = opened(sheet, form).parts
    (body,) = (part.decode() for name, part in parts.items() if name in ("word/document.xml", "content.xml"))

    assert ('w:val="nl-NL"' if form is Format.WORD else 'fo:language="nl"') in body
    assert Foreign.language == "nl"


def test_a_language_without_a_country_has_none() -> None:
    assert locale_of("fr") == ("fr", "")
    sheet = replace(sheets()["email"], language="fr")

    assert opened(sheet, Format.WORD).languages == {"fr"}
    assert opened(sheet, Format.ODT).languages == {"fr", "fr-none"}


@pytest.mark.parametrize("form", FORMS)
def test_a_document_without_lines_can_be_written(form: Format) -> None:
    assert write(replace(sheets()["email"], title=words("Leeg"), blocks=()), form)
