"""Several who work with one plan at the same moment: nothing that was acknowledged is lost."""

from functools import partial

import pytest
from django.test import Client

from dialoog.plan.models import MOST_OWN, PlannedAction
from dialoog.wizard.models import Consultation
from tests.journey import Journey
from tests.plan.planning import add, plan_at, send, slugs
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
WRITERS = 6


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish()


def post(address: str, **values: str) -> int:
    return Client(raise_request_exception=False).post(address, values).status_code


def test_two_who_tick_the_same_action_both_have_it_done(journey: Journey) -> None:
    address = f"{plan_at(journey)}actie/{slugs()[0]}/"

    assert at_once(*[partial(post, address, done="ja")] * WRITERS) == [302] * WRITERS
    assert PlannedAction.objects.get().is_done


def test_who_write_different_fields_of_one_action_lose_nothing(journey: Journey) -> None:
    address = f"{plan_at(journey)}actie/{slugs()[0]}/"
    work = [{"who": "Els"}, {"note": "Bel eerst"}, {"done": "ja"}]

    assert at_once(*[partial(post, address, **values) for values in work]) == [302] * 3
    kept = PlannedAction.objects.get()
    assert (kept.who, kept.note, kept.is_done) == ("Els", "Bel eerst", True)


def test_of_two_texts_for_one_field_one_is_kept_and_the_other_told(journey: Journey) -> None:
    address = f"{plan_at(journey)}actie/{slugs()[0]}/"
    texts = [f"Van {number}" for number in range(WRITERS)]

    answers = at_once(*[partial(post, address, note=text) for text in texts])

    assert sorted(answers) == [302] + [409] * (WRITERS - 1)
    assert PlannedAction.objects.get().note == texts[answers.index(302)]


def test_many_who_add_at_once_stay_within_what_there_may_be(journey: Journey) -> None:
    for number in range(MOST_OWN - 2):
        add(journey, text=f"Actie {number}")

    answers = at_once(*[partial(post, f"{plan_at(journey)}eigen/", text=f"Laatste {n}") for n in range(WRITERS)])

    assert sorted(answers) == [302] * 2 + [409] * (WRITERS - 2)
    assert PlannedAction.objects.count() == MOST_OWN


def test_deleting_the_run_at_the_same_moment_leaves_nothing(client: Client) -> None:
    for _ in range(4):
        journey = Journey(client).finish()
        address = f"{plan_at(journey)}actie/{slugs()[0]}/"
        work = [partial(post, address, done="ja"), partial(post, f"{plan_at(journey)}eigen/", text="Nog iets")]

        *others, deleted = at_once(*work, *work, partial(post, f"/advies/{journey.token}/verwijderen/"))

        assert deleted == 302
        assert set(others) <= {302, 404}
        assert not Consultation.objects.exists()
        assert not PlannedAction.objects.exists()


def test_a_change_while_an_action_is_deleted_is_kept_or_told(journey: Journey) -> None:
    add(journey, text="Koop taart")
    key = PlannedAction.objects.get().key

    changed, deleted = at_once(
        lambda: send(journey, key, note="Met slagroom").status_code,
        partial(post, f"{plan_at(journey)}actie/{key}/verwijderen/"),
    )

    assert deleted == 302
    assert changed in (302, 410)
    assert not PlannedAction.objects.exists()
