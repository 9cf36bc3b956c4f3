"""What a password may be, how it is replaced, and what hashing it may cost."""

import fcntl
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from dialoog import settings as real
from dialoog.environment import read_mail
from dialoog.logs import redact
from dialoog.staff.access import hashing
from dialoog.staff.access.hashing import HashingBusy, QueuedPasswordHasher, turn
from dialoog.staff.access.models import ResetRequest
from dialoog.staff.access.views import forgotten
from dialoog.workshop.locks import take
from tests.staff.access.people import make_user, try_password

JAN = User(username="jan", first_name="Jan", last_name="de Wit", email="jdewit@ser.example")
OWN_NAME = "Je wachtwoord mag niet bestaan uit je eigen naam, ook niet herhaald of met een getal erachter."


@pytest.mark.parametrize(
    "password", ["janjanjanjan", "jan-jan-2026", "Jan.De.Wit.1", "JÁN JÁN JÁN 12", "jdewit-jdewit", "witjanwitjan99"]
)
def test_a_password_is_not_the_own_name(password: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, JAN)

    assert OWN_NAME in refused.value.messages


@pytest.mark.parametrize("password", ["kameel-zonder-jan", "oranje-januari-regen", "correcthorsebattery"])
def test_a_password_may_hold_the_name_beside_enough_else(password: str) -> None:
    validate_password(password, JAN)


def test_every_judgement_of_a_password_is_dutch() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("jan", JAN)
    with pytest.raises(ValidationError) as common:
        validate_password("password1234", JAN)

    assert refused.value.messages == [
        "Je wachtwoord is te kort. Kies er een van minstens 12 tekens.",
        "Je wachtwoord lijkt te veel op iets anders van je: gebruikersnaam. Kies een ander.",
        "Dit wachtwoord gebruiken veel mensen. Kies een ander.",
        OWN_NAME,
    ]
    assert common.value.messages == ["Dit wachtwoord gebruiken veel mensen. Kies een ander."]


# Hashing


def test_a_hash_is_the_one_that_django_makes() -> None:
    assert QueuedPasswordHasher().encode("geheim", "zout", 2) == PBKDF2PasswordHasher().encode("geheim", "zout", 2)


def test_the_site_hashes_in_turns() -> None:
    assert real.PASSWORD_HASHERS == ["dialoog.staff.access.hashing.QueuedPasswordHasher"]


def hold(path: Path) -> Any:
    file = path.open("a")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def test_who_finds_all_seats_taken_is_sent_away_at_once(tmp_path: Path) -> None:
    with hold(tmp_path / "hashing.lock"), hold(tmp_path / "hashing-0.lock"):  # noqa: SIM117
        with pytest.raises(HashingBusy, match="seats"), turn(tmp_path, 1):
            pass


def test_who_has_a_seat_waits_for_a_turn_and_no_longer_than_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashing, "WAIT_SECONDS", 0)
    busy = hold(tmp_path / "hashing.lock")
    with pytest.raises(HashingBusy, match="turn"), turn(tmp_path, 1):
        pass

    monkeypatch.setattr("time.sleep", lambda _seconds: busy.close())
    monkeypatch.setattr(hashing, "WAIT_SECONDS", 60)
    with turn(tmp_path, 1), (tmp_path / "hashing.lock").open("a") as second:
        assert not take(second)


@pytest.mark.django_db
@override_settings(PASSWORD_HASHERS=["dialoog.staff.access.hashing.QueuedPasswordHasher"])
def test_a_login_that_gets_no_turn_says_when_to_try_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "SEATS", 0)
    with hold(Path(settings.DIALOOG_VAR) / "hashing.lock"):
        answer = try_password(client, "eva")

    assert (answer.status_code, answer["Retry-After"]) == (503, "8")
    assert "Er loggen nu veel mensen in" in answer.content.decode()


# A new one by mail

FORGOTTEN = "/beheer/wachtwoord-vergeten/"


class AtOnce:
    """In the place of a thread."""

    def __init__(self, target: Any, args: Any) -> None:
        self.start = lambda: target(*args)


@pytest.fixture
def with_mail(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(forgotten, "Thread", AtOnce)
    with override_settings(DIALOOG_MAIL={"EMAIL_HOST": "mail.example"}):
        yield


@pytest.mark.django_db
def test_without_mail_the_login_page_says_whom_to_ask(client: Client) -> None:
    assert "Wachtwoord vergeten? Vraag een beheerder" in client.get("/beheer/login/").content.decode()
    assert "Vraag een beheerder" in client.get(FORGOTTEN).content.decode()
    assert client.post(FORGOTTEN, {"email": "eva@ser.example"}).status_code == 200
    assert mail.outbox == []


@pytest.mark.django_db
def test_by_mail_one_chooses_a_new_password(client: Client, with_mail: None) -> None:
    make_user("eva", email="eva@ser.example")
    assert FORGOTTEN in client.get("/beheer/login/").content.decode()
    client.post(FORGOTTEN, {"email": "eva@ser.example"})
    (sent,) = mail.outbox
    assert sent.to == ["eva@ser.example"]

    link = next(line for line in sent.body.splitlines() if line.startswith("http://testserver/"))
    form = client.get(link.removeprefix("http://testserver"))
    too_short = client.post(form.url, {"new_password1": "kort", "new_password2": "kort"})
    assert "Pas dit eerst aan" in too_short.content.decode()
    client.post(form.url, {"new_password1": "geheel-iets-anders-9", "new_password2": "geheel-iets-anders-9"})

    assert try_password(client, "eva", "geheel-iets-anders-9").status_code == 302


@pytest.mark.django_db
def test_the_answer_is_the_same_for_an_account_that_is_not_there(client: Client, with_mail: None) -> None:
    make_user("eva", email="eva@ser.example")
    known = client.post(FORGOTTEN, {"email": "eva@ser.example"})
    unknown = client.post(FORGOTTEN, {"email": "niemand@ser.example"})

    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert len(mail.outbox) == 1


@pytest.mark.django_db
@pytest.mark.database
def test_a_mailbox_gets_three_mails_an_hour_and_an_address_asks_ten_times(client: Client, with_mail: None) -> None:
    make_user("eva", email="eva@ser.example")
    answers = [client.post(FORGOTTEN, {"email": "eva@ser.example"}) for _ in range(11)]

    assert len(mail.outbox) == 3
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert answers[-1]["Retry-After"] == "3600"
    assert not ResetRequest.objects.filter(key__contains="ser.example").exists()


def test_a_mail_server_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIALOOG_MAIL_URL", "smtp+tls://naam:geheim@mail.example:587")
    found = read_mail("DIALOOG_MAIL_URL")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example", 587, True)

    monkeypatch.setenv("DIALOOG_MAIL_URL", "geheim@mail.example")
    with pytest.raises(SystemExit) as stopped:
        read_mail("DIALOOG_MAIL_URL")
    assert "geheim" not in str(stopped.value)


def test_a_log_holds_no_link_to_a_new_password() -> None:
    assert "abc-def" not in redact("Not Found: /beheer/nieuw-wachtwoord/MQ/abc-def/")
