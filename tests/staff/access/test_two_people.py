"""One account manager alone gives nobody rights, and gets into no account that has them."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialoog.staff.access.approvals import Refused, approve
from dialoog.staff.access.factors import has_factor
from dialoog.staff.access.models import ChangeKind, PendingChange
from tests.staff.access.people import PASSWORD, logged_in, make_user, try_password, with_app

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NEW = "geheel-iets-anders-9"


@pytest.fixture
def manager() -> User:
    return make_user("max", "Beheerder")


@pytest.fixture
def colleague() -> User:
    return make_user("col", "Beheerder")


def form_of(user: User, *roles: str, **fields: Any) -> dict[str, Any]:
    groups = list(Group.objects.filter(name__in=roles).values_list("pk", flat=True))
    return {"username": user.username, "email": user.email, "is_active": "on", "groups": groups, **fields}


def save(actor: User, target: User, *roles: str, **fields: Any) -> None:
    address = reverse("admin:auth_user_change", args=[target.pk])
    assert logged_in(actor).post(address, form_of(target, *roles, **fields)).status_code == 302


def roles_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def ask_for(actor: User, target: User, wish: str) -> Any:
    return logged_in(actor).post(reverse("access:of_account", args=[target.pk]), {"wat": wish})


def decide(actor: User, change: PendingChange, **fields: str) -> Any:
    return logged_in(actor).post(reverse("access:pending"), {"pk": change.pk, **fields})


@pytest.mark.parametrize("role", ["Redacteur", "Eindredacteur", "Beheerder", "Adviseur"])
def test_a_role_waits_for_a_second_manager_for_whomever(manager: User, colleague: User, role: str) -> None:
    target = make_user("eva")
    save(manager, target, role)
    change = PendingChange.objects.get()
    assert (roles_of(target), change.kind) == (set(), ChangeKind.ROLES)

    decide(manager, change)
    assert roles_of(target) == set()
    decide(colleague, change)
    assert roles_of(target) == {role}
    assert not PendingChange.objects.exists()


def test_a_manager_does_not_approve_what_makes_himself_an_editor(manager: User, colleague: User) -> None:
    save(colleague, manager, "Beheerder", "Eindredacteur")
    with pytest.raises(Refused):
        approve(PendingChange.objects.get().pk, manager)

    assert roles_of(manager) == {"Beheerder"}


def test_a_role_without_rights_and_taking_one_away_need_nobody(manager: User) -> None:
    Group.objects.create(name="Gast")
    editor = make_user("eva", "Redacteur")
    save(manager, editor, "Gast")

    assert roles_of(editor) == {"Gast"}
    assert not PendingChange.objects.exists()


def test_with_its_first_rights_an_account_begins_anew(manager: User, colleague: User, client: Client) -> None:
    """Whoever made it knew its password, and may have given it a second step of his own."""
    target = make_user("eva")
    with_app(target)
    session = logged_in(target)
    save(manager, target, "Redacteur")

    page = decide(colleague, PendingChange.objects.get()).content.decode()

    assert try_password(Client(), "eva").status_code == 200
    assert session.get("/beheer/").url.startswith("/beheer/login/")
    assert not has_factor(target)
    set_with(client, link_in(page))
    assert try_password(client, "eva", NEW).status_code == 302


def link_in(page: str) -> str:
    found = re.search(r"http://testserver(/beheer/nieuw-wachtwoord/[^<]+)", page)
    assert found is not None
    return found[1]


def set_with(client: Client, link: str) -> None:
    form = client.get(link)
    assert form.status_code == 302
    done = client.post(form.url, {"new_password1": NEW, "new_password2": NEW})
    assert done.url == "/beheer/login/"


def test_another_mail_address_waits(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur", email="eva@ser.example")
    save(manager, editor, "Redacteur", email="max@elders.example")
    editor.refresh_from_db()
    assert editor.email == "eva@ser.example"

    decide(colleague, PendingChange.objects.get())
    editor.refresh_from_db()
    assert editor.email == "max@elders.example"


def test_nobody_sets_the_password_of_who_has_rights(manager: User) -> None:
    editor, guest = make_user("eva", "Redacteur"), make_user("gast")
    form = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    answers = [
        logged_in(manager).post(reverse("admin:auth_user_password_change", args=[user.pk]), form)
        for user in (editor, guest)
    ]

    assert [answer.status_code for answer in answers] == [403, 302]
    assert "maak op de pagina van het account een link" in answers[0].content.decode()
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_a_link_into_an_account_with_rights_waits_and_is_shown_to_the_second(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur")
    asked = ask_for(manager, editor, "link")
    assert asked.status_code == 302

    page = decide(colleague, PendingChange.objects.get()).content.decode()

    assert "Geef deze link aan eva zelf" in page
    assert link_in(page)


def test_a_lost_factor_of_an_account_with_rights_waits(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur")
    with_app(editor)
    ask_for(manager, editor, "stap")
    assert has_factor(editor)

    decide(colleague, PendingChange.objects.get())
    assert not TOTPDevice.objects.filter(user=editor).exists()


def test_a_link_into_an_account_without_rights_is_there_at_once_and_good_once(manager: User, client: Client) -> None:
    guest = make_user("gast")
    there = logged_in(guest)
    link = link_in(ask_for(manager, guest, "link").content.decode())

    set_with(client, link)

    assert there.get("/beheer/").status_code == 302
    assert "Deze link werkt niet meer" in Client().get(link, follow=True).content.decode()


def test_where_there_is_one_manager_whoever_runs_the_machine_approves(
    manager: User, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = make_user("eva", "Redacteur")
    save(manager, editor, "Redacteur", "Eindredacteur")
    call_command("approve")
    assert f"{PendingChange.objects.get().pk}: rollen erbij, Eindredacteur voor eva" in capsys.readouterr().out

    call_command("approve", PendingChange.objects.get().pk)

    assert roles_of(editor) == {"Redacteur", "Eindredacteur"}


def test_a_change_is_declined_or_overtaken_once(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur")
    save(manager, editor, "Redacteur", "Eindredacteur")
    change = PendingChange.objects.get()
    decide(colleague, change, afwijzen="1")
    with pytest.raises(Refused, match="wacht niet meer"):
        approve(change.pk, colleague)

    assert roles_of(editor) == {"Redacteur"}


def test_who_lost_the_role_meanwhile_asked_in_vain(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur")
    ask_for(manager, editor, "link")
    manager.groups.clear()

    with pytest.raises(Refused, match="beheert geen accounts meer"):
        approve(PendingChange.objects.get().pk, colleague)


def test_who_became_a_superuser_meanwhile_is_out_of_reach(manager: User, colleague: User) -> None:
    editor = make_user("eva", "Redacteur")
    ask_for(manager, editor, "link")
    User.objects.filter(pk=editor.pk).update(is_superuser=True)

    with pytest.raises(Refused, match="supergebruiker"):
        approve(PendingChange.objects.get().pk, colleague)


def test_a_superuser_asks_nobody() -> None:
    boss = User.objects.create_superuser("baas", password=PASSWORD)
    target = make_user("eva")
    save(boss, target, "Redacteur", is_staff="on")

    assert roles_of(target) == {"Redacteur"}


def test_a_manager_does_not_get_into_a_superuser(manager: User) -> None:
    boss = User.objects.create_superuser("baas", password=PASSWORD)

    assert ask_for(manager, boss, "link").status_code == 403
    assert not PendingChange.objects.exists()
