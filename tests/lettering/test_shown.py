import pytest

from dialoog.lettering.fonts import SANS, characters
from dialoog.lettering.shown import not_shown, shown


@pytest.mark.parametrize(
    "text",
    [
        "Zó gezegd – ‘samen’ … €\u00a05",
        "CO₂ ≥ 3 ✓ → □",
        "Ștefan Nguyễn Łódź Công ty Dệt may",
        "Ẹ̀gbẹ́ ɔ́ ŋ",
        "Ελλάδα Україна",
        "regel\nregel\ttab",
        "Met شركة النسيج in Caïro",
        "পোশাক শ্রমিক র‍্যাব",
        "می‌خواهم",
        "စက်ရုံ့",
        "\u200eLinks",
    ],
)
def test_what_the_fonts_have_stays_as_it_is(text):
    assert shown(text) == text
    assert not_shown(text) == ()


@pytest.mark.parametrize("character", ["😀", "漢", "ש", "\x00", "\x1b", "\ud800", "\ue000", "\uffff"])
def test_what_no_font_has_becomes_a_box_and_is_told(character):
    assert shown(f"a{character}b") == "a□b"
    assert not_shown(f"a{character}b") == (character,)


def test_each_missing_character_is_told_once_in_order():
    assert not_shown("字漢 a □ 字") == ("字", "漢")


@pytest.mark.parametrize("mark", ["\u202e", "\u200d", "\ufe0f", "\ufeff", "\u2066", "\U000e0067", "\U000e0101"])
def test_invisible_marks_are_left_out(mark):
    assert shown(f"a{mark}b") == "ab"
    assert shown(f"{mark}b") == "b"
    assert not_shown(f"a{mark}b") == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("ﬁets", "fiets"), ("Ａ", "A"), ("e\u0301", "é"), ("a\r\nb\u2028c\rd", "a\nb\nc\nd"), ("ﺵ", "ش")],
)
def test_another_way_to_write_the_same_is_made_plain(text, plain):
    assert shown(text) == plain


@pytest.mark.parametrize(
    ("text", "sensible"),
    [
        ("a\u0316b", "ab"),
        ("שָ", "□"),
        ("1\ufe0f\u20e3", "1"),
        ("a" + "\u0300" * 9, "à" + "\u0300" * 3),
        ("\u0301\u0302", "◌\u0301\u0302"),
        ("a \u0301", "a ◌\u0301"),
        ("\u0316", "□"),
    ],
)
def test_a_mark_that_has_no_place_does_not_spoil_the_text(text, sensible):
    assert shown(text) == sensible
    assert shown(sensible) == sensible


def test_all_cuts_of_the_sans_have_the_same_characters():
    for cut in ("italic", "semibold"):
        assert characters(SANS.with_name(f"dialoog-sans-{cut}.ttf")) == characters()
