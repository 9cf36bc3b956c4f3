"""Unsound content is named in a sentence; sound content is not."""

from typing import Any

import pytest

from dialoog.content.document.importing import admit, with_record
from dialoog.content.document.judging import Judged
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.soundness import problems
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_partner_type,
    build_question,
    build_rule,
    build_step,
    build_verdict,
    gives,
    real_document,
)


def sole_problem(**changes: Any) -> str:
    found = problems(build_document(**changes))
    assert len(found) == 1, found
    return found[0]


def questions(**changes: Any) -> list[dict[str, Any]]:
    """The questions of the small document with changes to 'plaats'."""
    document = build_document()
    return [question | changes if question["slug"] == "plaats" else question for question in document["questions"]]


def test_the_small_document_is_sound() -> None:
    assert problems(build_document(rules=[build_rule(partners=[gives("bond", 1)])])) == []


def test_the_real_content_is_sound() -> None:
    assert problems(real_document()) == []


def test_a_rule_without_a_reason() -> None:
    assert sole_problem(rules=[build_rule(reason=" ")]).startswith("Adviesregel 'K01' heeft geen onderbouwing")


def test_a_rule_without_a_source() -> None:
    assert sole_problem(rules=[build_rule(facts=[])]).startswith("Adviesregel 'K01' heeft geen bronverwijzing")


def test_a_condition_on_an_option_of_another_question() -> None:
    rule = build_rule(conditions=[build_condition("doelen", "plaats.nederland")])

    assert sole_problem(rules=[rule]) == (
        "Adviesregel 'K01' kijkt bij vraag 'doelen' naar een antwoord van vraag 'plaats'."
    )


def test_a_condition_without_options() -> None:
    assert "zonder antwoord" in sole_problem(rules=[build_rule(conditions=[build_condition("doelen")])])


def test_a_question_that_depends_on_a_later_one() -> None:
    steps = [build_step("doelen"), build_step("plaats"), build_step("hoofddoel")]
    changed = questions(conditions=[build_condition("hoofddoel", "kennis")])

    assert sole_problem(steps=steps, questions=changed) == (
        "Vraag 'plaats' hangt af van vraag 'hoofddoel', die pas later komt."
    )


def test_a_question_that_depends_on_one_of_its_own_step() -> None:
    steps = [build_step("doelen"), build_step("hoofddoel", title="Samen")]
    changed = questions(step="hoofddoel", conditions=[build_condition("hoofddoel", "kennis")])

    assert sole_problem(steps=steps, questions=changed) == (
        "Vraag 'plaats' hangt af van vraag 'hoofddoel' in dezelfde stap: zet die in een eerdere stap."
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"partners": [gives("niemand", 1)]}, "verwijst naar partnertype 'niemand'"),
        ({"facts": ["F999"]}, "verwijst naar bronverwijzing 'F999'"),
        ({"actions": ["niets"]}, "verwijst naar actie 'niets'"),
        ({"goal": "roem"}, "verwijst naar doel 'roem'"),
        ({"conditions": [build_condition("doelen", "roem")]}, "verwijst naar antwoordoptie 'doelen.roem'"),
        ({"conditions": [build_condition("weer", "zon")]}, "verwijst naar vraag 'weer'"),
    ],
)
def test_a_reference_to_nothing(changes: dict[str, Any], sentence: str) -> None:
    assert sentence in problems(build_document(rules=[build_rule(**changes)]))[0]


def outcome(kind: str, *partner_types: str, is_absent: bool = False) -> dict[str, Any]:
    return {"group": 1, "outcome": kind, "is_absent": is_absent, "partner_types": list(partner_types)}


NOBODY = outcome("niemand_om_te_beginnen")
CAUTION = {"slug": "pas_op", "severity": 2, "is_leading": False, "text": "Pas op.", "facts": ["F1"]}
TIP = {"slug": "open", "tip_set": "algemeen", "number": 1, "title": "Wees open", "text": "Zo.", "facts": ["F1"]}


