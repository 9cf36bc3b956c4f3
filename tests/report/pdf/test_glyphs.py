import unicodedata

import pytest

from dialoog.report.pdf.glyphs import metadata_text, printable


def test_a_word_that_no_line_holds_may_break_and_loses_nothing():
    word = "samenwerkingsverband" * 100

    shown = printable(word)

    assert shown.replace("\u200b", "") == word
    assert max(map(len, shown.split("\u200b"))) == 20


def test_printing_twice_is_the_same_as_once():
    assert printable(printable("x" * 99)) == printable("x" * 99)


def test_a_compound_is_not_broken():
    word = "arbeidsongeschiktheidsverzekeringsmaatschappij"

    assert printable(word) == word


@pytest.mark.parametrize("word", ["ক্ষি" * 40, "র‍্যা" * 40, "ɔ\u0300" * 40])
def test_a_letter_is_not_broken_off_from_its_marks_and_joined_letters(word):
    word = unicodedata.normalize("NFC", word)

    shown = printable(word)

    pieces = shown.split("\u200b")
    assert "".join(pieces) == word
    assert len(pieces) > 1
    assert not any(unicodedata.category(piece[0]).startswith("M") for piece in pieces)
    assert not any(piece[-1] in "\u200d\u09cd" for piece in pieces)


@pytest.mark.parametrize("text", ["漢字 বস্ত্র 👩‍👩‍👧", "a\u0316", "W" * 120, "regel\tregel", "\u200eLinks"])
def test_metadata_hold_the_text_as_it_was_typed(text):
    assert metadata_text(text) == text


@pytest.mark.parametrize("code", [0x00, 0x08, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0x1FFFF])
def test_metadata_are_without_what_xml_forbids(code):
    assert metadata_text(f"a{chr(code)}b") == "ab"
