"""The questionnaire as a graph and as a picture, sound or not."""

from itertools import combinations, pairwise
from typing import Any

import pytest

from dialoog.editorial.overview.branching import Decision, QuestionBranch, branching
from dialoog.editorial.overview.branching_picture import Picture, picture
from tests.builders import build_condition, build_document, build_question, build_step, real_document

HELP = "hulp"


def document_with(*conditions: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A document in which the last question, `hulp`, is asked on these conditions."""
    document = build_document()
    return {
        **document,
        "steps": [*document["steps"], build_step(HELP)],
        "questions": [
            *document["questions"],
            build_question(HELP, "ja", "nee", conditions=list(conditions), **changes),
        ],
    }


def question(document: dict[str, Any], slug: str = HELP) -> QuestionBranch:
    return next(question for question in branching(document).questions if question.slug == slug)


def troubles(document: dict[str, Any]) -> list[str]:
    return [decision.trouble for decision in question(document).decided_by]


def test_steps_come_in_order_with_their_questions() -> None:
    steps = branching(document_with(step="plaats")).steps

    assert [(step.number, step.slug, [q.slug for q in step.questions]) for step in steps] == [
        (1, "doelen", ["doelen"]),
        (2, "hoofddoel", ["hoofddoel"]),
        (3, "plaats", ["plaats", HELP]),
        (4, HELP, []),
    ]


def test_a_question_without_conditions_is_always_asked() -> None:
    assert not question(document_with()).is_conditional
    assert question(document_with()).decided_by == ()


def test_a_condition_is_told_in_words_at_both_ends() -> None:
    document = document_with(build_condition("doelen", "kennis"))
    words = "als doelen is ‘Kennis’"

    assert question(document).when == "doelen is ‘Kennis’"
    assert question(document).decided_by == (Decision("doelen", HELP, HELP, words, words, ""),)
    assert [d.words for d in question(document, "doelen").decides if d.target == HELP] == [words]


def test_lines_say_what_belongs_together() -> None:
    document = document_with(
        build_condition("doelen", "kennis"),
        build_condition("plaats", "nederland"),
        build_condition("hoofddoel", "toegang", group=2, operator="is_geen_van"),
    )

    assert [decision.line for decision in question(document).decided_by] == [
        "als (doelen is ‘Kennis’",
        "of plaats is ‘Nederland’)",
        "en hoofddoel is niet ‘Toegang’",
    ]


def test_a_question_with_options_from_another_depends_on_it() -> None:
    decision = question(build_document(), "hoofddoel").decided_by[-1]

    assert (decision.source, decision.words) == ("doelen", "alleen de antwoorden die bij doelen zijn gekozen")
    assert question(build_document(), "hoofddoel").offers == decision.words


def test_a_condition_without_answers_is_trouble() -> None:
    assert troubles(document_with(build_condition("doelen"))) == ["er is nog geen antwoord gekozen"]
    assert troubles(document_with(build_condition("doelen", operator="minstens", count=2))) == [""]


@pytest.mark.parametrize("step", ["doelen", "plaats"])
def test_a_condition_on_a_question_of_the_same_or_a_later_step_is_trouble(step: str) -> None:
    document = document_with(build_condition("plaats", "nederland"), step=step, options_from="plaats")

    assert troubles(document) == ["die vraag komt niet in een eerdere stap"] * 2


def test_what_is_decided_is_the_same_from_both_sides() -> None:
    questions = branching(real_document()).questions

    incoming = {decision for question in questions for decision in question.decided_by}
    outgoing = {decision for question in questions for decision in question.decides}
    assert incoming == outgoing
    assert {d.source for d in outgoing} == {"doelen", "plaats", "band", "stakeholders", "bekende_partijen"}


def picture_of(document: dict[str, Any]) -> Picture:
    return picture(branching(document))


UNSOUND = document_with(build_condition("doelen"), build_condition(HELP, "ja", group=2), step="doelen")
EMPTY = build_document(steps=[], questions=[])


@pytest.mark.parametrize("document", [real_document(), build_document(), UNSOUND, EMPTY])
def test_nothing_in_the_picture_overlaps(document: dict[str, Any]) -> None:
    drawn = picture_of(document)

    for upper, lower in pairwise(drawn.boxes):
        assert upper.bottom < lower.y
    for box in drawn.boxes:
        lines = [*box.name, *box.text, *box.conditions]
        assert all(second.y - first.y >= 20 for first, second in pairwise(lines))
        assert all(box.y < line.y < box.bottom for line in lines)
        assert box.bottom < drawn.height
    for one, other in combinations(drawn.lanes, 2):
        assert one.x != other.x or one.bottom < other.top or other.bottom < one.top
    assert all(drawn.right < lane.x < drawn.width for lane in drawn.lanes)


def test_no_two_arrows_share_a_height() -> None:
    drawn = picture_of(real_document())

    heights = [arrow.y for arrow in drawn.arrows] + [lane.exit for lane in drawn.lanes]
    assert len(heights) == len(set(heights))


def test_each_decision_has_an_arrow_from_a_lane_that_reaches_it() -> None:
    drawn = picture_of(real_document())

    assert len(drawn.arrows) == sum(len(q.decided_by) for q in branching(real_document()).questions)
    for arrow in drawn.arrows:
        assert any(lane.x == arrow.x and lane.top <= arrow.y <= lane.bottom for lane in drawn.lanes)


def test_only_a_conditional_question_is_indented() -> None:
    always, sometimes = (picture_of(document_with(*c)).boxes[-1] for c in ([], [build_condition("doelen", "kennis")]))

    assert not always.is_conditional
    assert sometimes.is_conditional
    assert sometimes.x > always.x


def test_a_long_word_is_broken_rather_than_drawn_over_the_edge() -> None:
    name = picture_of(document_with(name="x" * 60)).boxes[-1].name

    assert "".join(line.text for line in name) == "x" * 60
    assert len(name) == 2
