"""Beside every text of the content stands how firmly the source stands behind it, in words."""

import re
from typing import Any

import pytest

from dialoog.catalogue.reader import read_catalogue
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from tests.builders import build_partner_type, build_rule, gives
from tests.report.small import CALM, build_small_document, small_report
from tests.report.test_beginning import chapter, page_of

SAID, PLACE = "Het SER-document zegt dit", "‘Hoofdstuk’, Deel"
OFFER = {"goal": "kennis", "text": "Weet veel.", "basis": "afgeleid", "facts": ["F3"]}
EXAMPLE, INFERRED, OWN = "Volgt uit een praktijkvoorbeeld", "Dit leiden wij zelf af", "Eigen toevoeging van deze gids"


def chapters(name: str, **changes: Any) -> str:
    return chapter(page_of(small_report(CALM, **changes)), name)


def card(**changes: Any) -> str:
    """The card of the first partner type, which is made as it is told."""
    rules = [build_rule(goal="kennis", partners=[gives("bond", 3)])]
    types = [build_partner_type("bond", **changes)]
    return chapters("partners", partner_types=types, rules=rules, signposts=[], order_rules=[])


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, f"Wie dit is. {SAID}: {PLACE}"),
        ({"description_basis": "afgeleid"}, f"Wie dit is. {INFERRED}: {PLACE}"),
        ({"asks_in_return": "Tijd.", "asks_in_return_basis": "voorbeeld"}, f"Vraagt terug . {EXAMPLE}."),
        ({"how_to_find": "Vraag rond.", "how_to_find_basis": "eigen"}, f"Zo vind je die . {OWN}."),
        (
            {"watch_outs": [{"text": "Pas op.", "basis": "voorbeeld", "facts": ["F2"]}]},
            f"Let op . {EXAMPLE}: {PLACE}",
        ),
        (
            {"offers": [OFFER, {**OFFER, "goal": "toegang", "text": "Kent wegen."}]},
            f"Biedt , toegang. {INFERRED}: {PLACE}",
        ),
    ],
)
def test_a_card_says_what_each_of_its_texts_rests_on(changes: dict[str, Any], shown: str) -> None:
    assert shown.replace(" ", "") in card(**changes).replace(" ", "")


@pytest.mark.parametrize(
    ("basis", "note"),
    [
        ("advies", ""),
        ("voorbeeld", "(praktijkvoorbeeld)"),
        ("afgeleid", "(onze afleiding)"),
        ("eigen", "(onze toevoeging)"),
    ],
)
def test_what_is_not_plainly_said_in_the_source_is_noted_where_it_stands(basis: str, note: str) -> None:
    """In every edition, also in the one without accounts."""
    changes = {"asks_in_return": "Tijd.", "asks_in_return_basis": basis}
    rules = [build_rule(goal="kennis", partners=[gives("bond", 3)])]
    types = [build_partner_type("bond", **changes)]
    report = small_report(CALM, partner_types=types, rules=rules, signposts=[], order_rules=[])

    for html in (page_of(report), render_html(report, Edition.ADVICE)):
        text = chapter(html, "partners").replace("( ", "(").replace(" )", ")")
        assert re.search(r"Vraagt terug Tijd\. ?(\([a-z ]+\))?", text)[1] == (note or None)


@pytest.mark.parametrize(
    ("basis", "shown"),
    [("advies", f"{SAID}: {PLACE}"), ("voorbeeld", f"{EXAMPLE}: {PLACE}"), ("afgeleid", f"{INFERRED}: {PLACE}")],
)
def test_so_does_a_step(basis: str, shown: str) -> None:
    actions = [
        {"slug": slug, "moment": "voorbereiden", "text": f"{slug}.", "facts": ["F4"], "basis": basis}
        for slug in ("lees", "bel")
    ]

    assert shown in chapters("in-het-kort", actions=actions)


def test_a_step_of_our_own_needs_no_source() -> None:
    actions = [
        {"slug": slug, "moment": "voorbereiden", "text": "Doe.", "facts": [], "basis": "eigen"}
        for slug in ("lees", "bel")
    ]

    assert f"{OWN}." in chapters("in-het-kort", actions=actions)


def build_example(**changes: Any) -> dict[str, Any]:
    texts = {"title": "Zo ging het", "text": "Zij praatten.", "worked": "", "did_not_work": "", "lesson": "Praat."}
    about = {"slug": "zo", "goal": "kennis", "who": "Zij", "where": "Daar", "sector": "", "partner_types": []}
    return {**about, **texts, "facts": ["F5"], **changes}


@pytest.mark.parametrize(
    ("changes", "story", "lesson"),
    [
        pytest.param({"lesson_basis": "voorbeeld"}, "voorbeeld", "voorbeeld", id="its lesson too"),
        pytest.param({"lesson_basis": "afgeleid"}, "voorbeeld", "afgeleid", id="a lesson of our own"),
        pytest.param({}, "advies", "advies", id="a release from before"),
    ],
)
def test_what_happened_is_an_example_by_nature(changes: dict[str, Any], story: str, lesson: str) -> None:
    catalogue = read_catalogue(build_small_document(practice_examples=[build_example(**changes)]))

    example = catalogue.practice_examples["zo"]

    assert (example.statement.basis, example.lesson.basis) == (story, lesson)


@pytest.mark.parametrize(
    ("is_overview", "shown"),
    [(False, "https://oefening.example"), (True, "Zoek dit op de projectpagina van de SER: https://oefening.example")],
)
def test_an_address_is_a_link_that_says_where_it_opens(is_overview: bool, shown: str) -> None:
    tool = {"slug": "oefening", "name": "Oefening", "kind": "Spel", "text": "Om te oefenen.", "facts": ["F6"]}
    rule = build_rule(goal="kennis", partners=[gives("bond", 3)], tools=["oefening"])
    address = {"url": "https://oefening.example", "url_is_overview": is_overview}

    page = page_of(small_report(CALM, tools=[{**tool, **address}], rules=[rule]))

    assert '<a href="https://oefening.example" target="_blank" rel="noopener">' in page
    assert f"{shown} (opent in een nieuw tabblad)" in chapter(page, "meer")


@pytest.mark.parametrize(
    ("theory", "what_to_do", "shown"),
    [
        ("advies", "advies", (SAID, SAID)),
        ("afgeleid", "advies", (INFERRED, SAID)),
        ("advies", "voorbeeld", (SAID, EXAMPLE)),
    ],
)
def test_both_texts_of_a_goal_say_what_they_rest_on(theory: str, what_to_do: str, shown: tuple[str, str]) -> None:
    goals = build_small_document()["goals"]
    goals[0] |= {"theory_basis": theory, "what_to_do_basis": what_to_do}

    first, second = shown
    assert f"Waar gaat het om? Theorie Bron {first}: {PLACE} Wat kun je doen? Doen Bron {second}: {PLACE}" in chapters(
        "meer", goals=goals
    )
