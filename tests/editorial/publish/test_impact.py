"""What a change does to the advice: the same answers, before and after."""

from copy import deepcopy
from typing import Any

import pytest

from dialoog.advice import advise
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.editorial.checks.effects import without_rule
from dialoog.editorial.publish.impact import Impact, compare
from dialoog.editorial.trials.many.tried import Tried
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import answers_in, draw_samples
from tests.builders import (
    build_catalogue,
    build_condition,
    build_document,
    build_question,
    build_rule,
    build_step,
    gives,
    real_catalogue,
)


def impact_of(before: Catalogue, after: Catalogue, size: int = 200) -> Impact:
    impact = Impact(draw_samples(after, other=before, size=size))
    sets = impact.samples.sets
    progress = list(compare(Tried(before, sets), Tried(after, sets), impact))
    assert progress == sorted(progress)
    return impact


def rules(*changes: dict[str, Any]) -> Catalogue:
    return build_catalogue(rules=[build_rule(f"K0{number}", **change) for number, change in enumerate(changes)])


def test_the_same_content_changes_nothing() -> None:
    impact = impact_of(real_catalogue(), real_catalogue())

    assert impact.compared == impact.same == len(impact.samples.sets)
    assert (impact.changed, impact.examples) == (0, [])


def test_another_leader_is_counted() -> None:
    before = rules({"partners": [gives("bond", 2), gives("bureau", 1)]})
    after = rules({"partners": [gives("bond", 2), gives("bureau", 3)]})

    impact = impact_of(before, after)

    assert (impact.first_changed, impact.top_changed, impact.cautions_changed) == (200, 200, 0)
    assert [(example.before, example.after) for example in impact.examples] == [
        (("bond", "bureau"), ("bureau", "bond"))
    ]


def test_another_beginning_is_counted_where_the_order_stays_the_same() -> None:
    """With the goal of the rule both do enough for it; without, neither does."""
    partners = [gives("bond", 4), gives("bureau", 2)]
    before, after = rules({"goal": "kennis", "partners": partners}), rules({"partners": partners})

    impact = impact_of(before, after)

    assert 0 < impact.beginning_changed == impact.changed
    assert (impact.first_changed, impact.top_changed, impact.cautions_changed) == (0, 0, 0)


def test_an_action_that_moves_to_later_is_counted() -> None:
    plan = {"slug": "plan", "moment": "voorbereiden", "text": "Plan het.", "facts": ["F1"]}
    document = build_document(rules=[build_rule(partners=[gives("bond", 2)], actions=["plan"])])
    document["advice_settings"][0]["little_time_option"] = "plaats.nederland"
    now, later = (read_catalogue({**document, "actions": [{**plan, "needs_time": needs}]}) for needs in (False, True))

    impact = impact_of(now, later)

    assert 0 < impact.lines_changed == impact.changed < impact.compared
    assert impact.beginning_changed == 0


def test_only_who_answered_so_gets_other_advice() -> None:
    in_the_netherlands = [build_condition("plaats", "nederland")]
    before = rules({"partners": [gives("bond", 2)]})
    after = rules(
        {"partners": [gives("bond", 2)]}, {"conditions": in_the_netherlands, "partners": [gives("bureau", 5)]}
    )

    impact = impact_of(before, after)

    assert 0 < impact.first_changed < impact.compared
    assert all(contrast.chosen["plaats"] == ("nederland",) for contrast in impact.contrasts)


def test_answers_that_only_one_of_both_takes_are_not_compared() -> None:
    small = build_document()
    questions = deepcopy(small["questions"])
    questions[2]["options"].append({**questions[2]["options"][0], "slug": "zee", "label": "Op zee"})

    impact = impact_of(build_catalogue(), build_catalogue(questions=questions))

    assert impact.asked_otherwise > 0
    assert impact.compared + impact.asked_otherwise == 200


def test_a_question_that_came_or_went_does_not_stop_the_comparison() -> None:
    small = build_document()
    steps, question = [*small["steps"], build_step("sector")], build_question("sector", "textiel", "bouw")
    longer = build_catalogue(steps=steps, questions=[*small["questions"], question])

    assert impact_of(build_catalogue(), longer).compared == 200
    assert impact_of(longer, build_catalogue()).compared == 200


def test_the_examples_are_the_most_telling_and_unlike() -> None:
    catalogue = real_catalogue()
    impact = impact_of(catalogue, without_rule(catalogue, catalogue.rules[0]), size=600)

    weights = [example.weight for example in impact.examples]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == max(contrast.weight for contrast in impact.contrasts)
    assert len({(example.before, example.after) for example in impact.examples}) == len(impact.examples) == 10


@pytest.mark.slow
def test_taking_out_any_rule_moves_a_figure() -> None:
    """Each of the rules counts for somebody among the answer sets on which a change is tried."""
    catalogue = real_catalogue()
    sets = [answers for chosen in draw_samples(catalogue).sets if (answers := answers_in(catalogue, chosen))]
    advices = [advise(catalogue, answers) for answers in sets]

    def moves(code: str) -> bool:
        rule = next(rule for rule in catalogue.rules if rule.code == code)
        without = without_rule(catalogue, rule)
        return any(
            Outcome.of(advice) != Outcome.of(advise(without, answers))
            for answers, advice in zip(sets, advices, strict=True)
            if rule in [firing.rule for firing in advice.firings]
        )

    assert len(catalogue.rules) == 142
    assert [rule.code for rule in catalogue.rules if not moves(rule.code)] == []


def test_taking_a_rule_out_is_what_leaving_it_out_of_the_document_is() -> None:
    document = build_document(rules=[build_rule("K01", partners=[gives("bond", 2)]), build_rule("K02")])
    catalogue = read_catalogue(document)
    without = without_rule(catalogue, catalogue.rules[0])
    left_out = read_catalogue({**document, "rules": document["rules"][1:]})

    assert impact_of(without, left_out).changed == 0
    assert impact_of(catalogue, without).changed == 200
