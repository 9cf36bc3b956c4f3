"""Whether something changed for a report: the same advice, another, or none without a new answer; and for whom."""

from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import republish
from dialoog.news.since import Since, Verdict
from dialoog.report.models import KeptAdvice
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.builders import build_question, real_document
from tests.compare.reports import finish
from tests.journey import Journey
from tests.news.releases import again, release, with_caution, with_other_advice
from tests.wizard.content import build_parties, build_short_document, publish
from tests.words.dutch import dutch_in
from tests.words.test_no_dutch import names

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

REDO = "Bekijk mijn antwoorden met de nieuwe inhoud"


def of_owner(journey: Journey) -> str:
    return f"/advies/{journey.token}/veranderd/"


def of_reader(journey: Journey) -> str:
    return f"{journey.shared}veranderd/"


def ask(address: str) -> tuple[Since, str]:
    response = Client().get(address)
    assert response.status_code == 200
    return response.context["since"], response.content.decode()


def finish_short(**answers: list[str]) -> Journey:
    """On the current release, which is a short one."""
    journey = Journey(Client())
    given = {"doelen": ["kennis"], "plaats": ["nederland"], "partijen": ["buren"], **answers}
    while journey.step != "controle":
        journey.send({journey.step: given[journey.step]})
    return journey.finish(title="Kort")


def test_on_the_newest_release_nothing_changed() -> None:
    since, page = ask(of_owner(finish()))

    assert since.verdict is Verdict.NOTHING_NEW
    assert "Nee. De inhoud van de gids is nog dezelfde" in page
    assert REDO not in page


def test_a_release_that_came_back_with_the_same_content_is_nothing_new() -> None:
    journey = finish()
    republish(Release.objects.get(pk=current_release().pk))

    assert ask(of_owner(journey))[0].verdict is Verdict.NOTHING_NEW


def test_the_same_advice_says_no_and_what_changed_around_it() -> None:
    journey = finish()
    release(with_caution())
    again(3)

    since, page = ask(of_owner(journey))

    assert (since.verdict, since.comparison) == (Verdict.SAME, None)
    assert "Nee. Met dezelfde antwoorden krijg je nog hetzelfde advies." in page
    assert page.index("Wat er in de hele gids veranderde") < page.index("<li>Bel eerst even.</li>")
    assert "uitgave 1 en uitgave 5" in page


def test_a_change_that_no_visitor_sees_is_said_to_be_that() -> None:
    journey, document = finish(), deepcopy(real_document())
    document["facts"][0]["left_out"] = "Daarom."
    release(document)

    assert "daarin verandert niets dat je ziet" in ask(of_owner(journey))[1]


def test_another_weight_without_another_place_is_hardly_anything() -> None:
    journey, document = finish(), deepcopy(real_document())
    for rule in document["rules"]:
        for row in rule["partners"]:
            row["weight"] *= 2
    release(document)

    since, page = ask(of_owner(journey))

    assert since.verdict is Verdict.RECOUNTED
    assert "Bijna niets." in page


def test_another_advice_says_who_moved_and_why() -> None:
    journey = finish()
    release(with_other_advice())

    since, page = ask(of_owner(journey))

    assert since.verdict is Verdict.OTHER
    assert "Ja. Met dezelfde antwoorden krijg je nu een ander advies." in page
    assert "Lokale vakbond</strong>" in page
    assert "staat in het advies van toen, niet in het advies van nu" in page
    assert 'role="table"' in page
    assert since.comparison is not None
    assert [(column.letter, str(column.cover.title), column.release) for column in since.comparison.columns] == [
        ("toen", "Lonen", 1),
        ("nu", "Met de inhoud van nu", 2),
    ]


def test_the_notice_on_the_report_leads_here() -> None:
    journey = finish()
    release(with_other_advice())
    page = journey.client.get(f"/advies/{journey.token}/rapport/").content.decode()

    assert page.count(f'href="{of_owner(journey)}"') == 2
    assert f'href="{of_reader(journey)}"' in Client().get(journey.shared).content.decode()


def test_owner_and_reader_see_the_same_and_the_owner_begins_anew() -> None:
    journey = finish()
    release(with_other_advice())

    owner, reader = ask(of_owner(journey)), ask(of_reader(journey))

    assert owner[0].verdict is reader[0].verdict is Verdict.OTHER
    assert REDO in owner[1]
    assert f'action="/advies/{journey.token}/opnieuw/"' in owner[1]
    assert REDO not in reader[1]
    assert journey.token not in reader[1]


def test_a_question_that_is_gone_is_named_and_the_rest_is_worked_out() -> None:
    publish(build_short_document(build_question("haast", "ja", "nee")))
    journey = finish_short(haast=["ja"])
    publish(build_short_document())

    since, page = ask(of_owner(journey))

    assert since.verdict is Verdict.SAME
    assert [question.slug for question in since.gone] == ["haast"]
    assert "Deze vragen stelt de gids niet meer" in page
    assert "<li>haast?</li>" in page


