"""Bad input: always a Dutch page with a way on, never a 500, and nothing typed is lost."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialoog.wizard.forms import LONGEST_DRAFT
from dialoog.wizard.models import Consultation, StepAnswers
from dialoog.wizard.run import COVER_FIELDS, Run, RunIncomplete
from dialoog.wizard.seen import Seen
from tests.builders import real_catalogue
from tests.journey import PREFIX, Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NASTY = [
    "👩‍👩‍👧‍👦 🇳🇱 ✊🏿",
    "שלום \u202eomgekeerd",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</textarea></title>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "'; DROP TABLE wizard_consultation; --",
]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).walk_to("controle")


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


def cover_value(journey: Journey, name: str) -> str:
    fields = journey.client.get(journey.at("controle")).context["cover"]
    return next(field.value for field in fields if field.name == f"controle-{name}")


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("field", COVER_FIELDS)
def test_markup_and_rare_text_are_kept_as_they_are(journey: Journey, field: str, text: str) -> None:
    journey.send({field: text}, "later")
    assert cover_value(journey, field) == text

    assert StepAnswers.objects.get(step="controle").answers[field] == text


@pytest.mark.parametrize("text", NASTY)
def test_markup_shows_as_text_on_step_and_report(client: Client, text: str) -> None:
    journey = Journey(client).walk_to("controle")
    check = journey.refused({"title": text, "contact": "x" * 161}, "toon")
    journey.finish(title=text, organisation=text, contact=text, region=text)
    report = client.get(journey.url)

    for page in (check.content.decode(), report.content.decode()):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "</textarea></title>" not in page
        assert "DROP TABLE" not in page or "&#x27;; DROP TABLE" in page
    assert report.context["report"].cover.organisation == text


def test_a_nul_is_a_field_error_and_the_other_answers_are_kept(journey: Journey) -> None:
    response = journey.refused({"title": "Lonen\0", "organisation": "Bedrijf"}, "toon")

    assert [text for _, text in response.context["errors"]] == ["Haal het onzichtbare teken weg."]
    assert [field.value for field in response.context["cover"]][:2] == ["Lonen", "Bedrijf"]
    assert "Lonen" not in journey.url
    assert Consultation.objects.get().completed_at is None


def test_a_nul_in_an_answer_is_a_field_error(client: Client) -> None:
    journey = Journey(client)

    response = journey.refused({"doelen": ["kennis\0"]})

    assert response.context["errors"]
    assert "%00" not in journey.url


def test_control_characters_are_taken_out(journey: Journey) -> None:
    journey.send({"title": "Lo\x07nen\x1b in\r\nde keten"}, "later")

    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen in de keten".replace("in de", "in  de")


def test_text_without_anything_visible_counts_as_empty(journey: Journey) -> None:
    journey.send({"title": "\u200b \u2060\ufeff"}, "later")

    assert StepAnswers.objects.get(step="controle").answers["title"] == ""


@pytest.mark.parametrize(("field", "limit"), [("title", 120), ("organisation", 120), ("contact", 160), ("region", 80)])
def test_the_longest_text_is_accepted_and_one_more_is_not(journey: Journey, field: str, limit: int) -> None:
    refused = journey.refused({field: "é" * (limit + 1)}, "toon")
    assert f"hoogstens {limit} tekens" in refused.context["errors"][0][1]
    assert "é" * (limit + 1) in refused.content.decode()

    assert Consultation.objects.get().completed_at is None
    assert journey.send({field: "é" * limit}, "toon").url.endswith("/rapport/")


@pytest.mark.parametrize("button", ["later", "terug", f"wijzig:{real_catalogue().questions['sector'].step}"])
def test_a_text_that_is_too_long_is_not_lost_and_not_judged_yet(journey: Journey, button: str) -> None:
    journey.send({"title": "é" * 121}, button)

    page = journey.client.get(journey.at("controle"))
    assert page.context["cover"][0].value == "é" * 121
    assert page.context["errors"] == []


def test_a_text_that_is_too_long_is_never_in_a_report_whoever_asks_for_it(journey: Journey) -> None:
    run = Run.of(Consultation.objects.get())

    with pytest.raises(RunIncomplete):
        run.complete({}, {"title": "é" * 121})

    assert Consultation.objects.get().completed_at is None
    assert Run.of(run.consultation).cover["title"] == "é" * 121


def test_what_was_sent_to_finish_with_is_in_the_report(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if another tab leaves a text, too long besides, just before that."""
    complete = Run.complete

    def after_the_other(run: Run, seen: Seen, cover: dict[str, str]) -> None:
        run.save("controle", {"title": "é" * 121})
        complete(run, seen, cover)

    monkeypatch.setattr(Run, "complete", after_the_other)
    journey.send({"title": "Lonen"}, "toon")

    run = Run.of(Consultation.objects.get())
    assert run.is_completed
    assert run.cover["title"] == "Lonen"


