"""Each kind of finding: content that triggers it, and content that does not."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from dialoog.advice import Advice, advise
from dialoog.advice.advice import Link
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.document import Key
from dialoog.catalogue.labels import LABELS
from dialoog.catalogue.translated import places
from dialoog.content.document.judging import judged
from dialoog.content.translations.standing import languages_to_keep
from dialoog.content.translations.texts import with_texts
from dialoog.editorial.checks import Checked, Finding, FindingKind, Level, check
from dialoog.editorial.frame.links import from_text
from dialoog.editorial.trials.many import tried
from tests.builders import (
    build_condition,
    build_document,
    build_label,
    build_option,
    build_question,
    build_rule,
    build_step,
    build_verdict,
    gives,
)
from tests.editorial.build import build_case

pytestmark = pytest.mark.usefixtures("few_samples")

Document = dict[str, Any]
HARD = (
    "De implementatie van maatschappelijk verantwoorde ketenverantwoordelijkheid vereist voorafgaandelijk een "
    "geïntegreerde stakeholderbenadering waarbij onderhandelingsresultaten institutioneel verankerd worden, "
    "zulks met inachtneming van internationaalrechtelijke verplichtingen en sectorspecifieke beleidskaders, "
    "alsmede de dienaangaande geformuleerde interdepartementale beleidsdoelstellingen."
)


def good() -> Document:
    """Content in which nothing is wrong: three partner types, and every answer makes a difference."""
    everybody = [gives("bond", 3), gives("bureau", 2), gives("ngo", 2)]
    document = build_document(
        rules=[
            build_rule("A01", goal="kennis", partners=everybody),
            build_rule("A04", goal="toegang", partners=everybody),
            build_rule("A02", conditions=[build_condition("doelen", "kennis")], partners=[gives("bureau", 2)]),
            build_rule("A03", conditions=[build_condition("plaats", "nederland")], partners=[gives("ngo", 4)]),
        ],
        reference_cases=[build_case(first="ngo")],
        page_texts=[build_label(label) for label in LABELS],
    )
    document["partner_types"].append({**deepcopy(document["partner_types"][0]), "slug": "ngo", "name": "Ngo"})
    goals, main_goal, place = document["questions"]
    for option in (goals["options"][1], *main_goal["options"], place["options"][1]):
        option["is_neutral"] = True
    return document


def judged_by_somebody(document: Document) -> Document:
    """Every text with a verdict: the source supports it."""
    return {**document, "verdicts": [build_verdict(text) for text in judged(document)]}


def translated(document: Document) -> Document:
    """Every text, into every language that is kept."""
    for language in languages_to_keep(document):
        document = with_texts(document, language, {place: place.text for place in places(document)})[0]
    return document


def changed_since_its_translation() -> Document:
    document = translated(good())
    document["rules"][0]["reason"] += " Of toch niet."
    return document


def without_one_translation() -> Document:
    document = translated(good())
    document["translations"][0]["texts"].pop()
    return document


def found(document: Document) -> list[Finding]:
    """Texts are judged and translated, unless a test is about that."""
    checked = Checked()
    complete = document if document["verdicts"] else judged_by_somebody(document)
    complete = complete if document["translations"] else translated(complete)
    assert list(check(complete, checked))[-1] == 1
    return checked.findings


def with_rule(**changes: Any) -> Document:
    document = good()
    document["rules"].append(build_rule("B01", **changes))
    return document


def with_record(collection: str, record: dict[str, Any]) -> Document:
    document = good()
    document[collection].append(record)
    return document


def with_question(question: dict[str, Any]) -> Document:
    document = good()
    document["steps"].append(build_step(question["slug"]))
    document["questions"].append(question)
    return document


def unsound() -> Document:
    return with_rule(reason="", partners=[gives("bond", 1)])


def never_fires() -> Document:
    both = [build_condition("plaats", "nederland"), build_condition("plaats", "productieland", group=2)]
    return with_rule(conditions=both, partners=[gives("bond", 1)])


def never_chosen() -> Document:
    """'Zee' is an answer here, but not at the question that this one takes its answers from."""
    follow_up = build_question("waar", "nederland", "productieland", "zee", options_from="plaats")
    return with_question(follow_up)


def never_asked() -> Document:
    both = [build_condition("plaats", "nederland"), build_condition("plaats", "productieland", group=2)]
    return with_question(build_question("sector", "textiel", "bouw", conditions=both))


def too_long() -> Document:
    document = good()
    document["rules"][0]["reason"] = "a" * 601
    return document


def with_theory(text: str) -> Document:
    document = good()
    document["goals"][0]["theory"] = text
    return document


def broken_case() -> Document:
    return {**good(), "reference_cases": [build_case(first="bond")]}


def idle_option() -> Document:
    return with_question(build_question("sector", "textiel", "bouw"))


def never_ordered() -> Document:
    both = [build_condition("plaats", "nederland"), build_condition("plaats", "productieland", group=2)]
    return with_record("order_rules", order_rule("bond", "bureau", conditions=both))


def orders_in_a_circle() -> Document:
    document = good()
    pairs = (("bond", "bureau"), ("bureau", "ngo"), ("ngo", "bond"))
    document["order_rules"] = [order_rule(first, then) for first, then in pairs]
    return document


def nobody_to_begin_with() -> Document:
    later = [{"partner_type": slug, "tier": "daarna"} for slug in ("bond", "bureau", "ngo")]
    return with_rule(tiers=later)


def known_by_one_option() -> Document:
    document = with_question(build_question("bekenden", build_option("allen"), "niemand"))
    for partner in document["partner_types"][:2]:
        partner |= {"familiarity": "via_antwoord", "known_via": "bekenden.allen"}
    return document


def speaks_of_who_is_not_there() -> Document:
    document = with_rule(cautions=["pas_op"])
    document["cautions"] = [{**CAUTION, "text": "Praat met je leverancier."}]
    document["advice_settings"][0]["buying_option"] = "plaats.nederland"
    return document


def few_partners() -> Document:
    document = good()
    for rule in document["rules"][:2]:
        rule["partners"] = rule["partners"][:-1]
    return document


def with_label(slug: str, title: str) -> Document:
    document = good()
    [record] = [record for record in document["page_texts"] if record["slug"] == f"report_word_{slug}"]
    record["title"] = title
    return document


def without_label(slug: str) -> Document:
    document = good()
    document["page_texts"] = [r for r in document["page_texts"] if r["slug"] != f"report_word_{slug}"]
    return document


def hard() -> Document:
    document = good()
    document["partner_types"][0]["description"] = HARD
    return document


def order_rule(first: str, then: str, **changes: Any) -> dict[str, Any]:
    rule = {"first": first, "then": then, "across_tiers": False, "reason": "", "facts": ["F1"], "conditions": []}
    return {**rule, **changes}


def with_fact_of_other_goal() -> Document:
    """Both goals have a chapter of their own, and a rule for one cites that of the other."""
    document = good()
    document["facts"] += [{**FACT, "code": "F2", "chapter": "Kennis"}, {**FACT, "code": "F3", "chapter": "Toegang"}]
    for goal, code in zip(document["goals"], ("F2", "F3"), strict=True):
        goal["facts"] = ["F1", code]
    document["rules"][0]["facts"] = ["F3"]
    return document


def with_verdict(**changes: Any) -> Document:
    """The verdict on the first rule is otherwise."""
    document = judged_by_somebody(good())
    next(v for v in document["verdicts"] if v["identity"] == "A01").update(changes)
    return document


def changed_since() -> Document:
    document = judged_by_somebody(good())
    document["rules"][0]["reason"] = "Zo staat het er nu."
    return document


def never_judged() -> Document:
    document = judged_by_somebody(good())
    document["verdicts"] = [verdict for verdict in document["verdicts"] if verdict["collection"] != "rules"]
    return document


TOOL = {"slug": "oefening", "name": "Oefening", "kind": "Spel", "text": "Om te oefenen.", "url": "", "facts": ["F1"]}
CAUTION = {"slug": "pas_op", "severity": 2, "is_leading": False, "text": "Pas op.", "facts": ["F1"]}
FACT = {"code": "F2", "chapter": "1", "section": "1", "text": "Zo.", "line": 1, "is_background": False}

CASES = {
    "a rule without a reason": (FindingKind.UNSOUND, unsound, "B01"),
    "a rule that asks for two answers at once": (FindingKind.NEVER_FIRES, never_fires, "B01"),
    "an order that asks for two answers at once": (FindingKind.NEVER_FIRES, never_ordered, "‘Bond’ vóór ‘Bureau’"),
    "an option that is not at the question it comes from": (FindingKind.NEVER_CHOSEN, never_chosen, "zee"),
    "a question that is never asked": (FindingKind.NEVER_CHOSEN, never_asked, "sector"),
    "a text that is too long": (FindingKind.TOO_LONG, too_long, "A01"),
    "a label that is too long for its place": (
        FindingKind.TOO_LONG,
        lambda: with_label("mark_ook", "x" * 25),
        "heeft 25 tekens; er passen er 24",
    ),
    "a label that is empty": (
        FindingKind.NO_LABEL,
        lambda: with_label("mark_ook", " "),
        "ook met die partner beginnen: leeg, dus er staat ‘Kan ook’",
    ),
    "a label that is not there": (
        FindingKind.NO_LABEL,
        lambda: without_label("mark_ook"),
        "merkje bij een partner: niet in de inhoud, dus er staat wat er altijd stond: ‘Kan ook’",
    ),
    "a label that says the same as another": (
        FindingKind.SAME_LABEL,
        lambda: with_label("mark_ook", "begin Hier:"),
        "Op twee plaatsen staat ‘begin Hier:’: Advies, merkje bij een partner: je begint met die partner",
    ),
    "a link without a scheme": (
        FindingKind.BAD_LINK,
        lambda: with_theory("Lees [dit](../x)."),
        "‘de theorie’ van ‘kennis’: De link bij ‘dit’ leidt nergens heen: ‘../x’",
    ),
    "a character that no font has": (
        FindingKind.NOT_SHOWN,
        lambda: with_theory("Klaar \u2714"),
        "‘de theorie’ van ‘kennis’: de lettertypes van de pdf hebben dit niet: ‘✔’ (U+2714",
    ),
    "a text with what came along from Word": (
        FindingKind.UNTIDY,
        lambda: with_theory("Een\u00a0zin."),
        "bijzondere spaties",
    ),
    "a case that is broken": (FindingKind.BROKEN_CASE, broken_case, "P1"),
    "a line about who is not there": (
        FindingKind.CONTRADICTION,
        speaks_of_who_is_not_there,
        "je leverancier",
    ),
    "nobody to begin with": (FindingKind.NO_START, nobody_to_begin_with, "B01"),
    "an option that names two": (FindingKind.KNOWN, known_by_one_option, "meer dan één partnertype"),
    "orders in a circle": (FindingKind.ORDER, orders_in_a_circle, "volgorderegel"),
    "a rule without effect": (FindingKind.IDLE_RULE, lambda: with_rule(), "B01"),
    "an option without effect": (FindingKind.IDLE_OPTION, idle_option, "textiel"),
    "a caution that no rule shows": (FindingKind.UNREACHABLE, lambda: with_record("cautions", CAUTION), "Pas op"),
    "answers with few partner types": (FindingKind.FEW_PARTNERS, few_partners, "van 200"),
    "a fact that nothing uses": (FindingKind.UNUSED_FACT, lambda: with_record("facts", FACT), "F2"),
    "a tool without an address": (FindingKind.NO_ADDRESS, lambda: with_record("tools", TOOL), "Oefening"),
    "a tool whose address nobody confirmed": (
        FindingKind.UNCONFIRMED_ADDRESS,
        lambda: with_record("tools", {**TOOL, "url": "https://oefening.example"}),
        "Oefening",
    ),
    "a text above B1": (FindingKind.HARD_TO_READ, hard, "bond"),
    "an inferred rule": (
        FindingKind.UNCONFIRMED,
        lambda: with_rule(basis="afgeleid", partners=[gives("bond", 1)]),
        "B01",
    ),
    "a text of a chapter that does not fit": (FindingKind.OTHER_CHAPTER, with_fact_of_other_goal, "A01"),
    "a text that the source does not support": (
        FindingKind.NOT_SUPPORTED,
        lambda: with_verdict(support="niet"),
        "A01",
    ),
    "a text that changed since its verdict": (FindingKind.CHANGED_SINCE, changed_since, "A01"),
    "a text that changed since its translation": (
        FindingKind.STALE_TRANSLATION,
        changed_since_its_translation,
        "Engels: 1 vertaling is verouderd",
    ),
    "a text without a translation": (
        FindingKind.UNTRANSLATED,
        without_one_translation,
        "Engels: 1 tekst heeft geen vertaling",
    ),
    "texts that nobody judged": (FindingKind.UNJUDGED, never_judged, "4 teksten zonder oordeel, bij A01, A04, A02"),
    "a verdict on a text that is gone": (
        FindingKind.VERDICT_ON_NOTHING,
        lambda: with_verdict(identity="A99"),
        "A99",
    ),
}


def begins_with_nobody(advice: Advice) -> None:
    advice.start.clear()


def repeats_a_reason(advice: Advice) -> None:
    for line in advice.cautions:
        line.links = [Link(link.firing, link.firing.rule.reason) for link in line.links]


def gives_no_places(advice: Advice) -> None:
    for advised in advice.ranking:
        advised.place = 0


WRONG_ADVICE = {
    FindingKind.START: begins_with_nobody,
    FindingKind.REASON: repeats_a_reason,
    FindingKind.PLACE: gives_no_places,
}


def test_good_content_has_no_findings() -> None:
    assert found(good()) == []


def test_every_kind_is_tried_here() -> None:
    assert {kind for kind, _document, _word in CASES.values()} | set(WRONG_ADVICE) == set(FindingKind)


@pytest.mark.parametrize(("kind", "document", "word"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_found_and_named(kind: FindingKind, document: Any, word: str) -> None:
    same = [finding for finding in found(document()) if finding.kind is kind]

    assert same
    assert word.lower() in same[0].sentence.lower()


@pytest.mark.parametrize(("kind", "mistake"), WRONG_ADVICE.items(), ids=lambda value: getattr(value, "__name__", value))
def test_an_advice_that_is_not_as_defined_is_found(
    kind: FindingKind, mistake: Callable[[Advice], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No content makes these: something is wrong with how the advice is made."""

    def wrong(catalogue: Catalogue, answers: Answers) -> Advice:
        advice = advise(catalogue, answers)
        mistake(advice)
        return advice

    document = with_rule(cautions=["pas_op"], conditions=[build_condition("doelen", "toegang")])
    document["cautions"].append(CAUTION)
    assert found(document) == []

    monkeypatch.setattr(tried, "advise", wrong)
    assert kind in {finding.kind for finding in found(document)}