def test_a_new_question_is_named_and_nothing_is_concluded() -> None:
    publish(build_short_document())
    journey = finish_short()
    publish(build_short_document(build_question("haast", "ja", "nee")))

    since, page = ask(of_owner(journey))

    assert (since.verdict, since.comparison) == (Verdict.OPEN, None)
    assert [(question.text, question.why) for question in since.open] == [("haast?", "Deze vraag is nieuw.")]
    assert "Dat is nog niet te zeggen." in page
    assert REDO in page


@pytest.mark.parametrize("given", [["buren"], ["buren", "branche"]], ids=["the only answer", "one of two"])
def test_an_option_that_is_gone_is_named_and_nothing_is_concluded(given: list[str]) -> None:
    publish(build_short_document())
    journey = finish_short(partijen=given)
    options = [option for option in build_parties()["options"] if option["slug"] != "buren"]
    publish(build_short_document(parties=build_parties(*options)))

    since, page = ask(of_owner(journey))

    assert since.verdict is Verdict.OPEN
    assert [question.why for question in since.open] == ["Een antwoord dat hier gekozen was, bestaat niet meer."]
    assert "partijen?" in page


def test_a_run_of_older_code_is_concluded_from_its_answers() -> None:
    journey = finish()
    KeptAdvice.objects.all().delete()
    release(with_caution())

    assert ask(of_owner(journey))[0].verdict is Verdict.SAME


def test_a_report_on_a_document_of_an_older_form_is_compared() -> None:
    old = deepcopy(real_document())
    for collection in ("translations", "verdicts", "signposts"):
        del old[collection]
    for record, name in [(r, "form") for r in old["document_templates"]] + [
        (r, "sector") for r in old["organisations"]
    ]:
        del record[name]
    release(old)
    journey = finish()
    release(real_document())

    since, page = ask(of_owner(journey))

    assert since.verdict is Verdict.SAME
    assert page.count("regels of stukken uitleg") == 1


def test_a_link_that_ended_is_dead_and_one_that_is_under_way_goes_on() -> None:
    journey, other, halfway = finish(), finish(), Journey(Client()).walk_to("thema")
    read = of_reader(journey)
    journey.client.post(f"/advies/{journey.token}/deellink/stop/")
    other.client.post(f"/advies/{other.token}/verwijderen/")

    assert Client().get(read).status_code == 404
    assert Client().get(of_owner(other)).status_code == 404
    assert Client().get(of_owner(halfway)).status_code == 302
    assert Client().post(of_owner(journey)).status_code == 405


def test_a_run_that_is_deleted_while_one_looks_is_a_dead_link(monkeypatch: pytest.MonkeyPatch) -> None:
    journey = finish()
    KeptAdvice.objects.all().delete()
    of = Run.of

    def too_late(consultation: Consultation) -> Run:
        Consultation.objects.filter(pk=consultation.pk).delete()
        return of(consultation)

    monkeypatch.setattr(Run, "of", too_late)

    assert Client().get(of_owner(journey)).status_code == 404


def test_it_is_kept_nowhere_and_writes_nothing() -> None:
    journey = finish()
    release(with_other_advice())
    with CaptureQueriesContext(connection) as first:
        Client().get(of_owner(journey))
    with CaptureQueriesContext(connection) as again:
        response = Client().get(of_owner(journey))

    assert "no-store" in response["Cache-Control"]
    assert not [query for query in first.captured_queries if not query["sql"].startswith("SELECT")]
    assert len(again) <= 4
    assert not any('"document"' in query["sql"] for query in again.captured_queries)
    assert Client().head(of_owner(journey)).status_code == 200


def test_in_english_it_is_english() -> None:
    journey = finish(title="Wages")
    share = journey.shared.split("/")[2]
    addresses = (f"/en/advice/{journey.token}/changed/", f"/en/report/{share}/changed/")
    pages = [ask(address)[1] for address in addresses]
    release(with_other_advice())
    pages += [ask(address)[1] for address in addresses]

    assert "Has anything changed for this report?" in pages[0]
    assert "Yes. With the same answers you would now get different advice." in pages[-1]
    assert [dutch_in(page, names()) for page in pages] == [[]] * 4


def test_open_questions_are_said_in_the_language_of_the_page() -> None:
    publish(build_short_document())
    journey = finish_short()
    publish(build_short_document(build_question("haast", "ja", "nee")))

    page = ask(f"/en/advice/{journey.token}/changed/")[1]

    assert '<strong><span lang="nl">haast?</span></strong>' in page
    assert "This question is new." in page
