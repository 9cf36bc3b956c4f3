"""Which remarks are kept of what a form holds and what there is."""

import pytest

from dialoog.wizard.remarks import LONGEST_DRAFT, Typed, kept_remarks, remarks_at_their_steps
from dialoog.wizard.seen import seen_in
from tests.builders import real_catalogue

OTHER = {"ander": "Blijft"}


@pytest.mark.parametrize(
    ("shown", "stored", "typed", "kept"),
    [
        ("", "", "a", "a"),
        ("a", "a", "b", "b"),
        ("a", "a", "", ""),
        ("a", "b", "a", "b"),
        ("a", "", "a", ""),
        ("a", "b", "b", "b"),
        ("a", "b", "c", "c\n\nb"),
        ("a", "b", "", "b"),
        ("a", "", "c", "c"),
        ("", "bc", "b", "bc"),
        ("", "b", "abc", "abc"),
    ],
)
def test_what_one_side_changed_is_kept_and_what_both_changed_stands_there_both(
    shown: str, stored: str, typed: str, kept: str
) -> None:
    there = {"vraag": stored} if stored else {}
    seen = seen_in({"vraag": shown} if shown else {})

    found = kept_remarks(there | OTHER, Typed({"vraag": typed}, seen))

    assert found == ({"vraag": kept} if kept else {}) | OTHER


def test_two_long_ones_do_not_grow_without_end() -> None:
    found = kept_remarks({"vraag": "a" * LONGEST_DRAFT}, Typed({"vraag": "b" * LONGEST_DRAFT}))

    assert len(found["vraag"]) == LONGEST_DRAFT


def test_a_form_without_fields_changes_nothing() -> None:
    assert kept_remarks(OTHER, Typed()) == OTHER


def test_they_come_where_the_catalogue_has_their_question() -> None:
    step = real_catalogue().questions["thema"].step

    assert remarks_at_their_steps(real_catalogue(), {"thema": "a", "bestaat_niet": "b"}) == {step: {"thema": "a"}}
