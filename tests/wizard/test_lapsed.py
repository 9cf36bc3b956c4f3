"""An answer that can no longer be chosen: the question opens again and says so, and all else stays."""

from typing import Any

import pytest
from django.test import Client

from dialoog.wizard.models import Consultation, StepAnswers
from tests.builders import build_option, build_question
from tests.journey import Journey
from tests.wizard.content import PARTIES, build_parties, build_short_document, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NO_LONGER_FITS = "Je koos eerder ‘Bond’. Dat past niet meer bij je andere antwoorden. Kies opnieuw."
GONE = "Een antwoord dat je eerder koos, bestaat niet meer. Kies opnieuw."
REST = " Wat je verder koos, staat er nog."


@pytest.fixture
def content() -> Any:
    return publish(build_short_document())


@pytest.fixture
def journey(client: Client, content: Any) -> Journey:
    """On the check page of the short questionnaire."""
    return walk(Journey(client), partijen=["bond"])


def walk(journey: Journey, **changes: list[str]) -> Journey:
    answers = {"doelen": ["kennis"], "plaats": ["productieland"], **changes}
    while journey.step != "controle":
        journey.send({journey.step: answers[journey.step]})
    return journey


def begin_anew(journey: Journey) -> Journey:
    """From the report, as its button does."""
    resume = journey.client.post(f"/advies/{journey.token}/opnieuw/").url
    journey.url = journey.client.get(resume).url
    return journey


def go_to_change(journey: Journey, question: str, answer: list[str]) -> Any:
    journey.send({}, f"wijzig:{question}")
    return journey.send({question: answer})


def notices(journey: Journey) -> list[str]:
    return [notice for _id, notice in journey.client.get(journey.url).context["notices"]]


def errors(journey: Journey) -> list[str]:
    return [error for _id, error in journey.client.get(journey.url).context["errors"]]


def ticked(journey: Journey) -> list[str]:
    questions = journey.client.get(journey.url).context["questions"]
    return [option.value for question in questions for option in question.options if option.is_checked]


def saved(question: str) -> list[str]:
    return list(StepAnswers.objects.get(step=question).answers[question])


def test_a_change_that_takes_an_option_away_leads_to_the_question_and_says_which_one(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])

    assert journey.url == journey.at("partijen") + "?wijzig"
    assert notices(journey) == [NO_LONGER_FITS]
    assert ticked(journey) == []
    assert NO_LONGER_FITS in journey.client.get(journey.url).content.decode()


def test_walking_forward_after_a_change_stops_at_the_question(client: Client, content: Any) -> None:
    journey = walk(Journey(client), partijen=["bond"])
    journey.send({}, "terug")
    journey.send({"partijen": ["bond"]}, "terug")
    assert journey.step == "plaats"

    journey.send({"plaats": ["nederland"]})

    assert journey.step == "partijen"
    assert notices(journey) == [NO_LONGER_FITS]


def test_answering_anew_leads_back_to_the_check_page(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])

    journey.send({"partijen": ["branche"]})

    assert journey.step == "controle"
    assert notices(journey) == []
    assert saved("partijen") == ["branche"]


def test_of_two_options_the_other_stays_ticked(client: Client, content: Any) -> None:
    journey = walk(Journey(client), partijen=["bond", "adviseur"])

    go_to_change(journey, "plaats", ["nederland"])

    assert journey.step == "partijen"
    assert notices(journey) == [NO_LONGER_FITS + REST]
    assert ticked(journey) == ["adviseur"]
    journey.send({"partijen": ["adviseur"]})
    assert journey.step == "controle"


def test_two_options_that_no_longer_fit_are_both_named(client: Client) -> None:
    needing = [{**option, "needs": ["plaats.productieland"]} for option in PARTIES[:2]]
    publish(build_short_document(parties=build_parties(*needing, *PARTIES[2:])))
    journey = walk(Journey(client), partijen=["bond", "buren"])

    go_to_change(journey, "plaats", ["nederland"])

    assert "‘Bond’ en ‘Buren’. Die antwoorden passen niet meer" in notices(journey)[0]


def test_nothing_else_is_lost(client: Client, content: Any) -> None:
    journey = walk(Journey(client), partijen=["bond"])
    journey.send({"title": "Lonen", "region": "Kenia"}, "wijzig:plaats")

    journey.send({"plaats": ["nederland"]})

    assert saved("doelen") == ["kennis"]
    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen"


def test_the_check_page_shows_the_question_as_open(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])

    journey.send({}, "terug")
    page = journey.client.get(journey.url)

    assert journey.step == "controle"
    assert page.context["notices"] == [("wijzig-partijen", "partijen?")]
    assert f"Nog open. {NO_LONGER_FITS}" in page.content.decode()
    rows = {row.slug: (row.labels, row.is_open) for _step, rows in page.context["answered"] for row in rows}
    assert rows == {"doelen": (["Kennis"], False), "plaats": (["Nederland"], False), "partijen": ([], True)}


def test_the_advice_waits_for_the_answer(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])
    check = journey.at("controle")

    response = journey.client.post(check, journey.form("controle", {"title": "Lonen"}, "toon"))

    assert response.url == journey.at("partijen") + "?wijzig"
    assert Consultation.objects.get().completed_at is None
    assert StepAnswers.objects.get(step="controle").answers["title"] == "Lonen"


