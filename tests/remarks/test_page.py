"""The page on which the owner of a finished run writes remarks, and where these are found again."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dialoog.insight.models import DayCount
from dialoog.report.consultations import build_consultation_report, is_news
from dialoog.report.download import render_html
from dialoog.report.editions import Edition
from dialoog.wizard.models import Consultation, StepAnswers
from dialoog.wizard.remarks import MOST
from dialoog.wizard.run import Run
from tests.journey import Journey
from tests.remarks.writing import kept, open_page, page_at, seen_of, write

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

MINE = "Opmerking van de maker"


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen")


def run() -> Consultation:
    return Consultation.objects.with_release().get()


def html_of(edition: Edition) -> str:
    return render_html(build_consultation_report(Run.of(run())), edition)


def test_a_remark_is_kept_and_stands_with_its_answer(journey: Journey) -> None:
    before = journey.client.get(journey.url).content.decode()

    answer = write(journey, doelen="Els zocht dit uit.\r\nZie het <b>plan</b>.")

    assert answer.url == f"{page_at(journey)}?bewaard"
    assert kept() == {"doelen": "Els zocht dit uit.\nZie het <b>plan</b>."}
    words = f"{MINE}: <bdi>Els zocht dit uit.<br>Zie het &lt;b&gt;plan&lt;/b&gt;.</bdi>"
    for page in (journey.client.get(journey.url), Client().get(journey.shared)):
        assert page.content.decode().count(words) == 1
    assert MINE not in before
    assert ">\nEls zocht dit uit.\nZie het &lt;b&gt;plan&lt;/b&gt;.</textarea>" in open_page(journey)
    assert "Je opmerkingen zijn bewaard." in journey.client.get(answer.url).content.decode()


def test_the_dossier_has_it_and_the_short_pdf_stays_what_it_was(journey: Journey) -> None:
    short = html_of(Edition.ADVICE)

    write(journey, doelen="Kwikstaart 漢")

    assert f"{MINE}: <bdi>Kwikstaart □</bdi>" in html_of(Edition.DOSSIER)
    assert html_of(Edition.ADVICE) == short


def test_the_owner_gets_there_from_the_page_to_manage_and_readers_nowhere(journey: Journey) -> None:
    manage = journey.client.get(f"/advies/{journey.token}/beheren/").content.decode()

    assert f'href="{page_at(journey)}"' in manage
    assert Client().get(f"{journey.shared}opmerkingen/").status_code == 404


def test_every_question_that_was_asked_has_a_field_with_its_answer(journey: Journey) -> None:
    page = open_page(journey)
    asked = Run.of(run()).asked

    assert page.count("<textarea") == len(asked) > 8
    for question in asked:
        assert f'name="opmerking.{question.slug}"' in page
    assert Run.of(run()).labels(asked[0])[0] in page


def test_nothing_that_was_concluded_or_counted_changes(journey: Journey) -> None:
    def told() -> list[object]:
        consultation = run()
        advice = (
            consultation.advice.data,
            list(StepAnswers.objects.order_by("pk").values_list("step", "answers", "saved_at")),
        )
        counts = list(DayCount.objects.order_by("pk").values())
        return [*advice, counts, is_news(consultation), Run.of(consultation).seen, consultation.counted_at]

    journey.client.get(journey.url)
    before = told()

    write(journey, doelen="Anders", sector="Twijfel")

    assert told() == before


def test_a_change_moves_the_date_but_not_beyond_the_last_day(journey: Journey) -> None:
    soon = timezone.now() + timedelta(days=3)
    Consultation.objects.update(expires_at=soon)

    write(journey, doelen="")
    assert run().expires_at == soon
    write(journey, doelen="Later")

    assert run().expires_at > timezone.now() + timedelta(days=settings.DIALOOG_RETENTION_DAYS - 1)
    Consultation.objects.update(completed_at=timezone.now() - timedelta(days=360), expires_at=soon)
    write(journey, doelen="Nog later", seen=seen_of(open_page(journey)))
    assert run().expires_at < timezone.now() + timedelta(days=6)


def test_what_is_emptied_is_gone(journey: Journey) -> None:
    write(journey, doelen="Weg ermee", sector="Blijft")

    write(journey, doelen=" \u200b ", seen=seen_of(open_page(journey)))

    assert kept() == {"sector": "Blijft"}
    assert "Weg ermee" not in journey.client.get(journey.url).content.decode()


def test_one_that_is_too_long_is_told_and_comes_back_as_it_was_typed(journey: Journey) -> None:
    long = "x" * (MOST + 1) + "slot" + "y" * 100_000

    answer = write(journey, doelen=long, sector="Kort")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fout: " in page
    assert 'href="#opmerking-doelen"' in page
    assert 'aria-invalid="true"' in page
    assert f">\n{long}</textarea>" in page
    assert ">\nKort</textarea>" in page
    assert kept() == {}
    assert write(journey, doelen="é" * MOST).status_code == 302


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\0b\x07c", "abc"),
        ("\u202eomgekeerd", "\u202eomgekeerd"),
        ("حوار مع النقابة", "حوار مع النقابة"),
        ("een\ttab\r\n\r\nen\rmeer", "een tab\n\nen\nmeer"),
        ("\u200b\u2060\n", ""),
        ("a\n" * 60, "a\n" * 40 + " ".join("a" * 20)),
        ("{{ token }} {% url %}", "{{ token }} {% url %}"),
    ],
)
def test_whatever_is_typed_is_a_text(journey: Journey, typed: str, stands: str) -> None:
    write(journey, doelen=typed)

    assert kept().get("doelen", "") == stands
    page = journey.client.get(journey.url).content.decode()
    assert "<script>alert" not in page
    assert (MINE in page) is bool(stands)
    for edition in (Edition.DOSSIER, Edition.ADVICE):
        assert "\u202e" not in html_of(edition)


def test_what_the_pdf_cannot_show_is_told_at_the_field(journey: Journey) -> None:
    write(journey, doelen="Met 漢字")

    page = open_page(journey)
    assert '<p class="notice" id="opmerking-doelen-melding">In de pdf kunnen we deze tekens niet tonen: 漢, 字.' in page
    assert 'aria-describedby="opmerking-doelen-melding opmerking-doelen-uitleg"' in page


def test_two_tabs_that_write_at_other_answers_lose_nothing(journey: Journey) -> None:
    seen = seen_of(open_page(journey))

    write(journey, seen, doelen="Een", sector="")
    write(journey, seen, doelen="", sector="Twee")

    assert kept() == {"doelen": "Een", "sector": "Twee"}


def test_of_two_texts_for_one_answer_both_are_shown_and_saving_again_is_a_choice(journey: Journey) -> None:
    seen = seen_of(open_page(journey))
    write(journey, seen, doelen="Van de één", sector="Ook van de één")

    answer = write(journey, seen, doelen="Van de ander", sector="", thema="Erbij")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert kept() == {"doelen": "Van de één", "sector": "Ook van de één"}
    assert "Intussen staat er: <bdi>Van de één</bdi>" in page
    for text in ("Van de ander", "Ook van de één", "Erbij"):
        assert f">\n{text}</textarea>" in page
    chosen = {"doelen": "Van de ander", "sector": "Ook van de één", "thema": "Erbij"}
    write(journey, seen_of(page), **chosen)
    assert kept() == chosen


def test_a_form_that_does_not_say_what_it_showed_writes_over_nothing(journey: Journey) -> None:
    write(journey, doelen="Blijft")

    assert write(journey, doelen="Anders").status_code == 409
    assert write(journey, "doelen:onzin x :::", doelen="Anders").status_code == 409
    assert kept() == {"doelen": "Blijft"}


def test_a_question_that_is_none_is_passed_over(journey: Journey) -> None:
    answer = write(journey, bestaat_niet="Hoi", seen="")

    assert answer.status_code == 302
    assert kept() == {}


def test_a_run_that_is_not_finished_goes_on_with_its_questions(client: Client) -> None:
    journey = Journey(client).walk_to("controle")

    assert client.get(page_at(journey)).url == f"/advies/{journey.token}/"
    assert write(journey, doelen="Hoi").url == f"/advies/{journey.token}/"
    assert kept() == {}


def test_in_english_it_is_in_english(journey: Journey) -> None:
    address = f"/en/advice/{journey.token}/remarks/"
    assert journey.client.post(address, {"opmerking.doelen": "Els zocht dit uit."}).url == f"{address}?bewaard"

    page = journey.client.get(address).content.decode()
    report = journey.client.get(f"/en/advice/{journey.token}/report/").content.decode()
    refused = journey.client.post(address, {"opmerking.sector": "x" * 1001}).content.decode()

    assert "Remarks with your answers" in page
    assert "Remark by the maker: <bdi>Els zocht dit uit.</bdi>" in report
    assert "Use at most 1000 characters in your remark." in refused


def test_a_save_asks_as_much_of_the_database_with_one_remark_as_with_ten(journey: Journey) -> None:
    asked = [question.slug for question in Run.of(run()).asked][:10]
    with CaptureQueriesContext(connection) as one:
        write(journey, **{asked[0]: "Een"})
    with CaptureQueriesContext(connection) as ten:
        write(journey, seen_of(open_page(journey)), **dict.fromkeys(asked, "Twee"))

    assert len(one) < 14
    assert len(ten) - len(one) <= len(Run.of(run()).steps) + 2  # a step each, and the page that was opened