def test_what_breaks_an_invariant_is_counted_and_can_be_looked_at() -> None:
    (finding,) = (
        finding for finding in found(speaks_of_who_is_not_there()) if finding.kind is FindingKind.CONTRADICTION
    )

    assert re.search(r"Bij \d+ van 200 nagebootste bezoekers\.$", finding.sentence)
    assert from_text(finding.answers)["plaats"] == ("productieland",)
    assert finding.key == Key("cautions", "pas_op")
    assert finding.level is Level.ERROR


def test_of_one_kind_no_more_than_ten_are_told() -> None:
    document = speaks_of_who_is_not_there()
    document["cautions"] = [{**CAUTION, "slug": f"c{n}", "text": f"Leverancier {n}."} for n in range(12)]
    document["rules"][-1]["cautions"] = [caution["slug"] for caution in document["cautions"]]

    kinds = [finding.kind for finding in found(document)]

    assert kinds.count(FindingKind.CONTRADICTION) == 10


def test_a_contradiction_stops_publishing_as_other_errors_do() -> None:
    assert errors(good()) == []
    assert errors(speaks_of_who_is_not_there()) == [FindingKind.CONTRADICTION]
    assert errors(nobody_to_begin_with()) == []


def errors(document: Document) -> list[FindingKind]:
    """What stops publishing."""
    checked = Checked()
    for _done in check(document, checked):
        pass
    assert checked.blocking == checked.errors
    return [finding.kind for finding in checked.errors]