@pytest.mark.parametrize(
    "effect",
    [
        {"partners": [gives("bond", 1)]},
        {"tiers": [{"partner_type": "bond", "tier": "daarna"}]},
        {"known_bonus": 1},
        {"unknown_tier": "daarna"},
    ],
)
def test_a_rule_that_changes_the_outcome_that_it_looks_at(effect: dict[str, Any]) -> None:
    assert sole_problem(rules=[build_rule(outcomes=[NOBODY], **effect)]) == (
        "Adviesregel 'K01' kijkt naar de uitkomst en verandert die ook: "
        "zet punten en verplaatsingen in een andere regel."
    )
    assert problems(build_document(rules=[build_rule(**effect)])) == []


def test_a_rule_that_looks_at_the_outcome_may_bring_in_lines() -> None:
    rule = build_rule(outcomes=[NOBODY, outcome("beginnen_met", "bond", is_absent=True)], cautions=["pas_op"])

    assert problems(build_document(rules=[rule], cautions=[CAUTION])) == []


def test_an_outcome_about_nobody_that_names_somebody() -> None:
    rule = build_rule(outcomes=[outcome("niemand_om_te_beginnen", "bond")])

    assert sole_problem(rules=[rule]) == (
        "Adviesregel 'K01' noemt partnertypes bij ‘er is niemand om mee te beginnen’: haal die weg."
    )


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("beginnen_met", "je kunt beginnen met"),
        ("staat_in_advies", "in het advies staat"),
        ("is_bekend", "je kent al"),
    ],
)
def test_an_outcome_about_somebody_that_names_nobody(kind: str, label: str) -> None:
    assert sole_problem(rules=[build_rule(outcomes=[outcome(kind)])]) == (
        f"Adviesregel 'K01' noemt geen partnertype bij ‘{label}’: kies er minstens één."
    )


def test_a_reason_for_a_line_without_weight() -> None:
    tip = {"tip": "open", "weight": 0, "reason": "Openheid helpt."}

    assert sole_problem(rules=[build_rule(tips=[tip])], tips=[TIP]) == (
        "Adviesregel 'K01' geeft een onderbouwing bij tip 'open', maar die heeft gewicht 0."
    )
    for sound in ({**tip, "weight": 2}, {**tip, "reason": ""}):
        assert problems(build_document(rules=[build_rule(tips=[sound])], tips=[TIP])) == []


def test_a_line_that_repeats_the_reason_of_its_rule() -> None:
    link = {"caution": "pas_op", "reason": " zo staat het er. "}

    assert sole_problem(rules=[build_rule(cautions=[link])], cautions=[CAUTION]) == (
        "Adviesregel 'K01' herhaalt bij waarschuwing 'pas_op' de eigen onderbouwing: zeg waarom juist dit erbij hoort."
    )
    assert problems(build_document(rules=[build_rule(cautions=["pas_op"])], cautions=[CAUTION])) == []


def needing(*needs: str, steps: tuple[str, ...] = ("doelen", "hoofddoel", "plaats"), **changes: Any) -> dict[str, Any]:
    """The changes in which the first place is on offer only with these answers."""
    found = questions(**changes)
    found[2]["options"][0]["needs"] = list(needs)
    return {"questions": found, "steps": [build_step(slug, title="Samen") for slug in steps]}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (needing("plaats.productieland"), "'plaats.productieland', maar dat is een antwoord op de vraag zelf."),
        (
            needing("hoofddoel.kennis", steps=("doelen", "hoofddoel"), step="hoofddoel"),
            "'hoofddoel.kennis', maar dat is een antwoord uit dezelfde stap: zet die vraag in een eerdere stap.",
        ),
        (
            needing("hoofddoel.kennis", steps=("doelen", "plaats", "hoofddoel")),
            "'hoofddoel.kennis', maar dat is een antwoord op een vraag die pas later komt.",
        ),
    ],
)
def test_an_option_that_needs_what_is_not_answered_yet(changes: dict[str, Any], why: str) -> None:
    assert sole_problem(**changes) == f"Vraag 'plaats' biedt 'nederland' alleen aan bij {why}"


