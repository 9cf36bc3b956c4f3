import pytest

from dialoog.report.pdf.glyphs import FONT, characters, printable


@pytest.mark.parametrize(
    "text", ["Zó gezegd – ‘samen’ … €\u00a05", "CO₂ ≥ 3 ✓ → □", "Ștefan Nguyễn Łódź", "regel\nregel\ttab"]
)
def test_ordinary_text_stays_as_it_is(text):
    assert printable(text) == text


@pytest.mark.parametrize("character", ["😀", "漢", "ش", "ש", "я", "\x00", "\x1b", "\ud800", "\ue000", "\uffff"])
def test_what_no_font_has_becomes_a_box(character):
    assert printable(f"a{character}b") == "a□b"


@pytest.mark.parametrize("mark", ["\u202e", "\u200d", "\ufe0f", "\ufeff", "\u2066", "\U000e0067", "\U000e0101"])
def test_invisible_marks_are_left_out(mark):
    assert printable(f"a{mark}b") == "ab"


@pytest.mark.parametrize(
    ("text", "plain"), [("ﬁets", "fiets"), ("Ａ", "A"), ("e\u0301", "é"), ("a\r\nb\u2028c\rd", "a\nb\nc\nd")]
)
def test_another_way_to_write_the_same_is_made_plain(text, plain):
    assert printable(text) == plain


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


def test_all_cuts_of_the_sans_have_the_same_characters():
    for cut in ("italic", "semibold"):
        assert characters(FONT.with_name(f"dialoog-sans-{cut}.ttf")) == characters()