def outcome(kind: str, *partner_types: str) -> dict[str, Any]:
    return {"group": 1, "outcome": kind, "is_absent": False, "partner_types": list(partner_types)}


def with_outcome(row: dict[str, Any]) -> Document:
    document = with_rule(outcomes=[row], cautions=["pas_op"])
    document["cautions"].append(CAUTION)
    return document


def test_a_rule_of_an_outcome_that_comes_out_is_not_idle() -> None:
    assert found(with_outcome(outcome("beginnen_met", "bureau"))) == []


def test_a_rule_of_an_outcome_that_never_comes_out_is_idle_and_reaches_nothing() -> None:
    kinds = {finding.kind for finding in found(with_outcome(outcome("niemand_om_te_beginnen")))}

    assert kinds == {FindingKind.IDLE_RULE, FindingKind.UNREACHABLE}


def test_an_order_rule_that_can_hold_is_no_finding() -> None:
    here = [build_condition("plaats", "nederland")]

    assert found(with_record("order_rules", order_rule("ngo", "bureau", conditions=here))) == []


def test_a_confirmed_rule_needs_no_confirmation() -> None:
    rule = {"basis": "afgeleid", "is_confirmed": True, "partners": [gives("bond", 1)]}

    assert FindingKind.UNCONFIRMED not in {finding.kind for finding in found(with_rule(**rule))}