def test_an_option_may_need_an_answer_of_an_earlier_step() -> None:
    assert problems(build_document(**needing("doelen.kennis", "hoofddoel.kennis"))) == []


def order_rule(first: str, then: str, *conditions: Any) -> dict[str, Any]:
    texts = {"across_tiers": False, "reason": "", "facts": ["F1"]}
    return {"first": first, "then": then, **texts, "conditions": list(conditions)}


def test_two_order_rules_that_contradict_each_other() -> None:
    one, other = order_rule("bond", "bureau"), order_rule("bureau", "bond", build_condition("plaats", "nederland"))

    assert sole_problem(order_rules=[one, other]) == (
        "Volgorderegel 'bureau + bond' zet 'bureau' vóór 'bond', en een andere volgorderegel zet ze andersom."
    )
    assert problems(build_document(order_rules=[one])) == []


def test_conditions_of_an_order_rule_are_judged_too() -> None:
    assert "zonder antwoord" in sole_problem(order_rules=[order_rule("bond", "bureau", build_condition("plaats"))])


def test_content_of_before_stays_sound() -> None:
    """What came later is missing from a document that was published or kept before."""
    rule = build_rule(partners=[gives("bond", 1)], cautions=["pas_op"])
    document = build_document(rules=[rule], cautions=[CAUTION], order_rules=[{"first": "bond", "then": "bureau"}])
    del document["signposts"], rule["outcomes"]
    for option in (option for question in document["questions"] for option in question["options"]):
        del option["needs"], option["heading"]
    for name in ("tie_width", "little_time_option", "bad_cooperation_option", "buying_option"):
        del document["advice_settings"][0][name]

    assert problems(document) == []
    assert problems(admit(document)) == []


@pytest.mark.parametrize("width", [-1, 11])
def test_a_width_of_places_that_is_no_width_is_refused(width: int) -> None:
    settings = {**build_document()["advice_settings"][0], "tie_width": width}
    words = "Adviesinstellingen, 'tie_width' (punten verschil binnen één plaats): Zorg ervoor dat deze waarde"

    with pytest.raises(ContentRefused) as uploaded:
        admit(build_document(advice_settings=[settings]))
    with pytest.raises(ContentRefused) as restored:
        with_record(admit(build_document()), "advice_settings", settings)

    assert len(uploaded.value.sentences) == 1
    assert uploaded.value.sentences == restored.value.sentences
    assert uploaded.value.sentences[0].startswith(words)


@pytest.mark.parametrize("width", [0, 10])
def test_a_width_of_places_at_its_limit_is_admitted(width: int) -> None:
    settings = {**build_document()["advice_settings"][0], "tie_width": width}

    assert admit(build_document(advice_settings=[settings]))["advice_settings"][0]["tie_width"] == width


@pytest.mark.parametrize(
    ("leads_to", "sentence"),
    [
        ("bond", "Wegwijzer 'bond + bond': Een wegwijzer wijst naar een ander partnertype."),
        ("niemand", "Wegwijzer 'bond + niemand' verwijst naar partnertype 'niemand', maar die bestaat niet."),
        ("", "Wegwijzer nummer 1, 'leads_to' (naar wie): dit mag niet leeg zijn."),
    ],
)
def test_a_signpost_that_leads_nowhere_is_refused(leads_to: str, sentence: str) -> None:
    signpost = {"partner_type": "bond", "leads_to": leads_to, "text": "Vraag het.", "basis": "advies", "facts": ["F1"]}

    with pytest.raises(ContentRefused) as caught:
        admit(build_document(signposts=[signpost]))

    assert caught.value.sentences == [sentence]


