"""Words that are put together: in the language of the page, and never by gluing Dutch."""

from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from dialoog.catalogue.catalogue import PageText
from dialoog.catalogue.translated import Foreign
from dialoog.report.body.filling import NOTHING, REGION
from dialoog.report.opinions import OpinionForm
from dialoog.report.templatetags.fill_in import fill_in
from dialoog.report.templatetags.partners import in_a_row, in_a_sentence
from dialoog.report.templatetags.words import names_an_example
from dialoog.wizard.around.texts import with_retention
from tests.report.test_report import NOW


class Partner:
    def __init__(self, name: str) -> None:
        self.name = name


A, B, C = Partner("A"), Partner("B & co"), Partner(Foreign("C"))


def test_partners_stand_in_a_row() -> None:
    assert in_a_row([A, B, C], [B]) == 'A; <strong>B &amp; co</strong>; <span lang="nl">C</span>'  # type: ignore[list-item]


@pytest.mark.parametrize(("language", "said"), [("nl", "A; B &amp; co en"), ("en", "A; B &amp; co and")])
def test_partners_stand_in_a_sentence(language: str, said: str) -> None:
    partners: Any = [A, B, A]
    with override(language):
        assert in_a_sentence(partners) == f"{said} A"
        assert in_a_sentence(partners[1:2], partners) == "<strong>B &amp; co</strong>"


def test_the_region_of_the_visitor_has_its_place_in_each_language() -> None:
    with override("en"):
        assert fill_in("Topic in {country}", NOTHING.with_words(REGION, "Ghana & Togo")) == "Topic in Ghana &amp; Togo"
        assert fill_in("Thema in {land}", NOTHING.with_words(REGION, "Ghana")) == "Thema in Ghana"
    with override("nl"):
        assert "Ghana" not in fill_in("Topic in {country}", NOTHING.with_words(REGION, "Ghana"))


def test_a_text_that_names_an_example_is_heard_in_each_language() -> None:
    with override("en"):
        assert names_an_example("In a practice example, it worked.")
        assert names_an_example(Foreign("In een praktijkvoorbeeld lukte het."))
        assert not names_an_example("It worked elsewhere.")
    with override("nl"):
        assert not names_an_example("In a practice example, it worked.")


@pytest.mark.parametrize(("days", "said"), [(1, "1 day"), (90, "90 days")])
def test_the_retention_period_has_its_number(settings: Any, days: int, said: str) -> None:
    settings.DIALOOG_RETENTION_DAYS = days

    with override("en"):
        assert with_retention(PageText("", "It is {bewaartermijn}.")).text == f"It is {said}."


@pytest.mark.parametrize(("language", "said"), [("nl", "4 mei 2026"), ("en", "4 May 2026"), ("de", "4. Mai 2026")])
def test_a_date_is_written_as_its_language_does(language: str, said: str) -> None:
    with override(language):
        assert Template("{{ now|date }}").render(Context({"now": NOW})) == said


def test_an_opinion_is_asked_in_the_language_of_the_page() -> None:
    with override("en"):
        form = OpinionForm()
        assert [label for _value, label in form.fields["opinion"].choices] == ["Yes", "No"]  # type: ignore[attr-defined]
