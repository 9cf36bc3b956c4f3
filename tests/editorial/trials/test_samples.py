"""The answer sets on which a change is tried: always the same, and every possible pair of answers is among them."""

from dialoog.editorial.frame.links import from_text, to_text
from dialoog.editorial.trials.logic import Possibilities, pairs
from dialoog.editorial.trials.samples import Together, answers_in, draw_samples
from tests.builders import build_catalogue, build_document, build_question, build_step, real_catalogue


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