def test_the_advice_waits_also_where_something_of_the_answer_still_stands(client: Client, content: Any) -> None:
    journey = walk(Journey(client), partijen=["bond", "adviseur"])
    go_to_change(journey, "plaats", ["nederland"])

    journey.client.post(journey.at("controle"), journey.form("controle", {}, "toon"))

    assert Consultation.objects.get().completed_at is None


@pytest.mark.parametrize("chosen", [["bond"], ["bond", "adviseur"]])
def test_changing_the_other_answer_back_brings_it_back(client: Client, content: Any, chosen: list[str]) -> None:
    journey = walk(Journey(client), partijen=chosen)
    go_to_change(journey, "plaats", ["nederland"])
    journey.send({"partijen": ticked(journey)}, "terug")
    assert journey.step == "controle"

    go_to_change(journey, "plaats", ["productieland"])

    assert journey.step == "controle"
    assert notices(journey) == []
    assert saved("partijen") == chosen


def test_who_chooses_something_else_and_goes_back_has_chosen_that(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])

    journey.send({"partijen": ["branche"]}, "terug")

    assert saved("partijen") == ["branche"]
    assert notices(journey) == []


def test_sending_nothing_is_an_error_and_still_says_what_happened(journey: Journey) -> None:
    go_to_change(journey, "plaats", ["nederland"])

    page = journey.refused({"partijen": []})

    assert [text for _id, text in page.context["errors"]] == ["Kies partijen."]
    assert NO_LONGER_FITS in page.content.decode()
    assert saved("partijen") == ["bond"]


def test_a_tab_that_still_shows_the_option_is_told_which_one_went(journey: Journey) -> None:
    form = journey.form("partijen", {"partijen": ["bond", "adviseur"]})
    go_to_change(journey, "plaats", ["nederland"])
    journey.send({"partijen": ["branche"]})

    journey.url = journey.client.post(journey.at("partijen"), form).url

    assert journey.url == journey.at("partijen") + "?fout=partijen.bond"
    assert errors(journey) == [NO_LONGER_FITS + REST]
    assert ticked(journey) == saved("partijen") == ["adviseur"]
    assert errors(journey) == [NO_LONGER_FITS + REST]


def test_what_lapsed_is_no_mistake_of_who_left_it_as_it_was(client: Client) -> None:
    document = build_short_document(build_question("band", "inkoop", step="partijen"))
    publish(document)
    journey = Journey(client)
    for answers in (
        {"doelen": ["kennis"]},
        {"plaats": ["productieland"]},
        {"band": ["inkoop"], "partijen": ["bond", "adviseur"]},
    ):
        journey.send(answers)
    go_to_change(journey, "plaats", ["nederland"])

    journey.refused({"band": [], "partijen": ["adviseur"]})

    assert errors(journey) == ["Kies band."]
    assert saved("partijen") == ["bond", "adviseur"]


def test_a_main_goal_that_is_no_longer_a_goal_is_told_too(client: Client, content: Any) -> None:
    document = build_short_document()
    for name in ("doelen", "hoofddoel"):
        question = next(q for q in document["questions"] if q["slug"] == name)
        question["options"] = [build_option(slug) for slug in ("kennis", "toegang", "logistiek")]
    document["goals"].append({**document["goals"][0], "slug": "logistiek", "number": 3})
    publish(document)
    journey = walk(Journey(client), doelen=["kennis", "toegang"], hoofddoel=["kennis"], partijen=["geen"])

    go_to_change(journey, "doelen", ["toegang", "logistiek"])

    assert journey.step == "hoofddoel"
    assert "‘Kennis’" in notices(journey)[0]


def test_a_new_run_says_that_an_answer_no_longer_exists(journey: Journey) -> None:
    journey.send({"title": "Lonen"}, "toon")
    publish(build_short_document(parties=build_parties(*PARTIES[1:])))

    begin_anew(journey)

    assert journey.url == journey.at("partijen") + "?wijzig"
    assert notices(journey) == [GONE]
    assert GONE in journey.client.get(journey.url).content.decode()
    journey.send({"partijen": ["geen"]})
    assert journey.step == "controle"
    assert journey.client.get(journey.url).context["cover"][0].value == "Lonen"


def test_a_new_run_is_also_told_where_something_of_the_answer_still_exists(client: Client, content: Any) -> None:
    journey = walk(Journey(client), partijen=["bond", "adviseur"])
    journey.send({}, "toon")
    publish(build_short_document(parties=build_parties(*PARTIES[1:])))

    begin_anew(journey)

    assert journey.step == "partijen"
    assert notices(journey) == [GONE + REST]
    assert ticked(journey) == ["adviseur"]


def test_the_old_report_stays_as_it_was(journey: Journey) -> None:
    journey.send({}, "toon")
    report = journey.url
    publish(build_short_document(parties=build_parties(*PARTIES[1:])))

    begin_anew(journey)

    assert "Bond" in str(journey.client.get(report).context["report"].answers)


def test_a_question_that_is_gone_is_not_asked_for(journey: Journey) -> None:
    journey.send({}, "toon")
    publish(build_short_document(parties=build_question("anders", "ja", "nee")))

    begin_anew(journey)

    assert journey.step == "anders"
    assert notices(journey) == []


def test_a_first_look_at_a_question_has_no_notice(client: Client, content: Any) -> None:
    journey = Journey(client)

    page = journey.client.get(journey.url)

    assert page.context["notices"] == []
    assert "notice-summary" not in page.content.decode()