def test_a_question_with_one_option() -> None:
    document = build_document()
    steps, short = [*document["steps"], build_step("sector")], build_question("sector", "textiel")

    found = sole_problem(steps=steps, questions=[*document["questions"], short])

    assert found == "Vraag 'sector' heeft minder dan twee antwoorden."


def test_a_step_without_a_question() -> None:
    steps = [*build_document()["steps"], build_step("leeg")]

    assert sole_problem(steps=steps) == "Stap 'leeg' heeft geen vraag."


def test_a_step_with_two_questions_needs_a_title() -> None:
    two = [*build_document()["questions"], build_question("sector", "textiel", "anders", step="plaats")]

    assert "heeft meer dan één vraag en dus een titel nodig" in sole_problem(questions=two)


def test_goals_that_are_not_the_options_of_their_question() -> None:
    goals = build_document()["goals"][:1]

    assert "zijn niet precies de doelen" in problems(build_document(goals=goals))[0]


def test_content_without_settings() -> None:
    assert sole_problem(advice_settings=[]) == "De adviesinstellingen ontbreken."


# What texts rest on


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"cautions": [{**CAUTION, "facts": []}]},
            "Waarschuwing 'pas_op' heeft geen bronverwijzing bij ‘tekst’: kies waar dit in het SER-document "
            "staat, of kies als grond ‘Eigen toevoeging van deze gids’.",
        ),
        (
            {
                "partner_types": [
                    build_partner_type("bond", watch_outs=[{"text": "Let op.", "facts": []}]),
                    build_partner_type("bureau"),
                ]
            },
            "Partnertype 'bond' heeft geen bronverwijzing bij ‘aandachtspunt: let op’: kies waar dit in het "
            "SER-document staat, of kies als grond ‘Eigen toevoeging van deze gids’.",
        ),
    ],
    ids=["a record", "a row"],
)
def test_a_text_without_a_source(changes: dict[str, Any], sentence: str) -> None:
    assert sole_problem(**changes) == sentence


def test_a_text_of_our_own_needs_no_source() -> None:
    assert problems(build_document(cautions=[{**CAUTION, "facts": [], "basis": "eigen"}])) == []


def test_a_withdrawn_fact_that_is_cited() -> None:
    facts = [build_fact(), build_fact("F2", is_withdrawn=True)]

    assert sole_problem(facts=facts, cautions=[{**CAUTION, "facts": ["F1", "F2"]}]) == (
        "Waarschuwing 'pas_op' verwijst naar bronverwijzing 'F2', maar die is vervallen: haal die weg of kies een "
        "andere."
    )
    assert problems(build_document(facts=facts, cautions=[CAUTION])) == []


VERDICT = build_verdict(Judged("facts", "F1", "text", "Zo is het.", (), "advies"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"judged_by": " "}, "zegt niet van wie het is: vul een naam in."),
        ({"judged_on": None}, "heeft geen datum: vul in wanneer het is gegeven."),
        ({"collection": "liedjes"}, "gaat over soort 'liedjes', maar die bestaat niet."),
    ],
)
def test_a_verdict_that_is_not_complete(changes: dict[str, Any], sentence: str) -> None:
    verdict = {**VERDICT, **changes}
    name = f"{verdict['collection']} + F1 + text + {VERDICT['digest']}"

    assert sole_problem(verdicts=[verdict]) == f"Oordeel over een tekst '{name}' {sentence}"
    assert problems(build_document(verdicts=[VERDICT])) == []


def test_an_address_that_is_confirmed_and_not_there() -> None:
    tool = {"slug": "spel", "name": "Spel", "kind": "Tool", "text": "Speel.", "url": "", "facts": ["F1"]}

    assert sole_problem(tools=[{**tool, "url_is_confirmed": True}]) == (
        "Hulpmiddel 'spel' heeft geen webadres om te bevestigen."
    )
    assert problems(build_document(tools=[tool])) == []