def test_the_last_texts_are_kept_in_the_transaction_that_finishes(journey: Journey) -> None:
    form = journey.form("controle", {"title": "Lonen"}, "toon") | journey.seen()
    with CaptureQueriesContext(connection) as queries:
        journey.client.post(journey.url, form)

    points = [query["sql"] for query in queries if "SAVEPOINT" in query["sql"]]
    assert points[-1] == f"RELEASE {points[0]}"
    assert len(points) == 4, "one more inside it, so that a fault in the advice leaves the texts alone"
    assert Run.of(Consultation.objects.get()).is_completed


def test_of_a_book_only_the_beginning_is_kept(journey: Journey) -> None:
    refused = journey.refused({"title": "é" * 100_000}, "toon")

    assert refused.context["cover"][0].value == "é" * LONGEST_DRAFT
    assert refused.context["errors"]


def test_text_that_runs_the_other_way_does_not_turn_what_stands_around_it(journey: Journey) -> None:
    journey.finish(organisation="\u202eBedrijf")

    assert "<bdi>\u202eBedrijf</bdi>" in journey.client.get(journey.url).content.decode()


def test_bytes_that_are_no_text_do_no_harm(journey: Journey) -> None:
    form = b"knop=toon&guide_wizard-current_step=controle&controle-title=Lonen%ff%fe"

    for leads_to in ("/controle/", "/rapport/"):  # The first time with the notice that the PDF cannot show it.
        response = journey.client.post(journey.url, form, content_type="application/x-www-form-urlencoded")
        assert response.url.endswith(leads_to)

    assert "Lonen" in StepAnswers.objects.get(step="controle").answers["title"]


def test_a_huge_upload_is_refused_before_it_is_stored(journey: Journey) -> None:
    upload = BytesIO(b"x" * 30_000_000)
    upload.name = "groot.bin"

    response = journey.client.post(journey.url, {**journey.form("controle", {}, "toon"), "bestand": upload})

    assert response.status_code == 413
    assert Consultation.objects.get().completed_at is None


def test_a_line_break_does_not_count_twice(journey: Journey) -> None:
    assert journey.send({"title": "a" * 59 + "\r\n" + "b" * 59}, "toon").status_code == 302


@pytest.mark.parametrize(
    ("question", "values"),
    [("doelen", ["macht"]), ("doelen", ["kennis", "macht"]), ("sector", ["kleding_textiel", "anders"])],
)
def test_a_tampered_answer_is_a_field_error_and_not_kept(client: Client, question: str, values: list[str]) -> None:
    journey = Journey(client).walk_to(step_of(question))

    response = journey.refused({question: values})

    assert response.context["errors"][0][1] == real_catalogue().questions[question].error_text
    kept = StepAnswers.objects.get(step=step_of(question)).answers.get(question, [])
    assert kept == [value for value in values if value in ("kennis", "kleding_textiel")]
    assert "macht" not in journey.url


@pytest.mark.parametrize(
    "flag", ["fout=doelen", "fout=.,,.", "fout=doelen.%00", "fout=weg.weg", "fout=" + "doelen.x," * 500, "fout=%ff"]
)
def test_an_odd_flag_is_no_accident(client: Client, flag: str) -> None:
    journey = Journey(client)

    page = client.get(f"{journey.url}?{flag}")

    assert page.status_code == 200
    assert [text for _, text in page.context["errors"]] == [real_catalogue().questions["doelen"].error_text]


def test_an_exclusive_answer_with_another_is_a_field_error(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("bekende_partijen"))

    response = journey.refused({"bekende_partijen": ["branche", "geen"]})

    assert "Kies óf ‘Nog geen van deze partijen’" in response.context["errors"][0][1]


@pytest.mark.parametrize("management", [{}, {f"{PREFIX}-current_step": "thema"}, {f"{PREFIX}-current_step": "\0"}])
def test_a_missing_or_tampered_step_leads_to_the_own_step(journey: Journey, management: dict[str, str]) -> None:
    address = journey.at(step_of("sector"))
    before = StepAnswers.objects.get(step=step_of("sector")).answers

    response = journey.client.post(address, {**management, f"{step_of('sector')}-sector": "anders"})

    assert response.url == address
    assert StepAnswers.objects.get(step=step_of("sector")).answers == before


def test_a_step_that_is_not_asked_cannot_be_answered(journey: Journey) -> None:
    response = journey.client.post(journey.at("hoofddoel"), journey.form("hoofddoel", {"hoofddoel": "kennis"}))

    assert response.url == journey.at("controle")
    assert not StepAnswers.objects.filter(step="hoofddoel").exists()


