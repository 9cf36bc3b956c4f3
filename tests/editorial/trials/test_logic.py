"""What is possible is decided by a solver, and agrees with the wizard's own rules."""

import random

import pytest

from dialoog.catalogue.catalogue import Catalogue
from dialoog.editorial.trials.logic import Possibilities
from dialoog.editorial.trials.samples import answers_in, draw_samples
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_option,
    build_question,
    build_rule,
    build_step,
    real_catalogue,
)


def catalogue_with(*questions: dict[str, object], **changes: object) -> Catalogue:
    small = build_document()
    steps = [*small["steps"], *(build_step(str(question["slug"])) for question in questions)]
    return build_catalogue(steps=steps, questions=[*small["questions"], *questions], **changes)


def fires(catalogue: Catalogue, *conditions: object) -> bool:
    rule = build_catalogue(
        rules=[build_rule(conditions=list(conditions))],
    ).rules[0]
    with Possibilities(catalogue) as possibilities:
        answers = possibilities.answers(rule.conditions)
    assert answers is None or rule.conditions.hold(answers.mask)
    return answers is not None


def test_two_answers_to_a_question_with_one_are_impossible() -> None:
    both = [build_condition("plaats", "nederland"), build_condition("plaats", "productieland", group=2)]

    assert not fires(build_catalogue(), *both)


def test_two_answers_to_a_question_with_more_are_possible() -> None:
    both = [build_condition("doelen", "kennis"), build_condition("doelen", "toegang", group=2)]

    assert fires(build_catalogue(), *both)


def test_what_only_another_answer_makes_the_wizard_ask_is_impossible() -> None:
    one_goal = build_condition("doelen", "toegang", operator="is_geen_van")
    main_goal = build_condition("hoofddoel", "toegang", group=2)

    assert not fires(build_catalogue(), one_goal, main_goal)


def test_a_single_goal_is_the_main_goal() -> None:
    one_goal = build_condition("doelen", "toegang", operator="is_geen_van")
    main_goal = build_condition("hoofddoel", "kennis", group=2)

    assert fires(build_catalogue(), one_goal, main_goal)


def test_an_answer_that_goes_alone_excludes_the_others() -> None:
    alone = build_option("geen", is_exclusive=True)
    catalogue = catalogue_with(build_question("wie", "een", "twee", alone, kind="multi"))
    none, one = (catalogue.questions["wie"].option(slug) for slug in ("geen", "een"))

    with Possibilities(catalogue) as possibilities:
        assert possibilities.answers(options=[none])
        assert possibilities.answers(options=[one, catalogue.questions["wie"].option("twee")])
        assert possibilities.answers(options=[one, none]) is None


def test_an_option_that_needs_another_is_impossible_without_it() -> None:
    catalogue = catalogue_with(build_question("belang", build_option("klein", needs=["plaats.nederland"]), "groot"))
    small = catalogue.questions["belang"].option("klein")
    here, abroad = catalogue.questions["plaats"].options

    with Possibilities(catalogue) as possibilities:
        found = possibilities.answers(options=[small])
        assert found
        assert found.chosen["plaats"] == ("nederland",)
        assert possibilities.answers(options=[small, here])
        assert possibilities.answers(options=[small, abroad]) is None


def test_what_an_option_needs_counts_only_where_its_question_is_asked() -> None:
    """With one goal the main goal is not asked, so that it is not looked at before the answers are complete."""
    buys = build_question("inkoop", "ja", "nee", conditions=[build_condition("hoofddoel", "kennis")])
    size = build_question("belang", build_option("klein", needs=["inkoop.ja"]), "groot")
    catalogue = catalogue_with(buys, size)
    small, (one, other) = catalogue.questions["belang"].option("klein"), catalogue.questions["doelen"].options

    with Possibilities(catalogue) as possibilities:
        found = possibilities.answers(options=[small])
        assert found
        assert found.chosen["doelen"] == (one.slug, other.slug)
        assert possibilities.answers(options=[small, catalogue.questions["hoofddoel"].options[1]]) is None


def test_at_least_counts_the_answers_to_a_question() -> None:
    alone = build_option("geen", is_exclusive=True)
    catalogue = catalogue_with(build_question("wie", "een", "twee", alone, kind="multi"))
    three = catalogue_with(
        build_question("wie", "een", "twee", alone, kind="multi"),
        build_question("en", "ja", "nee", conditions=[build_condition("wie", operator="minstens", count=3)]),
    )

    with Possibilities(three) as possibilities:
        assert possibilities.answers(options=[three.questions["en"].option("ja")]) is None
    with Possibilities(catalogue) as possibilities:
        assert possibilities.answers(options=catalogue.questions["wie"].options[:2])


def test_every_rule_of_the_content_gets_answers_that_fire_it() -> None:
    catalogue = real_catalogue()

    with Possibilities(catalogue) as possibilities:
        for rule in catalogue.rules:
            answers = possibilities.answers(rule.conditions)
            assert answers is not None
            assert rule.conditions.hold(answers.mask), rule.code


@pytest.mark.slow
def test_the_solver_never_calls_impossible_what_a_visitor_answered() -> None:
    catalogue = real_catalogue()
    source = random.Random(1)

    with Possibilities(catalogue) as possibilities:
        for chosen in source.sample(draw_samples(catalogue).sets, 300):
            answers = answers_in(catalogue, chosen)
            assert answers is not None
            options = [
                option
                for question in catalogue.questions.values()
                for option in question.options
                if question.slug in answers.chosen
                and option.slug in answers.chosen[question.slug]
                and (question.slug != "hoofddoel" or len(answers.chosen["doelen"]) > 1)
            ]
            assert possibilities.answers(options=options) is not None
