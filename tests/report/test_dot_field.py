"""Names in the field of dots fit beside it and above it."""

from dialoog.advice import advise
from dialoog.report.dot_field import NAME_WIDTH, DotRow, dot_field
from tests.builders import build_answers, build_catalogue, build_partner_type, build_rule, gives


def row_of(name: str) -> DotRow:
    partner_types = [build_partner_type("bond", name=name), build_partner_type("bureau")]
    rule = build_rule(goal="kennis", partners=[gives("bond", 9)])
    catalogue = build_catalogue(partner_types=partner_types, rules=[rule])
    advice = advise(catalogue, build_answers(catalogue))
    return dot_field(tuple(catalogue.goals.values()), advice.ranked).rows[0]


def test_a_name_that_fits_is_one_line() -> None:
    assert row_of("Lokale vakbond").lines == ["Lokale vakbond"]


def test_a_longer_name_takes_two_lines_and_begins_higher() -> None:
    row = row_of("Internationale vakbond voor werknemers in de bouw")

    assert row.lines == ["Internationale vakbond voor werknemers", "in de bouw"]
    assert all(len(line) <= NAME_WIDTH for line in row.lines)
    assert row.rise < row_of("Lokale vakbond").rise


def test_a_goal_for_which_it_does_nothing_has_no_visible_dot() -> None:
    row = row_of("Lokale vakbond")

    assert [dot.goal.slug for dot in row.dots] == ["kennis", "toegang"]
    assert [(dot.goal.slug, dot.level) for dot in row.visible_dots] == [("kennis", "doet het meest")]
