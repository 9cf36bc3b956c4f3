"""What visitors do changes the counts, once, and nothing else does."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.utils import timezone

from dialoog.insight.counting import count_pdf
from dialoog.insight.models import DayCount
from dialoog.insight.vocabulary import CountKind, Place
from dialoog.report import download
from dialoog.wizard.counts.settling import settle
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.builders import real_catalogue
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def step_of(question: str) -> str:
    return real_catalogue().questions[question].step


def places() -> dict[str, int]:
    return counted(CountKind.PLACE)


def test_beginning_counts_a_run_at_the_first_step(client: Client) -> None:
    Journey(client)
    Journey(client)

    assert counted(CountKind.BEGUN) == {"": 2}
    assert places() == {step_of("doelen"): 2}


def test_a_run_is_counted_where_it_stands(client: Client) -> None:
    journey = Journey(client)
    journey.answer_step()
    assert places() == {step_of("fase"): 1}

    journey.walk_to("controle")
    assert places() == {Place.CHECK: 1}


def test_looking_at_an_earlier_step_moves_nothing(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("sector"))
    client.get(journey.at(step_of("doelen")))
    journey.send({}, "terug")

    assert places() == {step_of("sector"): 1}


def test_an_answer_that_brings_new_questions_moves_a_run_back(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.url = journey.at(step_of("doelen")) + "?wijzig"

    journey.answer_step(doelen=["toegang", "efficientie"])

    assert places() == {step_of("hoofddoel"): 1}


def test_finishing_counts_the_run_and_its_goals(client: Client) -> None:
    answers = {"doelen": ["toegang", "efficientie"], "hoofddoel": ["toegang"], "zelfde_gesprek": ["ja"]}
    Journey(client).walk_to("controle", **answers).finish()

    assert counted(CountKind.COMPLETED) == {"": 1}
    assert counted(CountKind.GOAL) == {"toegang": 1, "efficientie": 1}
    assert places() == {Place.COMPLETED: 1}


def test_finishing_twice_counts_once(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    check = journey.url
    journey.send({}, "toon")
    client.post(check, journey.form("controle", {}, "toon"))

    assert counted(CountKind.COMPLETED) == {"": 1}
    assert counted(CountKind.GOAL) == {"toegang": 1}


def test_an_unfinished_run_that_is_finished_by_force_counts_nothing(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("thema"))

    client.post(journey.at("controle"), journey.form("controle", {}, "toon"))

    assert counted(CountKind.COMPLETED) == {}
    assert places() == {step_of("thema"): 1}


def test_doing_it_again_counts_as_another_run(client: Client) -> None:
    journey = Journey(client).finish()

    client.post(f"/advies/{journey.token}/opnieuw/")

    assert counted(CountKind.BEGUN) == {"": 2}
    assert places() == {Place.COMPLETED: 1, Place.CHECK: 1}


def test_a_run_that_ends_stays_counted_where_it_stopped(client: Client) -> None:
    journey = Journey(client).walk_to(step_of("sector"))

    client.post(f"/advies/{journey.token}/verwijderen/")

    assert counted(CountKind.BEGUN) == {"": 1}
    assert places() == {step_of("sector"): 1}


def test_a_run_is_counted_on_the_day_it_began_and_its_end_today(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    long_ago = timezone.now() - timedelta(days=30)
    Consultation.objects.update(begun_on=timezone.localdate(long_ago))

    journey.send({}, "toon")
    settle()

    days = {(count.day, count.kind) for count in DayCount.objects.filter(number__gt=0)}
    assert days == {
        (timezone.localdate(long_ago), CountKind.BEGUN),
        (timezone.localdate(long_ago), CountKind.PLACE),
        (timezone.localdate(), CountKind.COMPLETED),
        (timezone.localdate(), CountKind.GOAL),
    }


def test_a_tab_that_has_not_seen_the_other_counts_nothing_twice(client: Client) -> None:
    Journey(client)
    first, second = Run.of(Consultation.objects.get()), Run.of(Consultation.objects.get())

    first.save(step_of("doelen"), {"doelen": ["toegang"]})
    second.save(step_of("doelen"), {"doelen": ["kennis"]})
    second.save(step_of("fase"), {"fase": ["voorbereiden"], "plaats": ["productieland"]})
    first.save(step_of("doelen"), {"doelen": ["toegang"]})

    assert places() == {step_of("sector"): 1}


def test_a_pdf_is_counted_when_it_is_made(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "render", lambda *args, **kwargs: b"%PDF-1.7")
    journey = Journey(client).finish()
    make = f"{journey.url}pdf/advies/"

    client.post(make)
    client.post(make)

    assert counted(CountKind.PDF) == {"": 1}


def test_a_preview_counts_nothing(client: Client) -> None:
    client.force_login(User.objects.create_superuser("redactie"))
    step = f"/beheer/voorbeeld/stap/{step_of('doelen')}/"
    form: dict[str, Any] = {"guide_wizard-current_step": step_of("doelen"), f"{step_of('doelen')}-doelen": ["toegang"]}

    assert client.post(step, {**form, "knop": "volgende"}).status_code == 302
    assert not DayCount.objects.exists()


def test_nothing_of_one_run_is_in_the_counts(client: Client) -> None:
    Journey(client).finish(title="Geheim", organisation="Bedrijf", region="Kenia")
    run = Consultation.objects.get()
    settle()

    stored = str(list(DayCount.objects.values_list("day", "kind", "key", "number")))

    assert {field.name for field in DayCount._meta.get_fields()} == {"id", "day", "kind", "key", "number"}
    assert not any(word in stored for word in ("Geheim", "Bedrijf", "Kenia", run.code, run.token_hash))


def test_a_count_that_is_gone_breaks_nothing(client: Client) -> None:
    journey = Journey(client)
    settle()
    DayCount.objects.all().delete()

    journey.answer_step()
    settle()

    assert places() == {step_of("fase"): 1}


def test_counting_is_undone_with_what_it_counts() -> None:
    with transaction.atomic():
        count_pdf()
        transaction.set_rollback(True)

    assert not DayCount.objects.exists()
