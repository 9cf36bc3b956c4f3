"""Opening by a code: where it leads, what is said when it does not, and how often somebody may try."""

import logging
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings

from dialoog.handover.opening import DEAD, NO_CODE, REFERENCE
from dialoog.limits.allowance import Kind
from dialoog.limits.models import Tally
from dialoog.wizard.models import Consultation
from tests.handover.handing import OPEN, code_of, errors, finish, finish_with_code, hand_over, type_code
from tests.together import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

OFFICE, OTHER, WRONG = "203.0.113.7", "203.0.113.8", "K7M-3FX-9RT"


def limits(**most: int) -> Any:
    return override_settings(DIALOOG_LIMITS=dict.fromkeys(Kind, 1000) | most)


@pytest.fixture
def adviser() -> Client:
    return Client(REMOTE_ADDR=OFFICE)


def test_it_leads_to_the_report_in_the_language_of_who_opens_it() -> None:
    journey, code = finish_with_code()
    assert f'href="{OPEN}"' in Client().get("/").content.decode()

    assert type_code(code.lower().replace("-", " ")).url == journey.shared
    assert type_code(code, page="/en/open/").url == journey.shared.replace("/rapport/", "/en/report/")
    assert Client().get(journey.shared).status_code == 200


def test_a_code_whose_y_was_typed_as_it_sounds_opens_too() -> None:
    journey = finish()
    hand_over(journey, "aan")
    while "Y" not in code_of(journey):
        hand_over(journey, "nieuw")

    assert type_code(code_of(journey).replace("Y", "ij")).url == journey.shared


def test_each_code_opens_its_own_report() -> None:
    (one, first), (other, second) = finish_with_code("Lonen"), finish_with_code("Haast")

    assert [type_code(code).url for code in (first, second)] == [one.shared, other.shared]


def test_wrong_and_ended_codes_are_answered_alike() -> None:
    journey, code = finish_with_code()
    hand_over(journey, "uit")

    never, ended = type_code(WRONG), type_code(code)

    assert never.status_code == ended.status_code == 422
    assert errors(never) == errors(ended) == [DEAD]
    assert f'value="{WRONG}"' in never.content.decode()
    assert "no-store" in never["Cache-Control"]


def test_who_types_the_reference_of_a_report_is_told_that_it_opens_nothing() -> None:
    finish_with_code()
    code = Consultation.objects.get().code

    assert errors(type_code(code)) == [REFERENCE]


FEW_OR_MANY = "Je vulde {} in. Een deelcode heeft er 9. Kijk wat er mist of te veel is."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", NO_CODE),
        ("🙂" * 9, NO_CODE),
        ("K" * 10_000, NO_CODE),
        ("K", FEW_OR_MANY.format("1 teken")),
        ("hallo", FEW_OR_MANY.format("5 tekens")),
        ("K7M-3FX-9RTK", FEW_OR_MANY.format("10 tekens")),
        ("/rapport/" + "a" * 32, FEW_OR_MANY.format("41 tekens")),
    ],
)
def test_what_is_no_code_is_told_and_costs_no_try(typed: str, said: str, adviser: Client) -> None:
    page = type_code(typed, adviser)

    assert page.status_code == 422
    assert errors(page) == [said]
    assert len(page.context["typed"]) <= 100
    assert not Tally.objects.exists()


def test_what_was_typed_stays_as_text_and_nobody_sees_a_nul() -> None:
    page = type_code('<b>"\x00\u202e').content.decode()

    assert 'value="&lt;b&gt;&quot;"' in page


def test_who_sends_no_field_is_asked_for_a_code(client: Client) -> None:
    assert errors(client.post(OPEN)) == [NO_CODE]


def test_after_too_many_wrong_codes_one_waits_and_the_link_still_works(adviser: Client) -> None:
    journey, code = finish_with_code()
    with limits(code=2):
        answers = [type_code(typed, adviser) for typed in (WRONG, WRONG, WRONG, code)]

        assert [answer.status_code for answer in answers] == [422, 422, 429, 429]
        assert 0 < int(answers[-1]["Retry-After"]) <= 600
        assert "Heb je de link naar het advies? Die werkt gewoon." in errors(answers[-1])[0]
        assert f'value="{code}"' in answers[-1].content.decode()
        assert adviser.get(journey.shared).status_code == 200
        assert type_code(code, Client(REMOTE_ADDR=OTHER)).status_code == 302


def test_a_right_code_costs_nothing(adviser: Client) -> None:
    _journey, code = finish_with_code()
    with limits(code=1, code_in_all=1):
        assert [type_code(code, adviser).status_code for _ in range(3)] == [302] * 3
        assert not Tally.objects.exists()
        assert type_code(WRONG, adviser).status_code == 422


def test_all_addresses_together_have_a_budget_too() -> None:
    """Also those that are not known, as of this very machine."""
    _journey, code = finish_with_code()
    with limits(code_in_all=2):
        guesses = [type_code(WRONG, Client(REMOTE_ADDR=address)).status_code for address in (OFFICE, "127.0.0.1")]

        assert guesses == [422, 422]
        assert type_code(code, Client(REMOTE_ADDR=OTHER)).status_code == 429


def test_one_address_cannot_use_up_the_budget_of_all() -> None:
    with limits(code=1, code_in_all=2):
        answers = [type_code(WRONG, Client(REMOTE_ADDR=address)).status_code for address in (*[OFFICE] * 4, OTHER)]

    assert answers == [422, 429, 429, 429, 422]


def test_who_cannot_be_counted_is_not_let_through(adviser: Client) -> None:
    _journey, code = finish_with_code()

    def no_count(execute: Any, sql: str, *rest: Any) -> Any:
        if "limits_tally" in sql:
            raise OperationalError("gone")
        return execute(sql, *rest)

    with connection.execute_wrapper(no_count):
        assert type_code(code, adviser).status_code == 503


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_do_not_slip_by() -> None:
    with limits(code=4):
        answers = at_once(*[lambda: type_code(WRONG, Client(REMOTE_ADDR=OFFICE)).status_code] * 8)

    assert sorted(answers) == [422] * 4 + [429] * 4


def test_the_log_says_what_happened_and_to_nobody(adviser: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "dialoog.access"), limits(code=1):
        journey, code = finish_with_code()
        hand_over(journey, "nieuw")
        for typed in (code_of(journey), code, code):
            type_code(typed, adviser)
        for _tab in range(2):
            hand_over(journey, "uit")
    lines = [record.getMessage() for record in caplog.records if record.name == "dialoog.access"]

    assert [line.partition(" from=")[0] for line in lines] == [
        f"sharing code {event}" for event in ("made", "replaced", "opened", "wrong", "refused", "ended")
    ]
    assert all(len(line.partition(" from=")[2]) == 10 for line in lines)
    secrets = (journey.token, journey.shared.split("/")[2], code, Consultation.objects.get().code, OFFICE)
    assert not any(secret in caplog.text for secret in secrets)


def test_the_page_asks_nothing_of_who_looks(client: Client) -> None:
    finish()
    page = client.get(OPEN)

    assert page.status_code == 200
    assert errors(page) == []
    assert not Tally.objects.exists()