def test_a_background_fact_may_stay_unused() -> None:
    assert found(with_record("facts", {**FACT, "is_background": True})) == []


def test_an_option_that_is_meant_to_change_nothing_is_no_finding() -> None:
    neutral = [build_option(slug, is_neutral=True) for slug in ("textiel", "bouw")]

    assert found(with_question(build_question("sector", *neutral))) == []


@pytest.mark.parametrize(
    ("collection", "record", "link"),
    [
        ("cautions", CAUTION, {"cautions": ["pas_op"]}),
        ("tools", {**TOOL, "url": "https://example.org", "url_is_confirmed": True}, {"tools": ["oefening"]}),
    ],
)
def test_what_a_rule_shows_is_reached(collection: str, record: dict[str, Any], link: dict[str, Any]) -> None:
    document = with_record(collection, record)
    document["rules"].append(build_rule("B01", conditions=[build_condition("doelen", "toegang")], **link))

    assert found(document) == []


def test_what_only_a_rule_that_never_fires_shows_is_not_reached() -> None:
    document = never_fires()
    document["cautions"].append(CAUTION)
    document["rules"][-1]["cautions"] = ["pas_op"]

    assert {finding.kind for finding in found(document)} == {FindingKind.NEVER_FIRES, FindingKind.UNREACHABLE}


