"""A small guide in which everything comes up that a report can say about a beginning."""

from typing import Any

from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.report.body.report import Cover, Report, build_report
from tests.builders import (
    build_condition,
    build_document,
    build_fact,
    build_option,
    build_partner_type,
    build_question,
    build_rule,
    build_step,
    gives,
)
from tests.report.test_report import COVER

HURRIED = {
    "doelen": ["kennis", "toegang"],
    "hoofddoel": "kennis",
    "plaats": "nederland",
    "bekend": ["ngo"],
    "samenwerking": "goed",
    "tijdlijn": "krap",
}
"""Who could do the job is unknown and there is little time; who is known cannot do it, but knows the way."""

CALM = {**HURRIED, "tijdlijn": "ruim"}
"""With time there are two to begin with, who fit equally well."""

STUCK = {**HURRIED, "doelen": ["toegang"], "samenwerking": "stroef"}
"""Who could do the job is known, and the cooperation runs badly."""


def build_small_document(**changes: Any) -> dict[str, Any]:
    document = build_document()
    asked = ("bekend", "samenwerking", "tijdlijn")
    settings = {"little_time_option": "tijdlijn.krap", "bad_cooperation_option": "samenwerking.stroef"}
    parts = {
        "facts": [build_fact(f"F{number}") for number in range(1, 20)],
        "steps": [*document["steps"], *map(build_step, asked)],
        "questions": [
            *document["questions"],
            build_question("bekend", "ngo", build_option("geen", is_exclusive=True), kind="multi", is_changeable=True),
            build_question("samenwerking", "goed", "stroef"),
            build_question("tijdlijn", "ruim", "krap", is_changeable=True),
        ],
        "partner_types": [
            build_partner_type("ngo", familiarity="via_antwoord", known_via="bekend.ngo", description_facts=["F10"]),
            build_partner_type("bond", familiarity="nooit"),
            build_partner_type("raad", familiarity="nooit"),
            build_partner_type("bureau"),
            build_partner_type("bank", description_facts=["F11"]),
        ],
        "actions": [
            _line("bel", "F3", moment="benaderen", needs_time=True),
            _line("lees", "F4", moment="voorbereiden", needs_time=False),
        ],
        "cautions": [_line("haast", "F7", severity=2, is_leading=False)],
        "order_rules": [
            {
                "first": "bond",
                "then": "bureau",
                "across_tiers": True,
                "reason": "Een bureau spreekt niet voor werknemers.",
                "basis": "afgeleid",
                "facts": ["F5"],
                "conditions": [],
            }
        ],
        "signposts": [{"partner_type": "ngo", "leads_to": "bond", "text": "Vraag wie de bond kent.", "facts": ["F6"]}],
        "rules": list(_rules()),
        "advice_settings": [{**document["advice_settings"][0], **settings}],
    }
    return {**document, **parts, **changes}


def _line(slug: str, fact: str, **more: Any) -> dict[str, Any]:
    return {"slug": slug, "text": f"{slug.capitalize()}.", "facts": [fact], **more}


def _rules() -> Any:
    in_nl = [build_condition("plaats", "nederland")]
    yield build_rule(
        "K01",
        goal="kennis",
        reason="Wie er werkt, weet het.",
        facts=["F1"],
        conditions=[build_condition("doelen", "kennis")],
        partners=[gives("bond", 3), gives("raad", 3), gives("bureau", 2)],
        actions=[{"action": "bel", "reason": "Zo leer je elkaar kennen."}, {"action": "lees", "reason": ""}],
    )
    yield build_rule(
        "T01",
        goal="toegang",
        reason="Een ngo opent deuren.",
        facts=["F2"],
        conditions=[build_condition("doelen", "toegang")],
        partners=[gives("ngo", 2), gives("bank", 1)],
        actions=[{"action": "lees", "reason": ""}],
    )
    yield build_rule(
        "P01",
        reason="Een bank is te ver weg.",
        facts=["F12"],
        conditions=in_nl,
        tiers=[{"partner_type": "bank", "tier": "afgeraden"}],
    )
    yield build_rule(
        "C01",
        reason="Elkaar leren kennen kost tijd.",
        facts=["F8"],
        conditions=[build_condition("tijdlijn", "krap")],
        unknown_tier="daarna",
    )
    yield build_rule(
        "C02",
        reason="Deze reden is van geen enkel partnertype.",
        facts=["F13"],
        conditions=[build_condition("tijdlijn", "krap")],
        cautions=[{"caution": "haast", "reason": ""}],
    )
    yield build_rule(
        "C04",
        reason="Je werkt al goed samen.",
        facts=["F9"],
        conditions=[build_condition("samenwerking", "goed")],
        known_bonus=9,
    )


def small_report(answers: dict[str, Any], cover: Cover = COVER, **changes: Any) -> Report:
    """For these answers, on the small guide with `changes`."""
    catalogue = read_catalogue(build_small_document(**changes))
    return build_report(catalogue, conclusion_on(catalogue, answers), cover)


def conclusion_on(catalogue: Catalogue, answers: dict[str, Any]) -> Conclusion:
    return Conclusion.of(catalogue, Answers.from_json(catalogue, answers))
