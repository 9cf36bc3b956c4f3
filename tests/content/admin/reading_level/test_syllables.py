"""Words and syllables are counted as a reader of Dutch hears them, and the score follows from those alone."""

import pytest

from dialoog.content.admin.reading_level.syllables import reading_ease, syllables_of, words_of


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("kat", 1),
        ("geest", 1),
        ("water", 2),
        ("samenwerking", 4),
        ("verantwoordelijkheid", 6),
        ("organisatie", 5),
        ("leverancier", 4),
        ("2026", 1),
        ("’", 1),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("De kat zit op de mat.", ["de", "kat", "zit", "op", "de", "mat"]),
        (
            "Een multi-stakeholderinitiatief (msi) kost 2,5 ton!",
            ["een", "multistakeholderinitiatief", "msi", "kost", "25", "ton"],
        ),
        ("Foto's van 'de' ngo’s", ["fotos", "van", "de", "ngos"]),
        ("– …", []),
    ],
)
def test_words(sentence: str, words: list[str]) -> None:
    assert words_of(sentence) == words


def test_a_heading_of_two_words_is_no_sentence_but_its_words_count() -> None:
    """Five words of one syllable: in one sentence, and in a heading and a sentence."""
    one, with_heading = reading_ease(["De kat zit op schoot."]), reading_ease(["De kat", "zit op schoot."])

    assert one == with_heading == pytest.approx(206.835 - 0.93 * 5 - 77)


def test_sentences_of_two_words_alone_count_as_one() -> None:
    assert reading_ease(["De kat.", "De hond."]) == pytest.approx(206.835 - 0.93 * 4 - 77)


def test_what_has_no_words_has_no_score() -> None:
    with pytest.raises(ValueError, match="words"):
        reading_ease(["…"])
