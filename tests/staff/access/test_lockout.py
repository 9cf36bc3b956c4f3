"""Who guesses passwords waits, whoever it is; nobody learns from it which accounts there are."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from dialoog.staff.access.addresses import address_key
from tests.staff.access.people import make_user, try_password

EVENTS = [*["password refused"] * 5, "locked out", "logged in"]
pytestmark = [pytest.mark.django_db, pytest.mark.database]


def guess(username: str, times: int, address: str = "192.0.2.7") -> list[int]:
    return [try_password(Client(REMOTE_ADDR=address), username, "mis").status_code for _ in range(times)]


def enter(username: str = "eva", address: str = "192.0.2.7") -> int:
    return int(try_password(Client(REMOTE_ADDR=address), username).status_code)


@pytest.mark.slow
def test_after_five_wrong_guesses_the_right_password_waits_as_well() -> None:
    make_user()

    assert guess("eva", 5) == [200, 200, 200, 200, 429]
    assert enter() == 429
    assert enter(address="192.0.2.8") == 302


@pytest.mark.slow
def test_the_page_says_how_long_and_nothing_about_the_account() -> None:
    make_user()
    guess("eva", 5)
    guess("niemand", 5, "192.0.2.9")

    known = try_password(Client(REMOTE_ADDR="192.0.2.7"), "eva")
    unknown = try_password(Client(REMOTE_ADDR="192.0.2.9"), "niemand")

    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert 0 < int(known["Retry-After"]) <= 900
    assert "Wacht 15 minuten" in known.content.decode()


@pytest.mark.slow
def test_an_account_is_guarded_from_many_addresses_and_an_address_from_many_accounts() -> None:
    make_user()
    for number in range(5):
        guess("eva", 4, f"192.0.2.{number}")
    assert enter(address="198.51.100.1") == 429

    AccessAttempt.objects.all().delete()
    for number in range(25):
        guess(f"naam{number}", 2)
    assert enter() == 429
    assert enter(address="198.51.100.1") == 302


def test_it_passes_by_itself_and_trying_meanwhile_makes_it_no_longer() -> None:
    make_user()
    guess("eva", 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14, seconds=50))
    assert enter() == 429

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert enter() == 302


def test_whoever_runs_the_machine_unlocks_at_once() -> None:
    make_user()
    guess("eva", 5)

    call_command("unlock", "eva")

    assert enter() == 302


def test_what_is_kept_names_nobody_and_is_purged() -> None:
    guess("eva", 1)
    kept = AccessAttempt.objects.values().get()

    assert not {"eva", "192.0.2.7", "mis"} & {str(value) for value in kept.values()}
    assert (kept["post_data"], kept["get_data"], kept["user_agent"], kept["http_accept"]) == ("", "", "", "")

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(hours=1))
    call_command("purge")
    assert not AccessAttempt.objects.exists()


def key(**meta: Any) -> str:
    return address_key(RequestFactory().get("/", **meta))


def test_the_header_of_a_proxy_counts_only_where_there_is_one() -> None:
    direct = key(REMOTE_ADDR="192.0.2.7")

    assert key(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1") == direct
    with override_settings(DIALOOG_PROXY=True):
        assert key(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1, 192.0.2.7") == direct


def test_a_whole_network_of_ipv6_is_one_address() -> None:
    assert key(REMOTE_ADDR="2001:db8::1") == key(REMOTE_ADDR="2001:db8::ffff:2")
    assert key(REMOTE_ADDR="2001:db8::1") != key(REMOTE_ADDR="2001:db8:0:1::1")
    assert key(REMOTE_ADDR="::ffff:192.0.2.7") == key(REMOTE_ADDR="192.0.2.7")


def test_the_log_tells_who_by_number_and_from_where_by_key(caplog: pytest.LogCaptureFixture) -> None:
    user = make_user("eva")
    with caplog.at_level(logging.INFO, "dialoog.access"):
        guess("eva", 5)
        enter(address="192.0.2.8")
    lines = [record.getMessage() for record in caplog.records if record.name == "dialoog.access"]
    said = [line for line in lines if not line.startswith("account made")]

    assert sorted(line.partition(" account=")[0] for line in said) == sorted(EVENTS)
    assert all(f"account={user.pk} " in line for line in said)
    assert not any(word in line for line in said for word in ("eva", "192.0.2"))
