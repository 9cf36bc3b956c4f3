"""The questionnaire as a visitor walks it: forward, back, changing, pausing, finishing."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.content.releases.publishing import republish
from dialoog.report.models import KeptAdvice
from dialoog.wizard.models import Consultation, StepAnswers
from tests.builders import real_catalogue
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def page(journey: Journey) -> str:
    return journey.client.get(journey.url).content.decode()


def is_checked(journey: Journey, value: str) -> bool:
    questions = journey.client.get(journey.url).context["questions"]
    return any(option.is_checked for q in questions for option in q.options if option.value == value)


def test_from_the_first_question_to_the_report(client: Client) -> None:
    journey = Journey(client).finish(title="Lonen in de keten")

    assert journey.url == f"/advies/{journey.token}/rapport/"
    assert "Lonen in de keten" in page(journey)


def test_only_questions_that_matter_are_asked(client: Client) -> None:
    journey = Journey(client)
    seen = []
    while journey.step != "controle":
        seen.append(journey.step)
        journey.answer_step()

    assert 8 <= len(seen) <= 13
    assert "hoofddoel" not in seen


def test_the_number_of_steps_is_close_from_the_second_one_on(client: Client) -> None:
    journey, numbers = Journey(client), []
    while journey.step != "controle":
        context = client.get(journey.url).context
        numbers.append((context["is_estimate"], context["expected_steps"]))
        journey.answer_step()
    real = len(numbers) + 1

    assert numbers[0][0]
    assert {number for _is_estimate, number in numbers[1:]} <= {real, real + 1}
    assert numbers[-1] == (False, real)


def test_the_main_goal_offers_only_the_chosen_goals(client: Client) -> None:
    journey = Journey(client)
    journey.send({"doelen": ["kennis", "toegang"]})

    question = client.get(journey.url).context["questions"][0]

    assert [option.value for option in question.options] == ["kennis", "toegang"]


def test_an_error_comes_back_filled_in_after_a_redirect(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    step = journey.url

    response = journey.refused({"fase": ["opvolgen"]})

    assert journey.url == f"{step}?fout"
    assert response.status_code == 200
    assert "<title>Fout: " in response.content.decode()
    assert response.context["errors"] == [(response.context["questions"][1].options[0].id, error_of("plaats"))]
    assert [o.value for o in response.context["questions"][0].options if o.is_checked] == ["opvolgen"]
    assert journey.step == step_of("fase")


def test_a_reload_judges_what_there_is(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    journey.refused({"fase": ["opvolgen"]})
    judging = journey.url
    assert len(client.get(judging).context["errors"]) == 1

    journey.answer_step()

    assert client.get(judging).context["errors"] == []


def test_a_mistake_is_told_once(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    step = journey.url
    journey.refused({})

    assert client.get(step).context["errors"] == []


def test_a_mistake_in_a_change_still_leads_back_to_the_check_page(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({}, f"wijzig:{step_of('sector')}")

    journey.refused({"sector": []})
    assert journey.url == journey.at(step_of("sector")) + "?wijzig&fout"
    journey.answer_step()

    assert journey.url == journey.at("controle")


def test_back_keeps_what_was_chosen(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    journey.send({"fase": ["opvolgen"]}, "terug")
    assert journey.step == step_of("doelen")

    journey.answer_step()

    assert journey.step == step_of("fase")
    assert is_checked(journey, "opvolgen")


def test_a_step_that_was_left_half_way_is_not_judged_when_it_is_opened(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    step = journey.url
    journey.send({"fase": ["opvolgen"]}, "terug")

    assert client.get(step).context["errors"] == []


def test_later_keeps_what_was_chosen_and_shows_the_private_link(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    token = journey.token
    journey.send({"fase": ["opvolgen"]}, "later")

    assert f"/advies/{token}/" in page(journey)
    resumed = Client().get(f"/advies/{token}/")
    assert resumed.url == f"/advies/{token}/stap/{step_of('fase')}/"


def test_a_step_ahead_leads_to_the_first_open_one(client: Client) -> None:
    journey = Journey(client)

    assert client.get(journey.at(step_of("tijdlijn"))).url == journey.url


@pytest.mark.parametrize("step", ["bestaat-niet", "klaar", "hoofddoel"])
def test_a_step_that_is_not_asked_leads_to_the_first_open_one(client: Client, step: str) -> None:
    journey = Journey(client)

    assert client.get(journey.at(step)).url == journey.url


def test_opening_a_finishing_address_does_not_finish(client: Client) -> None:
    journey = Journey(client).walk_to("controle")

    client.get(journey.at("klaar"))
    client.get(journey.url)

    assert Consultation.objects.get().completed_at is None


@pytest.mark.parametrize("name", ["klaar", "done"])
def test_a_step_with_a_finishing_name_is_asked_like_any_other(client: Client, name: str) -> None:
    document = Release.objects.get().document
    first = document["steps"][0]
    for question in document["questions"]:
        question["step"] = name if question["step"] == first["slug"] else question["step"]
    first["slug"] = name
    Release.objects.create(number=2, document=document, checksum=name)

    journey = Journey(client)

    assert journey.url == journey.at(name)
    assert client.get(journey.url).status_code == 200


def test_changing_an_answer_returns_to_the_check_page(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.url = journey.at(step_of("sector")) + "?wijzig"

    journey.answer_step(sector=["natuursteen"])

    assert journey.step == "controle"


def test_going_to_change_an_answer_keeps_what_was_typed(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({"title": "Lonen"}, f"wijzig:{step_of('sector')}")
    assert journey.url == journey.at(step_of("sector")) + "?wijzig"

    journey.answer_step()

    assert [field.value for field in client.get(journey.url).context["cover"]] == ["Lonen", "", "", ""]


def test_new_questions_come_before_the_check_page(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.url = journey.at(step_of("doelen")) + "?wijzig"

    journey.answer_step(doelen=["toegang", "efficientie"])
    assert journey.step == "hoofddoel"
    journey.answer_step(hoofddoel=["toegang"])
    assert journey.step == step_of("zelfde_gesprek")
    journey.answer_step(zelfde_gesprek=["ja"])

    assert journey.step == "controle"


def test_an_answer_that_is_no_longer_asked_does_not_count_but_stays(client: Client) -> None:
    journey = Journey(client).walk_to("controle", doelen=["efficientie"], zelfde_gesprek=["nee"])
    journey.url = journey.at(step_of("doelen")) + "?wijzig"
    journey.answer_step(doelen=["invloed"])

    assert "zelfde gesprek" not in page(journey)
    assert StepAnswers.objects.filter(step=step_of("zelfde_gesprek")).exists()


def test_finishing_twice_gives_one_report(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    check = journey.url
    journey.send({}, "toon")
    done = Consultation.objects.get().completed_at

    again = client.post(check, journey.form("controle", {"title": "Te laat"}, "toon"))

    assert again.url == journey.url
    assert Consultation.objects.get().completed_at == done
    assert "Te laat" not in page(journey)


def test_after_finishing_every_step_leads_to_the_report(client: Client) -> None:
    journey = Journey(client).finish()
    step = journey.at(step_of("sector"))

    assert client.get(step).url == journey.url
    assert client.post(step, journey.form(step_of("sector"), {"sector": ["anders"]})).url == journey.url


def test_a_finished_run_can_be_changed_into_a_new_one(client: Client) -> None:
    journey = Journey(client).finish()
    old = journey.url

    new = client.post(f"/advies/{journey.token}/opnieuw/").url
    at = client.get(new).url

    assert at.endswith("/stap/controle/")
    assert client.get(old).status_code == 200
    assert Consultation.objects.count() == 2


def test_what_was_filled_in_for_the_cover_is_in_the_report_and_in_a_new_run(client: Client) -> None:
    words = {"title": "Lonen", "organisation": "Bedrijf", "contact": "Ans", "region": "Kenia"}
    journey = Journey(client).finish(**words)
    cover = client.get(journey.url).context["report"].cover

    check = client.get(client.post(f"/advies/{journey.token}/opnieuw/").url).url

    assert {name: getattr(cover, name) for name in words} == words
    assert [field.value for field in client.get(check).context["cover"]] == list(words.values())


def test_the_region_changes_nothing_in_the_advice(client: Client) -> None:
    for region in ("", "Kenia"):
        Journey(client).finish(region=region)

    with_region, without = (row.data for row in KeptAdvice.objects.order_by("-pk"))
    assert with_region == without


def test_two_tabs_on_one_run_keep_both_answers(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    other = Client()
    for question, value in [("stakeholders", "anders"), ("thema", "migranten")]:
        slug = step_of(question)
        other.post(journey.at(slug), journey.form(slug, {question: [value]}))

    saved = {row.step: row.answers for row in StepAnswers.objects.all()}
    assert saved[step_of("stakeholders")]["stakeholders"] == ["anders"]
    assert saved[step_of("thema")]["thema"] == ["migranten"]


def test_two_runs_in_one_browser_do_not_mix(client: Client) -> None:
    first, second = Journey(client), Journey(client)
    first.answer_step(doelen=["kennis"])
    second.answer_step(doelen=["invloed"])

    assert StepAnswers.objects.values_list("answers", flat=True).distinct().count() == 2


def test_a_run_keeps_its_release_while_staff_publish(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("thema"))
    old = Release.objects.current()
    republish(Release.objects.get(pk=old.pk))

    journey.finish()

    assert Consultation.objects.get().release == old
    assert client.get(journey.url).context["report"].cover.release_number == old.number


def test_opening_pages_writes_nothing(client: Client, django_assert_num_queries: Any) -> None:
    journey = Journey(client).walk_to("controle")
    token, before = journey.token, snapshot()

    for address in [
        "/",
        journey.url,
        journey.at(step_of("sector")),
        f"/advies/{token}/",
        f"/advies/{token}/later/",
    ]:
        client.get(address)
    journey.finish()
    after = snapshot()
    client.get(journey.url)
    client.get(f"/advies/{token}/verwijderen/")

    assert before[0] == 1
    assert snapshot() == after


@pytest.mark.parametrize("step", ["doelen", "thema", "tijdlijn"])
def test_a_step_costs_a_constant_number_of_queries(client: Client, step: str, django_assert_num_queries: Any) -> None:
    journey = Journey(client).walk_to(step_of(step))
    client.get(journey.url)

    with django_assert_num_queries(2):  # the run, its answers
        client.get(journey.url)
    # The run, its answers, and a transaction: the run, which that locks, the row, and what other tabs saved.
    with django_assert_num_queries(7):
        journey.answer_step()


def offers_a_fresh_start(client: Client) -> bool:
    page = client.get("/").content.decode()
    return "Begin met de vragen" in page and 'href="/advies/' not in page


def test_an_expired_run_is_gone(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("fase"))
    Consultation.objects.update(expires_at=timezone.now())

    assert client.get(journey.url).status_code == 404
    assert offers_a_fresh_start(client)


def test_the_start_page_offers_to_go_on(client: Client) -> None:
    journey = Journey(client)

    page = client.get("/").content.decode()
    assert f'href="/advies/{journey.token}/"' in page
    assert "Begin opnieuw" in page


def test_a_finished_run_is_not_offered_again(client: Client) -> None:
    Journey(client).finish()

    assert offers_a_fresh_start(client)


@pytest.mark.parametrize("cookie", ["onzin", "x" * 5000, "../..", "%ff"])
def test_a_garbage_cookie_gives_a_fresh_start(client: Client, cookie: str) -> None:
    client.cookies[settings.DIALOOG_RUN_COOKIE] = cookie

    assert offers_a_fresh_start(client)


def test_staff_who_log_in_and_out_meanwhile_do_not_disturb_the_run(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("sector"))
    client.force_login(User.objects.create_superuser("redactie"))
    journey.answer_step()
    client.logout()

    journey.finish()

    assert Consultation.objects.get().is_completed


def test_a_form_from_before_logging_in_can_be_sent_again() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get("/").content.decode()
    stale = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    client.force_login(User.objects.create_superuser("redactie"))
    client.cookies[settings.CSRF_COOKIE_NAME] = "b" * 32

    refused = client.post("/begin/", {"csrfmiddlewaretoken": stale, "knop": "verder"})
    fresh = refused.content.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]

    assert refused.status_code == 403
    assert client.post("/begin/", {"csrfmiddlewaretoken": fresh}).status_code == 302


def test_a_new_run_on_content_without_an_answered_option_asks_again(client: Client) -> None:
    journey = Journey(client).finish()
    document = Release.objects.get().document
    sector = next(question for question in document["questions"] if question["slug"] == "sector")
    sector["options"] = [option for option in sector["options"] if option["slug"] != "kleding_textiel"]
    document["rules"] = [rule for rule in document["rules"] if "kleding_textiel" not in str(rule["conditions"])]
    Release.objects.create(number=2, document=document, checksum="anders")

    new = client.post(f"/advies/{journey.token}/opnieuw/").url

    assert client.get(new).url.endswith(f"/stap/{step_of('sector')}/?wijzig")
    assert client.get(journey.url).status_code == 200


def test_the_owner_ends_the_run_at_any_moment(client: Client) -> None:
    journey = Journey(client).finish()
    address = f"/advies/{journey.token}/verwijderen/"
    assert client.get(address).status_code == 200
    assert Consultation.objects.exists()

    done = client.post(address)

    assert not Consultation.objects.exists()
    assert done.status_code == 302
    assert "Alles is verwijderd" in client.get(done.url).content.decode()
    assert client.get(journey.url).status_code == 404


@pytest.mark.parametrize("button", ["volgende", "toon", "terug", "later", "wijzig:doelen", "onzin", ""])
@pytest.mark.parametrize("is_sound", [True, False])
def test_a_form_is_never_answered_with_a_page(client: Client, button: str, is_sound: bool) -> None:
    journey = Journey(client).walk_to("controle")
    sector, check = journey.at(step_of("sector")), journey.at("controle")
    answer = {"sector": ["natuursteen" if is_sound else "weg"]}
    words = {"title": "Lonen" if is_sound else "x" * 121}

    for address in (sector, f"{sector}?wijzig", f"{sector}?wijzig&fout", f"{sector}?fout=sector.weg"):
        assert client.post(address, journey.form(step_of("sector"), answer, button)).status_code == 302
    for address in (f"{check}?fout", f"{check}?veranderd=thema", check):
        assert client.post(address, journey.form("controle", words, button)).status_code == 302


def snapshot() -> tuple[Any, ...]:
    rows = list(Consultation.objects.values_list()), list(StepAnswers.objects.values_list())
    return (Consultation.objects.count(), rows)


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


def error_of(question: str) -> str:
    return real_catalogue().questions[question].error_text
