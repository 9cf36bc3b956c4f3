"""Many at once: every event counts, once, and nobody waits for each other for ever."""

from functools import partial

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from dialoog.insight.counting import Move, count_moved
from dialoog.insight.vocabulary import CountKind, Place
from dialoog.report.opinions import OpinionForm
from dialoog.wizard.counts.settling import settle
from dialoog.wizard.models import Consultation
from tests.insight.counts import counted
from tests.journey import Journey
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
WRITERS = 8


def test_the_first_runs_of_a_day_are_all_counted() -> None:
    at_once(*[lambda: Journey(Client())] * WRITERS)

    assert counted(CountKind.BEGUN) == {"": WRITERS}
    assert sum(counted(CountKind.PLACE).values()) == WRITERS


def test_ten_clicks_on_finish_count_once(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    form = journey.form("controle", {}, "toon")

    at_once(*[lambda: Client().post(journey.url, form)] * 10)

    assert counted(CountKind.COMPLETED) == {"": 1}
    assert counted(CountKind.GOAL) == {"toegang": 1}
    assert counted(CountKind.PLACE) == {Place.COMPLETED: 1}


def test_runs_that_pass_each_other_both_arrive() -> None:
    today = timezone.localdate()
    count_moved(Move(today, "", place) for place in ("a", "b") for _ in range(WRITERS))

    def walk(*steps: str) -> None:
        for _ in range(20):
            for before, after in (steps, steps[::-1]):
                with transaction.atomic():
                    count_moved([Move(today, before, after)])

    done = at_once(*[partial(walk, "a", "b"), partial(walk, "b", "a")] * (WRITERS // 2))

    assert done == [None] * WRITERS
    assert counted(CountKind.PLACE) == {"a": WRITERS, "b": WRITERS}


def test_settling_among_visitors_counts_each_run_once_where_it_stands() -> None:
    def walk() -> None:
        Journey(Client()).walk_to("controle")

    at_once(*[walk] * 4, *[lambda: [settle() for _ in range(20)]] * 2)
    shown = counted(CountKind.PLACE)
    settle()

    assert shown == counted(CountKind.PLACE) == {Place.CHECK: 4}
    assert counted(CountKind.BEGUN) == {"": 4}
    assert not Consultation.objects.filter(moved_from__isnull=False).exists()


def test_tabs_that_answer_at_the_same_moment_count_one_run(client: Client) -> None:
    journey = Journey(client)
    form = journey.form(journey.step, {"doelen": ["toegang"]})

    at_once(*[lambda: Client().post(journey.url, form)] * WRITERS)

    assert sum(counted(CountKind.PLACE).values()) == 1


def test_a_double_click_is_one_opinion(client: Client) -> None:
    Journey(client).finish()
    run = Consultation.objects.get()

    def say() -> None:
        form = OpinionForm({"opinion": "ja"})
        assert form.is_valid()
        form.keep(run)

    at_once(*[say] * WRITERS)

    assert counted(CountKind.USEFUL) == {"ja": 1}
