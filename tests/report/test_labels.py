"""Labels: what editors make of them is on the page and in the PDF, and who has none reads what was always there."""

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.labels import LABELS, Label
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.words import Words
from dialoog.content.models import PageText
from dialoog.content.releases.publishing import publish
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from tests.advice.test_golden_cases import CASES
from tests.builders import build_label, build_rule, on_outcome, real_document
from tests.journey import ANSWERS, Journey
from tests.report.small import CALM, HURRIED, STUCK, build_small_document, small_report
from tests.report.test_report import report_of

TELLING = ("P1", "P1b", "P2", "P3", "P4", "P6", "B04", "B24", "B34", "B36", "N01", "N09", "N15")
"""Golden cases in which, taken together, nearly every label comes up."""

FROZEN = Path(__file__).parent / "labels.json"
IDS = [label.slug for label in LABELS]


def new_words(number: int) -> str:
    """Like nothing else, and with a sign that is no markup here."""
    return f"*Woord {number}*;"


def words_of(slug: str) -> str:
    return new_words(IDS.index(slug))


def render(catalogue: Catalogue, case: str, edition: Edition) -> str:
    report = report_of(case, catalogue)
    if edition is not Edition.PAGE:
        return render_html(report, edition)
    return render_to_string("report/page.html", {"report": report, "edition": edition, "slot": "-"})


def said_on_every_outcome(document: dict[str, Any]) -> dict[str, Any]:
    """With a rule about all that can come out, and orders that say no reason."""
    partners = [record["slug"] for record in document["partner_types"]]
    about = [
        on_outcome(outcome, partner, is_absent=is_absent)
        for outcome, is_absent in product(("beginnen_met", "staat_in_advies", "is_bekend"), (False, True))
        for partner in partners
    ]
    caution = document["cautions"][0]["slug"]
    rule = build_rule("X01", outcomes=about, cautions=[{"caution": caution, "reason": ""}])
    orders = [{**record, "reason": ""} for record in document["order_rules"]]
    return {**document, "rules": [*document["rules"], rule], "order_rules": orders}


def steps_shown(client: Client) -> Iterator[str]:
    journey = Journey(client)
    while journey.step in ANSWERS:
        response = client.get(journey.url)
        yield response.content.decode()
        journey.send({question.slug: ANSWERS[question.slug] for question in response.context["questions"]})


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: Any) -> dict[str, str]:
    """All that visitors see after every label was changed in the draft and published, by where they see it."""
    with django_db_blocker.unblock(), transaction.atomic():
        for text in PageText.objects.filter(slug__in=IDS):
            text.title = words_of(text.slug)
            text.save()
        document = deepcopy(publish().document)
        wizard = "".join(steps_shown(Client()))
        transaction.set_rollback(True)
    catalogue = read_catalogue(said_on_every_outcome(document))
    pages = {e.value: "".join(render(catalogue, case, e) for case in TELLING) for e in Edition}
    return {**pages, "wizard": wizard}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("label", LABELS, ids=IDS)
def test_a_label_that_was_changed_and_published_shows(label: Label, shown: dict[str, str]) -> None:
    places = ["wizard"] if label.slug.startswith("wizard_") else [Edition.PAGE.value, Edition.DOSSIER.value]

    for place in places:
        assert words_of(label.slug) in shown[place], place


@pytest.mark.slow
@pytest.mark.django_db
def test_the_short_pdf_has_the_words_of_the_page(shown: dict[str, str]) -> None:
    short = shown[Edition.ADVICE.value]

    for slug in ("mark_begin", "do_first", "take_care", "note_inferred", "tier_daarna", "offers", "hurdle_stroef"):
        assert words_of(f"report_word_{slug}") in short
    for label in LABELS:
        assert f">{label.default}<" not in short, "a part of the report goes its own way"


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("answers", [CALM, HURRIED, STUCK], ids=["calm", "hurried", "stuck"])
def test_a_release_without_labels_says_what_one_with_its_first_labels_says(
    answers: dict[str, Any], edition: Edition
) -> None:
    labels = [build_label(label) for label in LABELS]
    before, after = small_report(answers), small_report(answers, page_texts=labels)

    assert render_html(before, edition) == render_html(after, edition)


@pytest.mark.parametrize("said", ["", " "])
def test_an_empty_label_says_what_a_missing_one_says(said: str) -> None:
    empty = [build_label(label, title=said) for label in LABELS]

    assert render_html(small_report(CALM, page_texts=empty), Edition.DOSSIER) == render_html(
        small_report(CALM), Edition.DOSSIER
    )


def test_what_a_label_says_without_an_editor_never_changes() -> None:
    """Finished reports on releases without labels are rendered anew from it: another word is for the content."""
    kept = json.loads(FROZEN.read_text(encoding="utf-8"))

    assert {label.slug: label.default for label in LABELS if label.slug in kept} == kept
    assert read_catalogue(build_small_document()).words["mark_begin"] == kept["report_word_mark_begin"]


def test_a_label_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words({})["begin"]


def test_defaults_fit_and_say_each_something_else() -> None:
    assert [label.slug for label in LABELS if len(label.default) > label.limit] == []
    assert len({label.default.casefold() for label in LABELS}) == len(LABELS)
    assert len({label.place for label in LABELS}) == len(LABELS) == len({label.key for label in LABELS})


def test_the_cases_are_golden_ones() -> None:
    assert set(TELLING) <= {case["id"] for case in CASES}
    assert {record["slug"] for record in real_document()["page_texts"]} >= set(IDS)
