"""Small things to test with, in memory. A test names only what it is about."""

from functools import cache
from pathlib import Path
from typing import Any

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.labels import Label
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.document.judging import Judged, digest
from dialoog.content.document.schema import SCHEMA
from dialoog.content.files.fixtures import read_fixtures

FIXTURES = Path(__file__).parent.parent / "fixtures"


@cache
def real_document() -> dict[str, Any]:
    return read_fixtures(FIXTURES)


@cache
def real_catalogue() -> Catalogue:
    return read_catalogue(real_document())


def build_fact(code: str = "F1", **changes: Any) -> dict[str, Any]:
    fact = {"code": code, "chapter": "Hoofdstuk", "section": "Deel", "text": "Zo is het.", "line": 1}
    return {**fact, "is_background": False, "left_out": "", "is_withdrawn": False, **changes}


def build_goal(slug: str, number: int) -> dict[str, Any]:
    texts = {"name": slug, "summary": slug, "theory": "Theorie", "what_to_do": "Doen"}
    return {
        "slug": slug,
        "number": number,
        **texts,
        "theory_basis": "advies",
        "theory_facts": ["F1"],
        "what_to_do_basis": "advies",
        "what_to_do_facts": ["F1"],
        "facts": ["F1"],
    }


def build_option(slug: str, **changes: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "label": slug.capitalize(),
        "help": "",
        "heading": "",
        "needs": [],
        "is_exclusive": False,
        "is_neutral": False,
        **changes,
    }


def build_question(slug: str, *options: str | dict[str, Any], **changes: Any) -> dict[str, Any]:
    question = {
        "slug": slug,
        "name": slug,
        "step": slug,
        "kind": "single",
        "text": f"{slug}?",
        "help": "",
        "why": "Daarom.",
        "error_text": f"Kies {slug}.",
        "changes": "",
        "is_changeable": False,
        "options_from": None,
        "facts": ["F1"],
        "conditions": [],
        "options": [o if isinstance(o, dict) else build_option(o) for o in options],
    }
    return {**question, **changes}


def build_step(slug: str, **changes: Any) -> dict[str, Any]:
    return {"slug": slug, "part": "Onderdeel", "title": "", "intro": "", **changes}


def build_condition(question: str, *options: str, group: int = 1, operator: str = "is_een_van", count: int = 0) -> Any:
    return {
        "group": group,
        "question": question,
        "operator": operator,
        "options": list(options),
        "count": count,
    }


def build_partner_type(slug: str, **changes: Any) -> dict[str, Any]:
    partner = {
        "slug": slug,
        "name": slug.capitalize(),
        "kind": "organisatie",
        "in_production_country": False,
        "familiarity": "telt_niet",
        "known_via": None,
        "description": "Wie het is.",
        "description_basis": "advies",
        "description_facts": ["F1"],
        "asks_in_return": "",
        "asks_in_return_basis": "advies",
        "asks_in_return_facts": [],
        "how_to_find": "",
        "how_to_find_basis": "advies",
        "how_to_find_facts": [],
        "offers": [],
        "watch_outs": [],
    }
    return {**partner, **changes}


def build_signpost(partner_type: str, leads_to: str, **changes: Any) -> dict[str, Any]:
    pair = {"partner_type": partner_type, "leads_to": leads_to}
    return {**pair, "text": "Die weet de weg.", "basis": "advies", "facts": ["F1"], **changes}


def build_order_rule(first: str, then: str, **changes: Any) -> dict[str, Any]:
    rule = {"first": first, "then": then, "across_tiers": False, "reason": "", "facts": ["F1"], "conditions": []}
    return {**rule, **changes}


def build_rule(code: str = "K01", **changes: Any) -> dict[str, Any]:
    empty = {name: [] for name in SCHEMA["rules"].children}
    rule = {"code": code, "goal": None, "reason": "Zo staat het er.", "basis": "advies", "facts": ["F1"]}
    return {
        **rule,
        **empty,
        "known_bonus": 0,
        "unknown_tier": "",
        "is_confirmed": False,
        "confirmed_by": "",
        "confirmed_on": None,
        **changes,
    }


def build_verdict(text: Judged, **changes: Any) -> dict[str, Any]:
    """Of somebody who found that the source supports this text as it is now."""
    about = {"collection": text.collection, "identity": text.identity, "field": text.field, "digest": digest(text)}
    return {**about, "support": "gedekt", "why": "", "judged_by": "Els", "judged_on": "2026-01-02", **changes}


def build_label(label: Label, **changes: Any) -> dict[str, Any]:
    """A page text that says what is said without it."""
    return {"slug": label.slug, "place": label.place, "title": label.default, "text": "", **changes}


def gives(partner_type: str, weight: int, *, only_if_scored: bool = False) -> dict[str, Any]:
    return {"partner_type": partner_type, "weight": weight, "only_if_scored": only_if_scored}


def on_outcome(outcome: str, *partner_types: str, group: int = 1, is_absent: bool = False) -> dict[str, Any]:
    """A condition of a rule on what came out of the ranking."""
    return {"group": group, "outcome": outcome, "is_absent": is_absent, "partner_types": list(partner_types)}


def build_document(**changes: Any) -> dict[str, Any]:
    """Two goals, a place, two partner types 'bond' and 'bureau', and no rules."""
    settings = {
        "main_goal_factor": 2,
        "min_score": 1,
        "tie_width": 1,
        "top_block": 3,
        "also_block": 3,
        "cautions_shown": 6,
        "actions_shown": 10,
        "tips_emphasised": 5,
        "examples_shown": 2,
        "example_min": 2,
        "goals_question": "doelen",
        "main_goal_question": "hoofddoel",
        "no_country_tips_option": "plaats.nederland",
        "little_time_option": None,
        "bad_cooperation_option": None,
        "buying_option": None,
        "source_url": "",
    }
    several = [build_condition("doelen", operator="minstens", count=2)]
    document: dict[str, Any] = {
        "facts": [build_fact()],
        "goals": [build_goal("kennis", 1), build_goal("toegang", 2)],
        "steps": [build_step("doelen"), build_step("hoofddoel"), build_step("plaats")],
        "questions": [
            build_question("doelen", "kennis", "toegang", kind="multi"),
            build_question("hoofddoel", "kennis", "toegang", options_from="doelen", conditions=several),
            build_question("plaats", "nederland", "productieland"),
        ],
        "partner_types": [build_partner_type("bond"), build_partner_type("bureau")],
        "advice_settings": [settings],
    }
    empty = {name: [] for name in SCHEMA}
    return {**empty, **document, **changes}


def build_catalogue(**changes: Any) -> Catalogue:
    return read_catalogue(build_document(**changes))


def build_answers(catalogue: Catalogue, **answers: Any) -> Answers:
    return Answers.from_json(catalogue, {"doelen": ["kennis"], "plaats": "nederland", **answers})


def build_conclusion(answers: Any) -> Conclusion:
    """On the real content."""
    return Conclusion.of(real_catalogue(), Answers.from_json(real_catalogue(), answers))
