"""A password alone is not enough for who has a second step, or must have one."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialoog.staff.access.factors import codes_left, has_factor, new_recovery_codes, verified_by
from dialoog.staff.access.recently import KEY
from tests.staff.access.people import PASSWORD, code_of, logged_in, make_user, try_password, with_app

pytestmark = pytest.mark.django_db
INDEX, CODE, ACCOUNT = "/beheer/", "/beheer/inloggen/code/", "/beheer/mijn-account/"


def no_longer_recent(client: Client) -> None:
    session = client.session
    session[KEY] = 0
    session.save()


def test_after_the_password_the_app_is_asked_and_then_one_goes_on(client: Client) -> None:
    device = with_app(make_user("eva", "Redacteur"))
    try_password(client, "eva")

    asked = client.get("/beheer/content/rule/")
    assert asked.url == f"{CODE}?next=/beheer/content/rule/"

    response = client.post(CODE, {"code": code_of(device), "next": "/beheer/content/rule/"})
    assert response.url == "/beheer/content/rule/"
    assert client.get(INDEX).status_code == 200


def test_a_wrong_code_and_a_code_twice_lead_nowhere(client: Client) -> None:
    device = with_app(make_user())
    try_password(client, "eva")

    wrong = client.post(CODE, {"code": f"{(int(code_of(device)) + 1) % 1000000:06d}"})
    assert "Deze code klopt niet" in wrong.content.decode()
    at_once = client.post(CODE, {"code": code_of(device)})
    assert "Wacht 1 seconde" in at_once.content.decode()
    assert client.get(INDEX).status_code == 302

    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    now = code_of(device)
    assert client.post(CODE, {"code": now}).url == INDEX
    second = Client()
    try_password(second, "eva")
    assert "is al gebruikt" in second.post(CODE, {"code": now}).content.decode()


@override_settings(DIALOOG_SECOND_FACTOR=True)
def test_where_it_is_required_a_new_account_sets_it_up_and_can_do_nothing_else(client: Client) -> None:
    make_user("eva", "Redacteur")
    try_password(client, "eva")
    elsewhere = [client.get(path).url.partition("?")[0] for path in (INDEX, ACCOUNT, "/beheer/publiceren/")]
    assert elsewhere == ["/beheer/mijn-account/tweede-stap/"] * 3
    assert client.post("/beheer/content/rule/add/", {}).url.startswith("/beheer/mijn-account/tweede-stap/")

    page = client.get(reverse("access:add_app")).content.decode()
    device = TOTPDevice.objects.get()
    assert "<svg" in page
    assert "style=" not in page[page.index("<svg") : page.index("</svg>")]
    assert not has_factor(device.user)

    done = client.post(reverse("access:add_app"), {"code": code_of(device)}).content.decode()
    assert len(re.findall(r'<code class="key">[a-z2-9]{5}-[a-z2-9]{5}</code>', done)) == 10
    assert client.get(INDEX).status_code == 200


def test_where_it_is_not_required_an_account_without_it_just_works(client: Client) -> None:
    make_user("eva", "Redacteur")

    assert try_password(client, "eva").url == INDEX
    assert client.get(INDEX).status_code == 200
    assert "Zet de tweede stap aan" in client.get(ACCOUNT).content.decode()


@pytest.mark.database
def test_a_recovery_code_is_good_once_and_stored_as_no_code() -> None:
    user = make_user()
    with_app(user)
    code, *_others = new_recovery_codes(user)

    assert not StaticToken.objects.filter(token__in=[code, code.replace("-", "")]).exists()
    assert verified_by(user, code.upper())
    assert verified_by(user, code) is None
    assert codes_left(user) == 9


def test_new_recovery_codes_end_the_former() -> None:
    user = make_user()
    with_app(user)
    old, *_others = new_recovery_codes(user)
    new_recovery_codes(user)

    assert verified_by(user, old) is None
    assert codes_left(user) == 10


def verified(user: Any) -> Client:
    client, device = logged_in(user), TOTPDevice.objects.get(user=user)
    assert client.post(CODE, {"code": code_of(device)}).status_code == 302
    return client


def test_whoever_finds_an_open_computer_changes_no_factor_without_the_password() -> None:
    user = make_user()
    device = with_app(user)
    client = verified(user)
    no_longer_recent(client)
    weg = reverse("access:remove", args=["totpdevice", device.pk])

    for address in (weg, reverse("access:codes"), reverse("access:add_app")):
        method = client.get if address == reverse("access:add_app") else client.post
        assert method(address).url.startswith(reverse("access:confirm")), address
    assert client.post(reverse("otp_webauthn:credential-registration-begin")).status_code == 403
    assert has_factor(user)

    refused = client.post(reverse("access:confirm"), {"password": "anders"}).content.decode()
    assert "Dit wachtwoord klopt niet" in refused
    assert client.post(reverse("access:confirm"), {"password": PASSWORD, "next": weg}).url == weg
    client.post(weg)
    assert not has_factor(user)


def test_nobody_removes_the_factor_of_another() -> None:
    eva, bob = make_user("eva"), make_user("bob")
    with_app(eva)
    device = with_app(bob)

    assert verified(eva).post(reverse("access:remove", args=["totpdevice", device.pk])).status_code == 404
    assert has_factor(bob)


def test_whoever_runs_the_machine_takes_off_a_lost_factor() -> None:
    user = make_user()
    with_app(user)
    new_recovery_codes(user)
    client = verified(user)

    call_command("remove_factor", "eva")

    assert not has_factor(user)
    assert codes_left(user) == 0
    assert client.get(INDEX).url.startswith("/beheer/login/")


def test_ending_sessions_elsewhere_keeps_this_one() -> None:
    user = make_user()
    here, there = logged_in(user), logged_in(user)
    other = logged_in(make_user("bob"))

    here.post(reverse("access:log_out_elsewhere"))

    assert [c.get(INDEX).status_code for c in (here, there, other)] == [200, 302, 200]


def test_a_new_password_ends_the_other_sessions() -> None:
    user = make_user()
    here, there = logged_in(user), logged_in(user)
    new = "geheel-iets-anders-9"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    assert here.post(reverse("admin:password_change"), form).status_code == 302

    assert [c.get(INDEX).status_code for c in (here, there)] == [200, 302]


def test_a_foreign_next_ends_at_the_first_page(client: Client) -> None:
    make_user()
    form = {"username": "eva", "password": PASSWORD, "next": "https://kwaad.example/"}

    assert client.post("/beheer/login/?next=https://kwaad.example/", form).url == INDEX
