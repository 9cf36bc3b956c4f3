"""What holds for every advice: each invariant is broken here once in every way, and none is by the content."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from dialoog.advice import Advice, advise
from dialoog.advice.advice import Firing, Obstacle, Points
from dialoog.advice.kinds import CAUTIONS
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.vocabulary import Tier
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.invariants import INVARIANTS, violations, violations_of_content
from dialoog.editorial.trials.samples import answers_in, draw_samples
from dialoog.editorial.trials.violations import Invariant, Violation
from tests.advice.test_ranking import UNKNOWN_LATER, content, extra, moved, order_rule, scores
from tests.builders import build_answers, build_catalogue, build_condition, build_rule, real_catalogue

KRAP = {"tijd": "krap"}
STROEF = {"samen": "stroef", "bekenden": ["a"]}
LET_OP = {"slug": "let_op", "severity": 1, "is_leading": False, "text": "Let op.", "facts": ["F1"]}
PLAN = {"slug": "plan", "moment": "voorbereiden", "text": "Plan het.", "needs_time": True, "facts": ["F1"]}
USUAL = scores(a=4, b=3, c=1)
"""One can begin with a and b, each on a place of its own; c does too little."""


@dataclass
class Given:
    catalogue: Catalogue
    advice: Advice

    def __getitem__(self, slug: str) -> Any:
        """A partner type of the advice."""
        return next(a for a in self.advice.ranking if a.partner_type.slug == slug)

    def put(self, order: str) -> None:
        self.advice.ranking[:] = [self[slug] for slug in order]

    def change(self, **changes: Any) -> None:
        self.advice = replace(self.advice, **changes)

    def broken(self) -> list[Violation]:
        return violations(self.catalogue, self.advice)


def given(*rules: dict[str, Any], answers: dict[str, Any] | None = None, **changes: Any) -> Given:
    catalogue = build_catalogue(rules=list(rules), **content(**changes))
    usual = {"bekenden": ["geen"], "tijd": "ruim", "samen": "goed"}
    return Given(catalogue, advise(catalogue, build_answers(catalogue, **{**usual, **(answers or {})})))


def usual() -> Given:
    return given(USUAL)


def begins_with_who_does_too_little() -> Given:
    found = usual()
    found["c"].can_begin = True
    return found


def begins_with_who_comes_later() -> Given:
    found = usual()
    found["a"].tier = Tier.NEXT
    return found


def begins_with_a_bad_cooperation() -> Given:
    found = given(USUAL, answers=STROEF)
    found["a"].can_begin = True
    return found


def does_not_say_with_whom_one_can_begin() -> Given:
    found = usual()
    found["b"].can_begin = False
    return found


def puts_another_above_who_can_begin() -> Given:
    found = usual()
    found.put("cab")
    return found


def puts_fewer_points_first() -> Given:
    found = usual()
    found.put("bac")
    return found


def puts_fewer_points_first_where_another_is_moved() -> Given:
    """The order rule is about b and c, and a has most."""
    found = given(scores(a=4, b=3, c=2), order_rules=[order_rule("c", "b")])
    found.put("cab")
    return found


def begins_with_part_of_a_place() -> Given:
    found = given(scores(a=4, b=4))
    found.change(start=found.advice.start[:1])
    return found


def begins_with_more_than_three() -> Given:
    found = given(scores(a=4, b=4, c=4, d=4))
    found.change(start=list(found.advice.ranking))
    return found


def begins_with_nobody_while_one_can() -> Given:
    found = usual()
    found.change(start=[])
    return found


def has_time_and_nobody() -> Given:
    return given(scores(a=4), moved("a"))


def has_time_and_nobody_for_the_goal() -> Given:
    return given(extra(a=4))


def has_no_way_out() -> Given:
    """With more time there would be nobody either."""
    return given(scores(a=4), moved("a"), answers=KRAP)


def names_the_wrong_obstacle() -> Given:
    found = given(USUAL, UNKNOWN_LATER, answers=KRAP)
    found.change(obstacle=Obstacle.OTHER)
    return found


def knows_who_was_not_named() -> Given:
    found = usual()
    found["a"].is_known = True
    return found


def gives_points_for_knowing_who_was_not_named() -> Given:
    found = usual()
    found["a"].points.append(Points(found["a"].points[0].firing, 1, for_knowing=True))
    return found


def does_not_know_who_was_named() -> Given:
    found = given(USUAL, answers={"bekenden": ["a"]})
    found["a"].is_known = False
    return found


def breaks_an_order_rule() -> Given:
    found = given(USUAL, order_rules=[order_rule("b", "a")])
    found.put("abc")
    return found


def breaks_an_order_rule_across_tiers() -> Given:
    found = given(USUAL, order_rules=[order_rule("c", "a", across_tiers=True)])
    found.put("abc")
    return found


def has_an_action_for_now_without_anybody() -> Given:
    rules = (USUAL, UNKNOWN_LATER, build_rule("C09", actions=["plan"]))
    found = given(*rules, answers=KRAP, actions=[PLAN])
    found.advice.actions[0].needs_more_time = False
    return found


def outcome(kind: str, *partner_types: str) -> dict[str, Any]:
    return {"group": 1, "outcome": kind, "is_absent": False, "partner_types": list(partner_types)}


def has_a_rule_of_another_outcome(row: dict[str, Any]) -> Callable[[], Given]:
    def build() -> Given:
        found = given(USUAL, build_rule("C09", outcomes=[row], cautions=["let_op"]), cautions=[LET_OP])
        found.change(firings=[*found.advice.firings, Firing(found.catalogue.rules[1], 1)])
        return found

    return build


def repeats_a_reason() -> Given:
    found = given(USUAL, build_rule("C09", cautions=["let_op"]), cautions=[LET_OP])
    (link,) = found.advice.lines[CAUTIONS][0].links
    link.reason = replace(link.firing.rule.reason)
    return found


def shares_a_place_without_fitting_equally() -> Given:
    found = usual()
    found["b"].place = 1
    return found


def fits_equally_and_shares_no_place() -> Given:
    found = given(scores(a=4, b=4))
    found["b"].place = 2
    return found


def shares_a_place_with_who_cannot_begin() -> Given:
    found = given(scores(a=4), extra(b=8))
    found["b"].place = 1
    return found


def skips_a_place() -> Given:
    found = usual()
    found["c"].place = 4
    return found


def has_a_place_apart() -> Given:
    found = given(USUAL, moved("c", "laatste_keus"))
    found["c"].place = 3
    return found


BREAKS: list[tuple[Invariant, Callable[[], Given], str]] = [
    (Invariant.START, begins_with_who_does_too_little, "begint met ‘C’, maar die doet te weinig voor het hoofddoel"),
    (Invariant.START, begins_with_who_comes_later, "begint met ‘A’, maar die staat niet bij ‘Eerst’"),
    (Invariant.START, begins_with_a_bad_cooperation, "begint met ‘A’, maar daarmee loopt het stroef"),
    (Invariant.START, does_not_say_with_whom_one_can_begin, "Met ‘B’ kun je beginnen"),
    (Invariant.START, puts_another_above_who_can_begin, "‘C’ staat boven ‘A’, waarmee je kunt beginnen"),
    (Invariant.START, puts_fewer_points_first, "‘B’ staat boven ‘A’, dat meer punten heeft"),
    (Invariant.START, puts_fewer_points_first_where_another_is_moved, "‘C’ staat boven ‘A’, dat meer punten heeft"),
    (Invariant.START, begins_with_part_of_a_place, "niet met de eerste plaatsen"),
    (Invariant.START, begins_with_more_than_three, "niet met de eerste plaatsen"),
    (Invariant.START, begins_with_nobody_while_one_can, "niet met de eerste plaatsen"),
    (Invariant.NO_START, has_time_and_nobody, "niet beginnen met ‘A’, die het best past: C02"),
    (Invariant.NO_START, has_time_and_nobody_for_the_goal, "niemand in het advies helpt daarbij (hoofddoel ‘kennis’)"),
    (Invariant.NO_START, has_no_way_out, "geen wegwijzer"),
    (Invariant.NO_START, names_the_wrong_obstacle, "noemt de verkeerde reden"),
    (Invariant.KNOWN, knows_who_was_not_named, "‘A’ telt als bekend zonder"),
    (Invariant.KNOWN, gives_points_for_knowing_who_was_not_named, "‘A’ telt als bekend zonder"),
    (Invariant.KNOWN, does_not_know_who_was_named, "‘A’ telt als onbekend"),
    (Invariant.ORDER, breaks_an_order_rule, "‘A’ staat boven ‘B’, en volgens een volgorderegel"),
    (Invariant.ORDER, breaks_an_order_rule_across_tiers, "‘A’ staat boven ‘C’, en volgens een volgorderegel"),
    (Invariant.CONTRADICTION, has_an_action_for_now_without_anybody, "‘Plan het.’ is een stap voor nu"),
    (Invariant.CONTRADICTION, has_a_rule_of_another_outcome(outcome("niemand_om_te_beginnen")), "C09 geldt"),
    (Invariant.CONTRADICTION, has_a_rule_of_another_outcome(outcome("beginnen_met", "c")), "C09 geldt"),
    (Invariant.CONTRADICTION, has_a_rule_of_another_outcome(outcome("staat_in_advies", "d")), "C09 geldt"),
    (Invariant.CONTRADICTION, has_a_rule_of_another_outcome(outcome("is_bekend", "a")), "C09 geldt"),
    (Invariant.REASON, repeats_a_reason, "‘Let op.’ heeft de onderbouwing van C09"),
    (Invariant.PLACE, shares_a_place_without_fitting_equally, "‘B’ deelt een plaats met ‘A’"),
    (Invariant.PLACE, fits_equally_and_shares_no_place, "‘B’ past even goed als ‘A’"),
    (Invariant.PLACE, shares_a_place_with_who_cannot_begin, "‘B’ deelt een plaats met ‘A’"),
    (Invariant.PLACE, skips_a_place, "De plaats van ‘C’ sluit niet aan"),
    (Invariant.PLACE, has_a_place_apart, "‘C’ staat apart"),
]


@pytest.mark.parametrize(("invariant", "build", "words"), BREAKS)
def test_what_breaks_an_invariant_is_told(invariant: Invariant, build: Callable[[], Given], words: str) -> None:
    sentences = [found.sentence for found in build().broken() if found.invariant is invariant]

    assert any(words in sentence for sentence in sentences), sentences


def test_every_invariant_is_broken_here() -> None:
    assert {invariant for invariant, _build, _words in BREAKS} == set(Invariant)


@pytest.mark.parametrize(
    "build",
    [
        usual,
        lambda: given(USUAL, answers=STROEF),
        lambda: given(scores(a=4, c=1), answers=STROEF),
        lambda: given(USUAL, UNKNOWN_LATER, answers=KRAP),
        lambda: given(scores(a=4, b=4, c=4, d=4)),
        lambda: given(scores(a=4, b=4, c=2, d=2)),
        lambda: given(USUAL, moved("c", "afgeraden")),
        lambda: given(USUAL, order_rules=[order_rule("b", "a")]),
        lambda: given(scores(a=5, b=4, c=3), order_rules=[order_rule("c", "a"), order_rule("c", "b")]),
        lambda: given(USUAL, order_rules=[order_rule("c", "a", across_tiers=True)]),
        lambda: given(USUAL, moved("c"), order_rules=[order_rule("c", "a")]),
        lambda: given(USUAL, build_rule("C08", known_bonus=2), answers={"bekenden": ["a"]}),
        lambda: given(USUAL, UNKNOWN_LATER, build_rule("C09", actions=["plan"]), answers=KRAP, actions=[PLAN]),
        lambda: given(
            USUAL,
            build_rule("C09", outcomes=[outcome("is_bekend", "a")], cautions=["let_op"]),
            cautions=[LET_OP],
        ),
    ],
)
def test_what_the_advice_concludes_breaks_none(build: Callable[[], Given]) -> None:
    assert build().broken() == []


def test_an_option_that_names_two_partner_types_is_one_finding() -> None:
    changed = content()
    changed["partner_types"][1]["known_via"] = "bekenden.a"

    (found,) = violations_of_content(build_catalogue(**changed))

    assert (found.invariant, violations_of_content(usual().catalogue)) == (Invariant.KNOWN, [])
    assert "Wie ‘A’ kiest, kent meer dan één partnertype: ‘A’, ‘B’." in found.sentence


# The word that is only for who buys


def speaking(**changes: Any) -> dict[str, Any]:
    """Content in which who answers 'nederland' buys; everybody gets a line of each kind."""
    changed = content(cautions=[LET_OP], actions=[PLAN], **changes)
    changed["advice_settings"][0]["buying_option"] = "plaats.nederland"
    return changed


def words_of(changed: dict[str, Any], *rules: dict[str, Any], **answers: Any) -> list[str]:
    catalogue = build_catalogue(rules=[USUAL, *rules], **changed)
    usual = {"bekenden": ["geen"], "tijd": "ruim", "samen": "goed"}
    advice = advise(catalogue, build_answers(catalogue, **{**usual, **answers}))
    return [found.sentence for found in violations(catalogue, advice)]


def in_a_caution() -> tuple[dict[str, Any], dict[str, Any]]:
    changed = speaking()
    changed["cautions"] = [{**LET_OP, "text": "Vraag het aan je Leveranciers."}]
    return changed, build_rule("C09", cautions=["let_op"])


def in_a_title() -> tuple[dict[str, Any], dict[str, Any]]:
    tool = {"slug": "lijst", "name": "Leverancierslijst", "kind": "Lijst", "text": "Zo.", "url": "", "facts": ["F1"]}
    return speaking(tools=[tool]), build_rule("C09", tools=["lijst"])


def in_the_reason_of_a_line() -> tuple[dict[str, Any], dict[str, Any]]:
    return speaking(), build_rule("C09", cautions=[{"caution": "let_op", "reason": "Dan is je hoofdleverancier blij."}])


def in_the_reason_for_points() -> tuple[dict[str, Any], dict[str, Any]]:
    return speaking(), {**extra(a=1), "reason": "Een leverancier helpt."}


def in_the_reason_for_a_move() -> tuple[dict[str, Any], dict[str, Any]]:
    return speaking(), {**moved("c"), "reason": "Een leverancier gaat voor."}


def in_the_reason_of_an_order() -> tuple[dict[str, Any], dict[str, Any]]:
    rule = order_rule("b", "c", across_tiers=True, reason="Een leverancier gaat voor.", facts=["F1"])
    return speaking(order_rules=[rule]), build_rule("C09")


def in_a_text_of_a_partner_type(**texts: Any) -> Callable[[], tuple[dict[str, Any], dict[str, Any]]]:
    def build() -> tuple[dict[str, Any], dict[str, Any]]:
        changed = speaking()
        changed["partner_types"][0] |= texts
        return changed, build_rule("C09")

    return build


def in_an_option(**texts: Any) -> Callable[[], tuple[dict[str, Any], dict[str, Any]]]:
    def build() -> tuple[dict[str, Any], dict[str, Any]]:
        changed = speaking()
        changed["questions"][-1]["options"][0] |= texts
        return changed, build_rule("C09")

    return build


def in_a_signpost() -> tuple[dict[str, Any], dict[str, Any]]:
    pair = {"partner_type": "d", "leads_to": "a"}
    signpost = {**pair, "text": "Vraag het je leverancier.", "basis": "advies", "facts": ["F1"]}
    return speaking(signposts=[signpost]), moved("a")


OFFER = {"goal": "kennis", "text": "Kent je leverancier.", "basis": "advies", "facts": ["F1"]}
SPEAKING = {
    "a caution": (in_a_caution, "Waarschuwing ‘Vraag het"),
    "a title": (in_a_title, "Hulpmiddel ‘Leverancierslijst’"),
    "the reason of a line": (in_the_reason_of_a_line, "De onderbouwing bij Waarschuwing ‘Let op.’ in C09"),
    "the reason for points": (in_the_reason_for_points, "De onderbouwing van C01 bij ‘A’"),
    "the reason for a move": (in_the_reason_for_a_move, "De onderbouwing van C02 bij ‘C’"),
    "the reason of an order": (in_the_reason_of_an_order, "De onderbouwing van de volgorde ‘B’, ‘C’"),
    "a name": (in_a_text_of_a_partner_type(name="Leverancier"), "Partnertype ‘Leverancier’"),
    "a description": (in_a_text_of_a_partner_type(description="Een leverancier."), "Partnertype ‘A’"),
    "what it asks in return": (in_a_text_of_a_partner_type(asks_in_return="Je leverancier."), "Partnertype ‘A’"),
    "how to find it": (in_a_text_of_a_partner_type(how_to_find="Via je leverancier."), "Partnertype ‘A’"),
    "a watch-out": (
        in_a_text_of_a_partner_type(watch_outs=[{"text": "Je leverancier kan dwarsliggen.", "facts": ["F1"]}]),
        "Partnertype ‘A’",
    ),
    "what it does for a goal": (in_a_text_of_a_partner_type(offers=[OFFER]), "Partnertype ‘A’"),
    "an option": (in_an_option(label="Onze leverancier"), "Antwoord ‘Onze leverancier’"),
    "the heading of an option": (in_an_option(heading="Je leverancier"), "Antwoord ‘Goed’"),
    "the help of an option": (in_an_option(help="Met je leverancier."), "Antwoord ‘Goed’"),
}


@pytest.mark.parametrize(("build", "words"), SPEAKING.values(), ids=SPEAKING)
def test_a_word_for_who_buys_contradicts_who_does_not(build: Callable[[], Any], words: str) -> None:
    changed, rule = build()

    assert words_of(changed, rule, plaats="nederland") == []
    (sentence,) = words_of(changed, rule, plaats="productieland")
    assert sentence.startswith(words)


def test_a_signpost_has_the_word_too() -> None:
    changed, rule = in_a_signpost()
    found = words_of(changed, rule, plaats="productieland", bekenden=["d"])

    assert [sentence for sentence in found if "De wegwijzer van ‘D’ naar ‘A’" in sentence]


def test_without_the_setting_the_word_is_a_word() -> None:
    changed, rule = in_a_caution()
    changed["advice_settings"][0]["buying_option"] = None

    assert words_of(changed, rule, plaats="productieland") == []


def test_an_option_that_is_not_on_offer_is_not_read() -> None:
    changed, rule = in_an_option(needs=["plaats.nederland"], label="Onze leverancier")()

    assert words_of(changed, rule, plaats="productieland", samen="stroef") == []


def test_a_question_that_is_not_asked_is_not_read() -> None:
    changed, rule = in_an_option(label="Onze leverancier")()
    changed["questions"][-1]["conditions"] = [build_condition("plaats", "nederland")]

    assert words_of(changed, rule, plaats="productieland") == []


def test_the_option_of_who_buys_may_say_so() -> None:
    changed = speaking()
    changed["questions"][2]["options"][0]["label"] = "We hebben een leverancier"

    assert words_of(changed, plaats="productieland") == []


def test_what_a_partner_type_does_for_another_goal_is_not_read() -> None:
    changed, rule = in_a_text_of_a_partner_type(offers=[{**OFFER, "goal": "toegang"}])()

    assert words_of(changed, rule, plaats="productieland") == []


def test_a_practice_example_tells_of_others() -> None:
    texts = {"who": "Wie", "where": "Waar", "sector": "", "worked": "Ja", "did_not_work": "", "lesson": ""}
    example = {"slug": "ooit", "goal": "kennis", "title": "Een leverancier", "text": "Een leverancier hielp.", **texts}
    changed = speaking(practice_examples=[{**example, "partner_types": [], "facts": ["F1"]}])
    rule = build_rule("C09", examples=[{"example": "ooit", "weight": 2, "reason": "Een leverancier deed mee."}])

    assert words_of(changed, rule, plaats="productieland") == []


# The real content


@pytest.fixture(scope="module")
def real_advices() -> list[Advice]:
    catalogue = real_catalogue()
    answers = [answers_in(catalogue, chosen) for chosen in draw_samples(catalogue, size=400).sets]
    return [advise(catalogue, found) for found in answers if found]


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda invariant: invariant.__name__)
def test_the_content_breaks_none(invariant: Callable[[Examined], Any], real_advices: list[Advice]) -> None:
    broken: dict[str, Answers] = {}
    for advice in real_advices:
        for found in invariant(Examined.of(real_catalogue(), advice)):
            broken.setdefault(found.sentence, advice.answers)

    assert len(real_advices) >= 400
    assert {sentence: to_text(answers.chosen) for sentence, answers in broken.items()} == {}


def test_no_answer_of_the_content_names_two_partner_types() -> None:
    assert violations_of_content(real_catalogue()) == []
