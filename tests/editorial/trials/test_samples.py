"""The answer sets on which a change is tried: always the same, and every possible pair of answers is among them."""

from typing import Any

from dialoog.catalogue.answers import offered_options
from dialoog.catalogue.catalogue import Catalogue
from dialoog.editorial.frame.links import from_text, to_text
from dialoog.editorial.trials.logic import Possibilities, pairs
from dialoog.editorial.trials.samples import Together, answers_in, draw_samples
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_option,
    build_question,
    build_step,
    real_catalogue,
)


def test_the_same_content_gives_the_same_sets() -> None:
    catalogue = real_catalogue()

    assert draw_samples(catalogue, size=400).sets == draw_samples(catalogue, size=400).sets


def test_every_set_is_complete() -> None:
    catalogue = real_catalogue()

    assert all(answers_in(catalogue, chosen) for chosen in draw_samples(catalogue, size=1000).sets)


def test_every_two_answers_that_go_together_do_so() -> None:
    catalogue = real_catalogue()
    samples = draw_samples(catalogue, size=0)
    together = Together()
    for chosen in samples.sets:
        answers = answers_in(catalogue, chosen)
        assert answers is not None
        together.add(answers)

    assert len(samples.sets) < 400
    with Possibilities(catalogue) as possibilities:
        missed = [pair for pair in pairs(catalogue) if not together.have(pair[0].bit, pair[1].bit)]
        assert not [pair for pair in missed if possibilities.answers(options=pair)]


def test_the_cases_come_first() -> None:
    case = {"doelen": ("kennis",), "plaats": ("nederland",)}
    samples = draw_samples(build_catalogue(), [case], size=10)

    assert samples.from_cases == 1
    assert answers_in(build_catalogue(), samples.sets[0]) == answers_in(build_catalogue(), case)


def test_a_question_that_only_the_other_content_has_is_answered_too() -> None:
    small = build_document()
    other = build_catalogue(
        steps=[*small["steps"], build_step("sector")],
        questions=[*small["questions"], build_question("sector", "textiel", "bouw")],
    )

    samples = draw_samples(build_catalogue(), other=other, size=50)

    assert all(answers_in(other, chosen) for chosen in samples.sets)


def test_answers_survive_an_address() -> None:
    chosen = {"doelen": ("kennis", "toegang"), "plaats": ("nederland",)}

    assert from_text(to_text(chosen)) == chosen
    assert from_text("") == {}


def needing(*more: dict[str, Any]) -> Catalogue:
    """'Klein' is on offer to who buys alone, and only in the Netherlands is anybody asked whether they buy."""
    small = build_document()
    buys = build_question("inkoop", "ja", "nee", conditions=[build_condition("plaats", "nederland")])
    size = build_question("belang", build_option("klein", needs=["inkoop.ja"]), "groot", "anders", kind="multi")
    questions = [*small["questions"], buys, size, *more]
    return build_catalogue(questions=questions, steps=[build_step(question["slug"]) for question in questions])


def test_only_options_on_offer_are_drawn() -> None:
    catalogue = needing()
    question = catalogue.questions["belang"]

    for chosen in draw_samples(catalogue, size=300).sets:
        assert answers_in(catalogue, chosen)
        assert {o.slug for o in offered_options(catalogue, question, chosen)} >= set(chosen["belang"])


def test_an_option_that_needs_another_is_drawn_with_it() -> None:
    sets = draw_samples(needing(), size=300).sets

    assert [chosen for chosen in sets if "klein" in chosen["belang"] and chosen["plaats"] == ("nederland",)]
    assert not [chosen for chosen in sets if "klein" in chosen["belang"] and chosen["plaats"] != ("nederland",)]


def test_what_is_filled_in_goes_with_the_answers_of_the_case() -> None:
    case = {"doelen": ("kennis",), "plaats": ("productieland",)}
    samples = draw_samples(needing(), [case] * 30, size=30)

    assert samples.from_cases == 30
    assert not [chosen for chosen in samples.sets[:30] if "klein" in chosen["belang"]]


def test_a_question_that_only_the_other_content_has_gets_what_is_on_offer_there() -> None:
    other = needing(build_question("reden", build_option("weinig", needs=["belang.klein"]), "veel"))

    sets = draw_samples(needing(), other=other, size=300).sets

    assert [chosen for chosen in sets if chosen["reden"] == ("weinig",)]
    assert all(answers_in(other, chosen) for chosen in sets)


def test_what_is_not_on_offer_is_left_out_if_something_is_left() -> None:
    catalogue = needing()
    chosen = {"doelen": ("kennis",), "plaats": ("productieland",), "inkoop": ("ja",)}

    kept = answers_in(catalogue, {**chosen, "belang": ("klein", "groot")})

    assert kept
    assert kept.chosen["belang"] == ("groot",)
    assert answers_in(catalogue, {**chosen, "belang": ("klein",)}) is None


def test_what_was_not_chosen_at_the_question_it_comes_from_is_left_out() -> None:
    small = build_document()
    several = build_question("ook", "nederland", "productieland", "zee", options_from="plaats", kind="multi")
    place = {**small["questions"][2], "kind": "multi"}
    questions = [*small["questions"][:2], place, several]
    catalogue = build_catalogue(questions=questions, steps=[*small["steps"], build_step("ook")])

    kept = answers_in(
        catalogue, {"doelen": ("kennis",), "plaats": ("nederland",), "ook": ("productieland", "nederland")}
    )

    assert kept
    assert kept.chosen["ook"] == ("nederland",)


def test_what_is_left_out_of_the_pairs_is_said() -> None:
    options = [f"optie_{number}" for number in range(60)]
    small = build_document()
    many = [build_question(slug, *options) for slug in ("een", "twee")]
    questions = [*small["questions"], *many]
    catalogue = build_catalogue(questions=questions, steps=[build_step(question["slug"]) for question in questions])

    samples = draw_samples(catalogue, size=1500)

    assert samples.from_pairs == 1000
    together = Together()
    for answers in filter(None, (answers_in(catalogue, chosen) for chosen in samples.sets)):
        together.add(answers)
    bits = [[option.bit for option in catalogue.questions[slug].options] for slug in ("een", "twee")]
    missing = sum(not together.have(one, other) for one in bits[0] for other in bits[1])
    assert missing > 0
    assert 0 < samples.percent_covered < 100


def test_where_every_pair_is_tried_the_whole_is_covered() -> None:
    assert draw_samples(build_catalogue(), size=50).percent_covered == 100