def test_unsound_content_is_checked_no_further_than_it_can_be() -> None:
    document = {**unsound(), "advice_settings": []}

    assert {finding.level for finding in found(document)} == {Level.ERROR}


# Verdicts and sources


def rows(*texts: str) -> Document:
    document = good()
    document["partner_types"][0]["watch_outs"] = [{"text": t, "basis": "advies", "facts": ["F1"]} for t in texts]
    return document


def with_verdicts_of(other: Document, document: Document) -> Document:
    return {**document, "verdicts": judged_by_somebody(other)["verdicts"]}


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (("Een.", "Twee."), ("Twee.", "Een."), []),
        (("Een.",), ("Een.", "Twee."), [FindingKind.UNJUDGED]),
        (("Een.", "Twee."), ("Een.",), [FindingKind.VERDICT_ON_NOTHING]),
        (("Een.", "Twee."), ("Een.", "Drie."), [FindingKind.CHANGED_SINCE]),
    ],
    ids=["a row moved", "a row came", "a row went", "a row changed"],
)
def test_a_verdict_on_a_row_goes_with_its_text(
    before: tuple[str, ...], after: tuple[str, ...], kinds: list[FindingKind]
) -> None:
    assert [finding.kind for finding in found(with_verdicts_of(rows(*before), rows(*after)))] == kinds


def test_of_many_texts_without_a_verdict_a_few_are_named() -> None:
    document = good()
    document["rules"] += [build_rule(f"B{n}", goal="kennis", partners=[gives("bond", 1)]) for n in range(4)]

    (finding,) = (f for f in found(with_verdicts_of(good(), document)) if f.kind is FindingKind.UNJUDGED)

    assert finding.sentence == "Adviesregels: 4 teksten zonder oordeel, bij B0, B1, B2, B3."
    document["rules"] += [build_rule(f"B{n}", goal="kennis", partners=[gives("bond", 1)]) for n in range(4, 8)]
    (finding,) = (f for f in found(with_verdicts_of(good(), document)) if f.kind is FindingKind.UNJUDGED)
    assert finding.sentence == "Adviesregels: 8 teksten zonder oordeel, bij B0, B1, B2, B3, B4 en 3 andere."


def test_an_offer_and_a_theory_with_facts_of_another_goal_are_found() -> None:
    document = with_fact_of_other_goal()
    document["rules"][0]["facts"] = ["F2"]
    document["goals"][0]["theory_facts"] = ["F3"]
    offer = {"goal": "kennis", "text": "Die weet het.", "basis": "advies", "facts": ["F3"]}
    document["partner_types"][0]["offers"] = [offer, {**offer, "goal": "toegang"}]

    wrong = [finding.key for finding in found(document) if finding.kind is FindingKind.OTHER_CHAPTER]

    assert wrong == [Key("goals", "kennis"), Key("partner_types", "bond")]


@pytest.mark.parametrize("facts", [["F2"], ["F1"], ["F2", "F3"]], ids=["own", "shared", "own and another"])
def test_a_text_with_a_fact_of_its_own_goal_is_no_finding(facts: list[str]) -> None:
    document = with_fact_of_other_goal()
    document["rules"][0]["facts"] = facts
    document["rules"][1]["facts"] = ["F3"]

    assert FindingKind.OTHER_CHAPTER not in {finding.kind for finding in found(document)}
