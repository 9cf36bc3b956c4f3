"""What two advices differ in, on small content and, as properties, on the real one."""

from typing import Any

import pytest
from hypothesis import given, settings

from dialoog.advice import advise
from dialoog.advice.kinds import ACTIONS, CAUTIONS
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.compare.difference import Difference, Fate, Pair, Side
from tests.advice.test_invariants import answer_sets
from tests.builders import (
    build_answers,
    build_catalogue,
    build_document,
    build_partner_type,
    build_question,
    build_rule,
    gives,
    real_catalogue,
)

EXAMPLES = 120
TURNED = ((Fate.UP, Fate.DOWN), (Fate.SOONER, Fate.LATER), (Fate.CAME, Fate.WENT))
MIRRORED = {one: other for pair in TURNED for one, other in (pair, pair[::-1])}


def side_of(answers: Answers) -> Side:
    catalogue = real_catalogue()
    return Side(catalogue, advise(catalogue, answers))


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets())
def test_an_advice_does_not_differ_from_itself(answers: Answers) -> None:
    difference = Difference.of(side_of(answers), side_of(answers))

    assert difference.is_empty
    assert not difference.changes_advice


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(), answer_sets())
def test_the_other_way_round_it_says_the_mirror_image(one: Answers, other: Answers) -> None:
    there, back = Difference.of(side_of(one), side_of(other)), Difference.of(side_of(other), side_of(one))

    assert told(there) == told(back, turned=True)
    assert there.starts_differ is back.starts_differ


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(), answer_sets())
def test_who_moved_has_a_why(one: Answers, other: Answers) -> None:
    """Something of its own, or the others that moved around it; who came or went never for others."""
    first, second = side_of(one), side_of(other)
    for movement in Difference.of(first, second).movements:
        assert (movement.decisive is None) is movement.is_by_others
        if movement.fate in (Fate.CAME, Fate.WENT):
            assert not movement.is_by_others, movement.slug
        if movement.is_by_others:
            assert crowd(first, movement.slug) != crowd(second, movement.slug), movement.slug


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(), answer_sets())
def test_what_is_not_told_is_the_same(one: Answers, other: Answers) -> None:
    first, second = side_of(one), side_of(other)
    difference = Difference.of(first, second)
    moved = {movement.slug for movement in difference.movements}

    for slug in {*first.standings, *second.standings} - moved:
        a, b = first.standings[slug], second.standings[slug]
        assert (a.tier, a.can_begin) == (b.tier, b.can_begin)
        assert before(first, slug) - moved == before(second, slug) - moved
    for kind in (CAUTIONS, ACTIONS):
        only = {line.slug for line in difference.lines[kind] if None in (line.lines.first, line.lines.second)}
        assert only == set(first.advice.slugs(kind)) ^ set(second.advice.slugs(kind))


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(answer_sets(), answer_sets())
def test_higher_and_lower_are_about_the_place_alone(one: Answers, other: Answers) -> None:
    difference = Difference.of(side_of(one), side_of(other))
    own = {movement.slug for movement in difference.movements if not movement.is_by_others}
    for movement in difference.movements:
        places = [advised and (advised.place or 1000) for advised in (movement.stands.first, movement.stands.second)]
        match movement.fate:
            case Fate.UP:
                assert places[0] > places[1], movement.slug
            case Fate.DOWN:
                assert places[0] < places[1], movement.slug
            case Fate.SOONER | Fate.LATER:
                assert (movement.marks[1] < movement.marks[0]) is (movement.fate is Fate.SOONER), movement.slug
                assert places[0] == places[1] or movement.crossed <= own, movement.slug


def before(side: Side, slug: str) -> set[str]:
    """Who has a better place."""
    place = side.standings[slug].place or 1000
    return {a.partner_type.slug for a in side.advice.ranked if a.place < place}


def crowd(side: Side, slug: str) -> list[tuple[str, int]]:
    """All others with a number, and where they stand."""
    return [(a.partner_type.slug, a.place) for a in side.advice.ranked if a.partner_type.slug != slug]


def told(difference: Difference, *, turned: bool = False) -> Any:
    """In names, from the other side if it is turned."""

    def names(pair: Pair[Any], name: Any) -> tuple[Any, Any]:
        found = pair.turned() if turned else pair
        return (found.first and name(found.first)), (found.second and name(found.second))

    def chosen(given: Any) -> Any:
        return [option.slug for option in given.options]

    return {
        "answers": sorted(
            (a.slug, *(names(Pair(chosen(a.first), chosen(a.second)), lambda options: options)))
            for a in difference.answers
        ),
        "movements": [
            (
                m.slug,
                MIRRORED[m.fate] if turned else m.fate,
                [
                    (g.kind, names(g.of, lambda found: str(getattr(found, "points", found.__class__))))
                    for g in m.grounds
                ],
                {p.slug for p in (m.passed if turned else m.let_by)},
                {p.slug for p in (m.let_by if turned else m.passed)},
            )
            for m in difference.movements
        ],
        "lines": {
            kind.name: sorted((line.slug, names(line.lines, lambda line: line.needs_more_time)) for line in lines)
            for kind, lines in difference.lines.items()
        },
    }


def side_on(catalogue: Catalogue, **answers: Any) -> Side:
    return Side(catalogue, advise(catalogue, build_answers(catalogue, **answers)))


def test_a_question_that_one_release_lacks_is_told_as_that() -> None:
    before = build_catalogue()
    questions = build_document()["questions"]
    after = build_catalogue(questions=[*questions, build_question("nieuw", "ja", "nee", step="plaats")])

    (other,) = Difference.of(side_on(before), side_on(after, nieuw="ja")).answers

    assert other.slug == "nieuw"
    assert other.first.question is None
    assert [option.slug for option in other.second.options] == ["ja"]


def test_a_rule_that_came_with_a_release_says_why_somebody_rose() -> None:
    types = [build_partner_type("bond"), build_partner_type("ngo")]
    rules = [build_rule("K01", partners=[gives("bond", 6), gives("ngo", 4)])]
    before = build_catalogue(partner_types=types, rules=rules)
    after = build_catalogue(partner_types=types, rules=[*rules, build_rule("K02", partners=[gives("ngo", 5)])])

    (ngo,) = Difference.of(side_on(before), side_on(after)).movements

    assert (ngo.fate, ngo.is_by_others, [p.slug for p in ngo.passed]) == (Fate.UP, False, ["bond"])
    (ground,) = ngo.grounds
    assert ground.of.first is None
    assert ground.of.second.firing.rule.code == "K02"


def test_who_is_only_passed_has_not_moved() -> None:
    """Its number is another because somebody came in before it; among the others it stands where it stood."""
    types = [build_partner_type(slug) for slug in ("bond", "ngo", "bureau")]
    points = [gives("bond", 9), gives("bureau", 3)]
    before_it = build_catalogue(partner_types=types, rules=[build_rule("K01", partners=points)])
    after_it = build_catalogue(partner_types=types, rules=[build_rule("K01", partners=[*points, gives("ngo", 6)])])
    first, second = side_on(before_it), side_on(after_it)

    (ngo,) = Difference.of(first, second).movements

    assert (ngo.slug, ngo.fate) == ("ngo", Fate.CAME)
    assert first.standings["bureau"].place < second.standings["bureau"].place
