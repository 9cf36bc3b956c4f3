"""Staff walk the wizard and see report and PDF on the draft; nothing of it is kept."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from dialoog.catalogue.document import chosen_in
from dialoog.content.models import Question, Rule
from dialoog.editorial.frame.links import address
from dialoog.editorial.preview.run import LONGEST_WORDS
from dialoog.report.editions import PDFS, Edition
from tests.builders import real_document
from tests.editorial.staff import chief

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
START = "/beheer/voorbeeld/"


@pytest.fixture
def staff() -> Client:
    return chief()


def case_url(url_name: str, code: str = "P1") -> str:
    case = next(case for case in real_document()["reference_cases"] if case["code"] == code)
    return address(url_name, chosen_in(case))


def rows_in_the_database() -> dict[str, int]:
    """Of everything but sessions, which log staff in."""
    models_of: list[type[models.Model]] = [m for m in apps.get_models() if m._meta.label != "sessions.Session"]
    return {model._meta.label: model._default_manager.count() for model in models_of}


def test_the_walk_leads_from_the_first_question_to_the_report(staff: Client) -> None:
    """Answers every step with its first option, as a visitor would."""
    before = rows_in_the_database()
    page = staff.get(staff.get(START).context["begin_url"])
    steps = []
    while "stap" in page.request["PATH_INFO"]:
        steps.append(page.request["PATH_INFO"])
        assert "Alleen redacteuren zien deze pagina." in page.content.decode()
        page = staff.post(_address(page), _filled_in(page), follow=True)
        assert len(steps) < 30

    assert page.request["PATH_INFO"] == "/beheer/voorbeeld/rapport/"
    assert steps[-1].endswith("/controle/")
    assert page.context["report"].cover.is_draft
    assert rows_in_the_database() == before


def _address(page: Any) -> str:
    return f"{page.request['PATH_INFO']}?{page.request['QUERY_STRING']}"


def _filled_in(page: Any) -> dict[str, str]:
    names = re.findall(
        r'<input type="(?:radio|checkbox)"[^>]*name="([^"]+)"[^>]*value="([^"]+)"', page.content.decode()
    )
    first = dict(reversed(names))
    step = page.request["PATH_INFO"].split("/")[-2]
    management = re.search(r'name="([^"]*current_step)"', page.content.decode())
    assert management
    return {**first, management[1]: step, "knop": "volgende"}


def test_the_draft_is_what_is_shown(staff: Client) -> None:
    Question.objects.filter(slug="doelen").update(text="Waarom zoek je iemand?")

    page = staff.get(f"{START}stap/doelen/").content.decode()

    assert "Waarom zoek je iemand?" in page


def test_the_report_of_a_case_is_one_click_away(staff: Client) -> None:
    assert case_url("editorial:preview_report") in [url for _name, url in staff.get(START).context["cases"]]

    page = staff.get(case_url("editorial:preview_report"))

    assert page.status_code == 200
    assert page.context["report"].cover.is_draft
    assert "Concept" in page.content.decode()


def test_a_report_offers_to_keep_its_answers_as_a_case(staff: Client) -> None:
    page = staff.get(case_url("editorial:preview_report"))
    link = urlsplit(page.context["new_case_url"])

    form = staff.get(f"{link.path}?{link.query}")

    assert set(parse_qs(link.query)) >= {"answers", "first", "top3"}
    assert form.status_code == 200
    initial = form.context["adminform"].form.initial
    assert len(initial["answers"]) == len(chosen_in_flat("P1"))


def chosen_in_flat(code: str) -> list[str]:
    """The answers that count, with the main goal that follows from a single goal."""
    case = next(case for case in real_document()["reference_cases"] if case["code"] == code)
    asked_otherwise = {"contact", "hulp_ter_plaatse", "zelfde_gesprek"}
    answers = [ref for ref in case["answers"] if ref.partition(".")[0] not in asked_otherwise]
    return [*answers, "hoofddoel.kennis"]


def test_missing_answers_lead_to_the_question(staff: Client) -> None:
    response = staff.get("/beheer/voorbeeld/rapport/?antwoorden=doelen.kennis,weg.weg")

    assert response.status_code == 302
    assert response["Location"].startswith("/beheer/voorbeeld/stap/")
    assert "doelen.kennis" in response["Location"]
    assert "weg.weg" not in response["Location"]


@pytest.mark.parametrize(
    "query", ["antwoorden=", "antwoorden=%00", "antwoorden=doelen", "antwoorden=a.b.c,,.", "title=%F0%9F%98%80"]
)
def test_an_odd_address_is_no_accident(staff: Client, query: str) -> None:
    assert staff.get(f"{START}stap/doelen/?{query}").status_code == 200
    assert staff.get(f"/beheer/voorbeeld/rapport/?{query}").status_code == 302
    assert staff.get(f"/beheer/vergelijken/?{query}").status_code == 200
    assert staff.post(f"/beheer/voorbeeld/rapport.pdf?{query}").status_code == 404


def test_an_answer_that_the_draft_no_longer_has_leads_to_its_question(staff: Client) -> None:
    step = Question.objects.get(slug="bekende_partijen").step.slug
    url = case_url("editorial:preview_report") + ",bekende_partijen.weg"

    response = staff.get(url)
    page = staff.get(response["Location"])

    assert response["Location"].startswith(f"{START}stap/{step}/")
    assert "Een antwoord dat je eerder koos, bestaat niet meer." in page.content.decode()


def test_an_answer_that_no_longer_fits_is_told_in_the_preview(staff: Client) -> None:
    answers = "doelen.kennis,fase.opvolgen,plaats.productieland,sector.anders,band.eigen,relatie.klein_volume"

    page = staff.get(f"{START}stap/relatie/?antwoorden={answers}").content.decode()

    assert "past niet meer bij je andere antwoorden" in page


def test_what_is_filled_in_for_the_cover_is_in_the_report(staff: Client) -> None:
    case = urlsplit(case_url("editorial:preview_report"))
    check = f"{START}stap/controle/?{case.query}"
    form = {"preview_wizard-current_step": "controle", "knop": "toon"}

    page = staff.post(check, {**form, "controle-title": "Lonen", "controle-region": "Kenia"}, follow=True)

    assert (page.context["report"].cover.title, page.context["report"].cover.region) == ("Lonen", "Kenia")


def test_a_mistake_is_told_in_the_preview_after_a_redirect(staff: Client) -> None:
    form = {"preview_wizard-current_step": "fase", "knop": "volgende", "fase-fase": "opvolgen"}

    response = staff.post(f"{START}stap/fase/?antwoorden=doelen.kennis", form)
    page = staff.get(response["Location"])

    assert response.status_code == 302
    assert response["Location"].endswith("fase.opvolgen&fout")
    assert [text for _id, text in page.context["errors"]] == [Question.objects.get(slug="plaats").error_text]


def test_words_that_are_too_long_for_the_cover_are_told_in_the_preview(staff: Client) -> None:
    check = f"{START}stap/controle/?{urlsplit(case_url('editorial:preview_report')).query}"
    form = {"preview_wizard-current_step": "controle", "knop": "toon", "controle-title": "x" * 10_000}

    response = staff.post(check, form)
    page = staff.get(response["Location"])

    assert len(response["Location"]) < 4000
    assert "hoogstens 120 tekens" in page.context["errors"][0][1]
    assert page.context["cover"][0].value == "x" * LONGEST_WORDS


@pytest.mark.parametrize("button", ["terug", "later", "wijzig:doelen"])
def test_every_button_stays_in_the_preview(staff: Client, button: str) -> None:
    page = staff.get(f"{START}stap/doelen/")

    response = staff.post(_address(page), _filled_in(page) | {"knop": button})

    assert response["Location"].startswith(START)


def test_a_draft_that_is_not_sound_says_what_to_mend(staff: Client) -> None:
    Rule.objects.filter(code="K01").update(reason="")

    for url in (START, f"{START}stap/doelen/", case_url("editorial:preview_report"), case_url("editorial:compare")):
        response = staff.get(url)
        assert response.status_code == 409
        assert "heeft geen onderbouwing" in response.content.decode()


def test_side_by_side_shows_what_is_other(staff: Client) -> None:
    Rule.objects.get(code="K01").delete()

    page = staff.get(case_url("editorial:compare")).content.decode()

    assert "Nu: uitgave 1" in page
    assert "(anders)" in page


def test_side_by_side_without_a_change_shows_no_other(staff: Client) -> None:
    assert "(anders)" not in staff.get(case_url("editorial:compare")).content.decode()


@pytest.mark.pdf
@pytest.mark.parametrize("edition", PDFS)
def test_the_pdf_says_on_every_page_that_it_is_a_draft(staff: Client, tmp_path: Any, edition: Edition) -> None:
    import pikepdf

    query = case_url("editorial:preview_report").partition("?")[2]
    response = staff.post(f"{reverse('editorial:preview_pdf', kwargs={'edition': edition})}?{query}")

    path = tmp_path / "concept.pdf"
    path.write_bytes(response.content)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) > 3
    assert response["Content-Type"] == "application/pdf"