def test_a_stray_file_is_ignored(client: Client) -> None:
    journey = Journey(client)
    step = journey.step
    stray = BytesIO(b"x")
    stray.name = "x.txt"

    response = client.post(journey.url, {**journey.form(step, {"doelen": ["kennis"]}), f"{step}-doelen2": stray})

    assert response.status_code == 302


def test_a_wish_of_formtools_itself_is_ignored(client: Client) -> None:
    journey = Journey(client)
    form = journey.form(journey.step, {"doelen": ["kennis"]}) | {"wizard_goto_step": "controle"}

    assert client.post(journey.url, form).url == journey.url


def test_finishing_an_incomplete_run_leads_to_the_open_step(journey: Journey) -> None:
    StepAnswers.objects.filter(step=step_of("thema")).delete()

    response = journey.client.post(journey.at("controle"), journey.form("controle", {}, "toon"))

    assert response.url == journey.at(step_of("thema")) + "?wijzig"
    assert Consultation.objects.get().completed_at is None


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    journey = Journey(client)

    for address in ("/", journey.url, "/begin/"):
        assert getattr(client, method)(address).status_code == 405


def test_head_and_options_change_nothing(journey: Journey) -> None:
    before = list(StepAnswers.objects.values_list())

    assert journey.client.head(journey.url).status_code == 200
    assert journey.client.options(journey.url).status_code == 200
    assert list(StepAnswers.objects.values_list()) == before


@pytest.mark.parametrize("token", ["x", "x" * 5000, "%ff", "a%00b", "..%2f..", "🙂"])
@pytest.mark.parametrize("path", ["/advies/{}/", "/advies/{}/stap/doelen/", "/advies/{}/rapport/", "/rapport/{}/"])
def test_a_wrong_token_is_a_page_with_a_way_on(client: Client, path: str, token: str) -> None:
    response = client.get(path.format(token))

    assert response.status_code == 404
    assert "Fout" not in response.content.decode()[:200]


def test_unknown_ended_and_expired_links_look_the_same(client: Client) -> None:
    from django.utils import timezone

    ended, expired = Journey(client), Journey(client)
    client.post(f"/advies/{ended.token}/verwijderen/")
    Consultation.objects.update(expires_at=timezone.now())
    pages = [client.get(f"/advies/{token}/").content for token in ("x" * 32, ended.token, expired.token)]

    assert len({_without_path(page) for page in pages}) == 1


def test_a_link_that_does_not_work_names_the_causes_and_what_to_do(client: Client) -> None:
    finished = Journey(client).finish()
    shared = finished.shared
    assert client.get(shared).status_code == 200
    client.post(f"/advies/{finished.token}/deellink/")

    ended, unknown = client.get(shared), client.get("/rapport/onbekend/")

    assert ended.content == unknown.content
    text = ended.content.decode()
    causes = ("niet helemaal gekopieerd", "deelt het advies niet meer", "nieuwe link", "verwijderd", "bewaartermijn")
    for words in (*causes, "Vraag diegene", "Begin dan"):
        assert words in text
    assert 'href="/"' in text


def _without_path(page: bytes) -> bytes:
    return page.partition(b"<main")[2] or page


def test_many_fields_are_refused(client: Client) -> None:
    journey = Journey(client)

    response = client.post(journey.url, {f"veld{n}": "x" for n in range(1101)})

    assert response.status_code == 400


def test_a_huge_form_is_refused(client: Client) -> None:
    journey = Journey(client)

    response = client.post(journey.url, {"doelen": "x" * 3_000_000}, content_type="application/x-www-form-urlencoded")

    assert response.status_code in (400, 413)


def test_a_forged_host_never_ends_up_in_a_link(client: Client) -> None:
    journey = Journey(client)

    page = client.get(f"/advies/{journey.token}/later/", headers={"x-forwarded-host": "kwaad.example"})

    assert b"kwaad.example" not in page.content
    assert client.get("/", headers={"host": "kwaad.example"}).status_code == 400


def test_a_stale_csrf_token_loses_nothing(client: Client) -> None:
    journey = Journey(client)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["csrftoken"] = "a" * 32

    response: Any = strict.post(journey.url, journey.form(journey.step, {"doelen": ["kennis"]}))

    assert response.status_code == 403
    assert f'name="{journey.step}-doelen"' in response.content.decode()
    assert 'value="kennis"' in response.content.decode()


def test_blocked_cookies_are_explained(client: Client) -> None:
    response = Client(enforce_csrf_checks=True).post("/begin/")

    assert response.status_code == 403
    assert "cookies" in response.content.decode()
