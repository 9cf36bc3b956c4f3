"""Every text of a report and of a step leads to its field, and visitors get nothing of that."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialoog.catalogue.document import chosen_in
from dialoog.content.document.exporting import export_document
from dialoog.content.models import Caution, Option, PartnerType, Step
from dialoog.content.releases.publishing import publish
from dialoog.editorial.frame.links import address
from dialoog.editorial.search.fields import FieldText, field_texts
from dialoog.editorial.search.pages import blocks
from dialoog.languages.spelling import folded_words
from dialoog.report.models import Rendering
from dialoog.serving.slotted import SlottedPage
from tests.builders import real_document
from tests.editorial.search.program import not_programs
from tests.editorial.staff import chief
from tests.journey import Journey
from tests.undrawn import follow, look_at

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LINK = "Waar staan deze teksten?"
CASES = ("P1", "P4", "B11")
STEPS = [step["slug"] for step in real_document()["steps"]] + ["controle"]

MADE = {"concept", "voorbeeld"}
"""Not a text of the program, and of no field: what the page of a report is made with each time."""


@pytest.fixture
def staff() -> Client:
    return chief()


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Zeewier", organisation="Wierbedrijf", region="Nergensland")


def answers_of(code: str) -> dict[str, Any]:
    return chosen_in(next(case for case in real_document()["reference_cases"] if case["code"] == code))


def all_goals() -> dict[str, Any]:
    """With so many goals every step is asked."""
    goals = tuple(goal["slug"] for goal in real_document()["goals"])
    first = {question["slug"]: (question["options"][0]["slug"],) for question in real_document()["questions"]}
    return {**first, **answers_of("P1"), "doelen": goals, "hoofddoel": goals[:1]}


def entries(response: Any) -> list[Any]:
    assert response.status_code == 200
    return [entry for part in response.context["origins"] for entry in part.entries]


def programs(response: Any) -> list[str]:
    return [text for part in response.context["origins"] for text in part.programs]


def sources(response: Any) -> list[Any]:
    return [source for entry in entries(response) for source in entry.sources]


def source_of(response: Any, **key: str) -> Any:
    """The one of a field, by its record."""
    return next(s for s in sources(response) if all(getattr(s.place.key, k) == v for k, v in key.items()))


def fields_in(page: str) -> Iterator[FieldText]:
    """Fields of some length of which the words stand on a page, found in the plainest way."""
    there = "\n".join(f" {' '.join(folded_words(block.text))} " for block in blocks(page, inside="main"))
    for place in field_texts(export_document()):
        words = folded_words(place.text)
        is_plain = place.is_shown and not place.is_markdown and "{" not in place.text
        if is_plain and len(words) > 5 and f" {' '.join(words)} " in there:
            yield place


def assert_complete(page: str, response: Any) -> None:
    """A field whose words are a part of a longer text, of another field, is not where the page has them from."""
    listed = [f" {' '.join(folded_words(entry.piece.text))} " for entry in entries(response) if entry.sources]
    fields = list(fields_in(page))
    assert [place for place in fields if not any(f" {' '.join(folded_words(place.text))} " in t for t in listed)] == []
    assert {text: left for text in programs(response) if (left := set(not_programs(text)) - MADE)} == {}
    assert all(source.url for source in sources(response))


@pytest.mark.parametrize("code", CASES)
def test_every_text_of_a_report_finds_its_field_or_is_the_programs(staff: Client, code: str) -> None:
    page = staff.get(address("editorial:preview_report", answers_of(code))).content.decode()
    response = staff.get(address("editorial:texts_preview_report", answers_of(code)))

    assert_complete(page, response)
    assert len(entries(response)) > 100


@pytest.mark.parametrize("step", STEPS)
def test_every_text_of_a_step_finds_its_field_or_is_the_programs(staff: Client, step: str) -> None:
    query = address("editorial:preview_report", all_goals()).partition("?")[2]
    page = staff.get(f"/beheer/voorbeeld/stap/{step}/?{query}")
    response = staff.get(f"/beheer/teksten/voorbeeld/stap/{step}/?{query}")

    assert page.status_code == 200
    assert_complete(page.content.decode(), response)


def test_a_step_leads_to_its_own_question_and_also_to_what_is_seldom_shown(staff: Client) -> None:
    response = staff.get("/beheer/teksten/voorbeeld/stap/doelen/")

    own = [source.place for source in sources(response) if source.place.key.collection == "questions"]
    assert {place.key.identity for place in own} == {"doelen"}
    assert "error_text" in {place.name for place in own}


def test_a_link_opens_the_field_with_that_text(staff: Client) -> None:
    """One of each field of each kind of record that visitors see, also in rows."""
    one_of_each = {
        (place.key.collection, place.row.child if place.row else "", place.name): place
        for place in field_texts(export_document())
        if place.is_shown
    }
    wrong = [place.url for place in one_of_each.values() if not holds(staff, place)]

    assert len(one_of_each) > 40
    assert wrong == []


def holds(staff: Client, place: FieldText) -> bool:
    """Whether the page that a link leads to has a field of that name with that text in it."""
    context = follow(staff, look_at(staff, place.url)).context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms += formset.formset.forms
    bound = {field.auto_id: field.value() for form in forms for field in form}
    return bool(bound.get(place.anchor) == place.text)


def test_a_report_of_a_run_says_what_reads_otherwise_in_the_draft(staff: Client, journey: Journey) -> None:
    url = reverse("editorial:texts_owner", args=[journey.token])
    place = next(s.place for s in sources(staff.get(url)) if s.place.key.collection == "cautions")
    slug = place.key.identity
    assert source_of(staff.get(url), collection="cautions", identity=slug).notice == ""

    Caution.objects.filter(slug=slug).update(text="Nu anders.")
    changed = source_of(staff.get(url), collection="cautions", identity=slug)
    Caution.objects.filter(slug=slug).update(slug="nieuwe_sleutel", text=place.text)
    renamed = source_of(staff.get(url), collection="cautions", identity=slug)
    Caution.objects.filter(slug="nieuwe_sleutel").update(text="Nu anders.")
    gone = source_of(staff.get(url), collection="cautions", identity=slug)

    assert (changed.notice, changed.other_text) == ("In het concept staat nu:", "Nu anders.")
    assert "staat in het concept nu bij" in renamed.notice
    assert "/nieuwe_sleutel/#id_text" in renamed.url
    assert "staat niet meer in het concept" in gone.notice
    assert gone.url == ""
    assert "staat niet meer in het concept" in staff.get(url).content.decode()


def test_a_row_that_moved_is_found_where_it_is_now(staff: Client, journey: Journey) -> None:
    url = reverse("editorial:texts_step", args=[Journey(Client()).token, "doelen"])
    options = list(Option.objects.filter(question__slug="doelen"))
    Option.objects.filter(pk=options[0].pk).update(order=9990)

    found = next(s for s in sources(staff.get(url)) if s.place.name == "label" and s.place.text == options[0].label)

    assert found.url.endswith(f"#id_options-{len(options) - 1}-label")
    assert found.notice == ""


def test_a_preview_says_what_reads_otherwise_on_the_site(staff: Client) -> None:
    Step.objects.filter(slug="doelen").update(intro="")
    was = Step.objects.get(slug="doelen")
    publish(note="Zonder inleiding")
    Step.objects.filter(pk=was.pk).update(part="Waarom je dit doet")
    changed = staff.get("/beheer/teksten/voorbeeld/stap/doelen/").content.decode()
    Step.objects.filter(pk=was.pk).update(intro="Iets heel nieuws.")
    new = staff.get("/beheer/teksten/voorbeeld/stap/doelen/").content.decode()

    assert f"<strong>Op de site staat nu:</strong> {was.part}" in changed
    assert "Staat nog niet op de site." not in changed
    assert "Staat nog niet op de site." in new


def test_what_a_visitor_typed_is_the_visitors_and_a_text_of_the_program_is_the_programs(
    staff: Client, journey: Journey
) -> None:
    response = staff.get(reverse("editorial:texts_owner", args=[journey.token]))

    typed = {entry.piece.text for entry in entries(response) if entry.piece.is_visitors}
    assert {"Zeewier", "Wierbedrijf", "Nergensland"} <= typed
    assert "Je hoofddoel" in programs(response)
    assert "Deze tekst staat niet in de inhoud, maar in het programma." in response.content.decode()


def test_staff_find_the_list_below_the_page_itself(staff: Client, journey: Journey) -> None:
    running = Journey(Client())
    pages = {
        running.url: f"/beheer/teksten/advies/{running.token}/stap/doelen/",
        journey.url: f"/beheer/teksten/advies/{journey.token}/",
        journey.shared: f"/beheer/teksten/rapport/{journey.shared.split('/')[2]}/",
        "/beheer/voorbeeld/stap/doelen/": "/beheer/teksten/voorbeeld/stap/doelen/?",
    }
    for page, texts in pages.items():
        assert f'href="{texts}' in staff.get(page).content.decode()
        response = staff.get(texts)
        assert response.status_code == 200
        assert LINK not in {text for part in response.context["origins"] for text in part.programs}


def test_visitors_and_others_get_nothing_of_it_and_nothing_is_asked_for_them(journey: Journey) -> None:
    adviser = Client()
    user = User.objects.create_user("adviseur", is_staff=True)
    user.groups.add(Group.objects.get(name="Adviseur"))
    adviser.force_login(user)
    urls = [Journey(Client()).url, journey.url, journey.shared]
    for url in urls:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            text = Client().get(url).content.decode()
        assert LINK not in text
        assert "/beheer/" not in text
        assert [q["sql"] for q in queries if "session" in q["sql"] or "auth_" in q["sql"]] == []
        assert LINK not in adviser.get(url).content.decode()


def test_nothing_of_it_is_kept_when_staff_open_a_report_first(staff: Client, journey: Journey) -> None:
    Rendering.objects.all().delete()
    assert LINK in staff.get(journey.url).content.decode()

    kept = SlottedPage.unpacked(bytes(Rendering.objects.get().content)).filled("", "").decode()
    assert LINK not in kept
    assert "/beheer/" not in kept
    assert LINK not in Client().get(journey.url).content.decode()


def test_looking_changes_nothing(staff: Client, journey: Journey) -> None:
    Rendering.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        staff.get(reverse("editorial:texts_owner", args=[journey.token]))

    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_step_that_is_not_asked_is_said_plainly(staff: Client) -> None:
    token = Journey(Client()).token

    for step in ("controle", "geenstap"):
        response = staff.get(reverse("editorial:texts_step", args=[token, step]))
        assert response.status_code == 404
        assert "Deze stap wordt bij deze antwoorden niet gevraagd" in response.content.decode()


def test_a_draft_that_cannot_be_shown_says_why(staff: Client) -> None:
    Option.objects.filter(question__slug="doelen").delete()

    for url in ("/beheer/teksten/voorbeeld/stap/doelen/", "/beheer/teksten/voorbeeld/rapport/"):
        assert staff.get(url).status_code == 409


@pytest.mark.parametrize("name", ["texts_owner", "texts_report"])
def test_a_link_to_nothing_is_not_found(staff: Client, name: str) -> None:
    assert staff.get(reverse(f"editorial:{name}", args=["onbekend"])).status_code == 404


def test_every_kind_of_record_can_be_opened(staff: Client) -> None:
    PartnerType.objects.filter(slug="lokale_vakbond").update(name="Vakbond")
    first = {place.key.collection: place for place in field_texts(export_document())}

    assert {c: staff.get(p.url, follow=True).status_code for c, p in first.items()} == dict.fromkeys(first, 200)
