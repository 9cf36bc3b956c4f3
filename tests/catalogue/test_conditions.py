"""Rows of conditions: OR inside a group, AND between groups."""

from typing import Any

import pytest

from dialoog.catalogue.answers import mask_of
from tests.builders import build_catalogue, build_condition, build_rule


def holds(*rows: Any, **chosen: tuple[str, ...]) -> bool:
    catalogue = build_catalogue(rules=[build_rule(conditions=list(rows))])
    return catalogue.rules[0].conditions.hold(mask_of(catalogue, chosen))


def test_without_rows_it_holds() -> None:
    assert holds()


@pytest.mark.parametrize(("place", "expected"), [("nederland", True), ("productieland", False)])
def test_is_een_van(place: str, expected: bool) -> None:
    assert holds(build_condition("plaats", "nederland"), plaats=(place,)) is expected


@pytest.mark.parametrize(("place", "expected"), [("nederland", False), ("productieland", True)])
def test_is_geen_van(place: str, expected: bool) -> None:
    assert holds(build_condition("plaats", "nederland", operator="is_geen_van"), plaats=(place,)) is expected


def test_is_geen_van_holds_for_a_question_that_was_not_asked() -> None:
    assert holds(build_condition("hoofddoel", "kennis", operator="is_geen_van"))


@pytest.mark.parametrize(("goals", "expected"), [(("kennis",), False), (("kennis", "toegang"), True)])
def test_at_least(goals: tuple[str, ...], expected: bool) -> None:
    assert holds(build_condition("doelen", operator="minstens", count=2), doelen=goals) is expected


def test_rows_of_one_group_are_joined_by_or() -> None:
    rows = [build_condition("plaats", "nederland"), build_condition("doelen", "toegang")]

    assert holds(*rows, plaats=("productieland",), doelen=("toegang",))


def test_groups_are_joined_by_and() -> None:
    rows = [build_condition("plaats", "nederland"), build_condition("doelen", "toegang", group=2)]

    assert not holds(*rows, plaats=("productieland",), doelen=("toegang",))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (build_condition("plaats", "nederland"), True),
        (build_condition("plaats", "productieland"), False),
        (build_condition("plaats", "nederland", operator="is_geen_van"), True),
        (build_condition("doelen", "kennis", operator="is_geen_van"), False),
        (build_condition("doelen", operator="minstens", count=2), True),
    ],
)
def test_what_may_still_hold(row: Any, expected: bool) -> None:
    """One goal is chosen, another and the Netherlands may be."""
    catalogue = build_catalogue(rules=[build_rule(conditions=[row])])
    chosen = {"doelen": ("kennis",)}
    possible = {"doelen": ("kennis", "toegang"), "plaats": ("nederland",)}

    may = catalogue.rules[0].conditions.may_hold(mask_of(catalogue, chosen), mask_of(catalogue, possible))

    assert may is expected
