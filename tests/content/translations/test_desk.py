"""Which row of a translation is of which text, also when rows of the record moved."""

from dialoog.catalogue.translated import State
from dialoog.content.translations.desk import Desk
from dialoog.content.translations.texts import translatable
from tests.builders import build_document, build_partner_type

FIRST, SECOND, THIRD = (f"watch_outs/{number}/text" for number in (1, 2, 3))


def desk(dutch: str, **rows: str) -> Desk:
    """A letter for each row of the record, and by number the Dutch and the English of each row of the translation."""
    watch_outs = [{"text": letter, "basis": "advies", "facts": []} for letter in dutch]
    document = build_document(partner_types=[build_partner_type("bond", watch_outs=watch_outs)])
    texts = [text for text in translatable(document) if "watch_outs" in text.place.path]  # type: ignore[arg-type]
    return Desk(
        texts,
        [{"path": f"watch_outs/{name[1:]}/text", "source": said[:1], "text": said[1:]} for name, said in rows.items()],
    )


def english(found: Desk) -> dict[str, tuple[State, str]]:
    return {path: ((one := found.standing(path)).state, one.translation) for path in found.texts}


def test_each_stands_at_its_own_place() -> None:
    found = desk("ab", r1="aA", r2="xB")

    assert english(found) == {FIRST: (State.CURRENT, "A"), SECOND: (State.STALE, "B")}
    assert list(found.moved()) == []


def test_a_row_that_came_first_takes_no_translation_of_another() -> None:
    found = desk("nab", r1="aA", r2="bB")

    assert english(found) == {
        FIRST: (State.MISSING, ""),
        SECOND: (State.CURRENT, "A"),
        THIRD: (State.CURRENT, "B"),
    }
    assert sorted(found.moved()) == [(FIRST, SECOND), (SECOND, THIRD)]
    assert [found.number_of(path) for path in (FIRST, SECOND, THIRD)] == [2, 0, 1]


def test_two_that_changed_places_take_theirs_along() -> None:
    found = desk("ba", r1="aA", r2="bB")

    assert english(found) == {FIRST: (State.CURRENT, "B"), SECOND: (State.CURRENT, "A")}
    assert sorted(found.moved()) == [(FIRST, SECOND), (SECOND, FIRST)]


def test_a_row_that_nobody_reads_makes_way() -> None:
    """The first text went, and the second stands at its place now."""
    found = desk("b", r1="aA", r2="bB")

    assert found.lost == [FIRST]
    assert (found.number_of(FIRST), list(found.moved())) == (0, [(SECOND, FIRST)])


def test_two_texts_that_say_the_same_keep_their_own() -> None:
    found = desk("aa", r1="aA", r2="aB")

    assert english(found) == {FIRST: (State.CURRENT, "A"), SECOND: (State.CURRENT, "B")}


def test_a_row_that_waits_for_its_text_is_missing() -> None:
    assert english(desk("a", r1="a")) == {FIRST: (State.MISSING, "")}


def test_a_place_that_is_not_there_has_no_number() -> None:
    assert desk("a").number_of(SECOND) is None
