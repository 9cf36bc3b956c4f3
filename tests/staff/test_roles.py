"""Every role can do its work and nothing beyond it; nobody gives away more than a role."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.urls import reverse

from dialoog.advisers import urls as advisers
from dialoog.content import urls as content
from dialoog.content.document.judging import Judged
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Verdict
from dialoog.editorial import urls as editorial
from dialoog.insight import urls as insight
from dialoog.staff.access import urls as access
from dialoog.staff.access.approvals import approve
from dialoog.staff.access.models import PendingChange
from dialoog.staff.site.roles import CONTENT
from dialoog.staff.site.roles import ROLES as STATED
from dialoog.staff.site.sections import SECTIONS
from tests.builders import build_verdict
from tests.staff.permissions import ADVISER, CHIEF, EDITOR, MANAGER, ROLES, TABLE, Line

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PASSWORD = "een-lang-wachtwoord"
MIGRATIONS = {
    "dialoog.content.migrations.0001_squashed_0004_pairs_once": "make_roles",
    "dialoog.content.migrations.0005_grant_signposts": "give_roles_their_permissions",
    "dialoog.content.migrations.0007_grant_verdicts": "give_roles_their_permissions",
    "dialoog.insight.migrations.0002_roles": "extend_roles",
    "dialoog.advisers.migrations.0002_grant": "give_roles_their_permissions",
}


ABOUT = Judged("rules", "K01", "reason", "Zo stond het er.", ("F1",), "advies")


@pytest.fixture(autouse=True)
def verdict() -> Verdict:
    return Verdict.objects.create(**build_verdict(ABOUT))


def build_account(*roles: str, **fields: Any) -> User:
    names = "-".join(roles).lower() or "zonder-rol"
    user = User.objects.create_user(fields.pop("username", names), is_staff=True, password=PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def log_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def as_role(*roles: str) -> Client:
    return log_in(build_account(*roles))


def held() -> dict[str, set[str]]:
    """What the groups of the database may do."""
    return {
        group.name: {
            f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }


def stated() -> dict[str, set[str]]:
    return {role.name: set(role.permissions) for role in STATED}


def test_the_migrated_database_has_every_role_as_stated() -> None:
    assert held() == stated()


@pytest.mark.database
@pytest.mark.parametrize("left", ["permissions", "nothing"])
def test_the_migrations_give_the_roles_on_an_upgraded_and_on_an_empty_database(left: str) -> None:
    Group.objects.all().delete()
    if left == "nothing":
        Permission.objects.all().delete()
        ContentType.objects.all().delete()
        ContentType.objects.clear_cache()

    for module, function in MIGRATIONS.items():
        getattr(import_module(module), function)(apps, SimpleNamespace(connection=connection))

    assert held() == stated()


def test_roles_know_all_content() -> None:
    top = [shape.model for shape in SCHEMA.values()]
    rows = [child.model for shape in SCHEMA.values() for child in shape.children.values()]

    assert set(CONTENT) == {model._meta.model_name for model in (*top, *rows)}


@pytest.mark.parametrize("line", TABLE, ids=str)
def test_a_page_opens_for_those_who_may_and_for_nobody_else(line: Line) -> None:
    clients = {role: as_role(role) for role in ROLES}
    opened = {role: getattr(client, line.method)(line.address).status_code for role, client in clients.items()}

    assert opened == {role: line.opens if role in line.may else 403 for role in ROLES}


FOR_WHO_IS_NOT_IN = {"access:forgotten", "access:new_password"}


@pytest.mark.parametrize("urls", [editorial, insight, content, access, advisers], ids=lambda urls: urls.app_name)
def test_every_page_of_our_own_is_in_the_table(urls: Any) -> None:
    pages = {f"{urls.app_name}:{path.name}" for path in urls.urlpatterns}

    assert pages - FOR_WHO_IS_NOT_IN <= {line.page for line in TABLE}


def test_without_an_account_every_page_asks_for_one(client: Client) -> None:
    build_account(EDITOR)
    pages = {line.page: client.get(line.address) for line in TABLE if line.method == "get"}

    assert {page: r.status_code for page, r in pages.items()} == dict.fromkeys(pages, 302)
    assert {r.url.partition("?")[0] for r in pages.values()} == {reverse("admin:login")}


# What is changed


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 302), (CHIEF, 302), (MANAGER, 403), (ADVISER, 403)])
def test_content_is_changed_by_editors_alone(role: str, status: int) -> None:
    caution = Caution.objects.get(slug="capaciteit")
    client, page = as_role(role), reverse("admin:content_caution_change", args=[caution.pk])
    form = {"slug": "capaciteit", "order": 1, "severity": 1, "text": "Vraag wat haalbaar is.", "basis": "advies"}
    opened = (client.get(page).context or {}).get("opened", "")

    assert client.post(page, form | {"opened": opened}).status_code == status

    caution.refresh_from_db()
    assert (caution.text == "Vraag wat haalbaar is.") is (status == 302)


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 403), (MANAGER, 403), (ADVISER, 403)])
def test_only_the_chief_editor_publishes(role: str, status: int) -> None:
    assert as_role(role).post(reverse("editorial:publish")).status_code == status


# Accounts


def account_form(**fields: Any) -> dict[str, Any]:
    return {"username": "nieuw", "password1": PASSWORD, "password2": PASSWORD, "first_name": "", **fields}


def test_a_new_account_can_log_in_to_the_admin_and_has_its_role_when_a_second_manager_says_so() -> None:
    editor = Group.objects.get(name=EDITOR)

    response = as_role(MANAGER).post(reverse("admin:auth_user_add"), account_form(groups=[editor.pk]))

    assert response.status_code == 302
    account = User.objects.get(username="nieuw")
    assert account.is_staff
    assert account.check_password(PASSWORD)
    assert not account.groups.exists()
    approve(PendingChange.objects.get().pk, build_account(MANAGER, username="tweede"))
    assert list(account.groups.all()) == [editor]


@pytest.mark.parametrize("page", ["add", "change"])
def test_a_manager_makes_no_superuser_and_gives_no_loose_permission(page: str) -> None:
    target = build_account(EDITOR, username="nieuw")
    permission = Permission.objects.get(codename="publish_release")
    extra = {"is_superuser": "on", "is_staff": "on", "user_permissions": [permission.pk]}
    manager = as_role(MANAGER)
    if page == "add":
        target.delete()

    args = [] if page == "add" else [target.pk]
    response = manager.post(reverse(f"admin:auth_user_{page}", args=args), account_form(is_active="on", **extra))

    account = User.objects.get(username="nieuw")
    assert response.status_code == 302
    assert not account.is_superuser
    assert not account.user_permissions.exists()


def test_a_manager_does_not_make_a_superuser_of_themselves() -> None:
    manager = build_account(MANAGER)

    log_in(manager).post(
        reverse("admin:auth_user_change", args=[manager.pk]),
        {"username": manager.username, "is_active": "on", "is_superuser": "on"},
    )

    manager.refresh_from_db()
    assert not manager.is_superuser


def test_a_manager_does_not_see_what_only_a_superuser_gives() -> None:
    editor = build_account(EDITOR)
    boss = log_in(User.objects.create_superuser("baas"))
    address = reverse("admin:auth_user_change", args=[editor.pk])

    assert "id_is_superuser" in boss.get(address).content.decode()
    assert "id_is_superuser" not in as_role(MANAGER).get(address).content.decode()


def test_a_manager_does_not_touch_a_superuser() -> None:
    boss = User.objects.create_superuser("baas", password=PASSWORD)
    manager = as_role(MANAGER)
    change = reverse("admin:auth_user_change", args=[boss.pk])

    assert manager.post(change, {"username": "weg", "is_active": ""}).status_code == 403
    assert manager.get(reverse("admin:auth_user_password_change", args=[boss.pk])).status_code == 403
    assert manager.post(reverse("admin:auth_user_delete", args=[boss.pk]), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [boss.pk], "post": "yes"}
    assert manager.post(reverse("admin:auth_user_changelist"), chosen).status_code == 403

    boss.refresh_from_db()
    assert boss.username == "baas"
    assert boss.check_password(PASSWORD)


def test_a_superuser_can_change_a_role() -> None:
    boss = log_in(User.objects.create_superuser("baas"))
    role = Group.objects.get(name=ADVISER)
    permission = Permission.objects.get(codename="view_rule")

    boss.post(reverse("admin:auth_group_change", args=[role.pk]), {"name": role.name, "permissions": [permission.pk]})

    assert list(role.permissions.all()) == [permission]


def test_the_page_of_a_role_says_in_dutch_what_it_may_and_who_has_it() -> None:
    build_account(EDITOR, first_name="Els", last_name="de Vries")
    role = Group.objects.get(name=EDITOR)

    page = as_role(MANAGER).get(reverse("admin:auth_group_change", args=[role.pk])).content.decode()

    assert "Bewerkt alle inhoud en controleert het concept." in page
    assert "Els de Vries" in page


# The first page


def test_without_a_role_the_first_page_says_whom_to_ask() -> None:
    page = as_role().get(reverse("admin:index")).content.decode()

    assert "Je account heeft nog geen rol. Vraag de beheerder" in page


def test_an_adviser_is_led_to_the_own_list_and_to_nothing_else() -> None:
    page = as_role(ADVISER).get(reverse("admin:index"))

    assert [task.url_name for task in page.context["tasks"]] == ["advisers:list"]
    assert page.context["app_list"] == []
    assert "nog geen rol" not in page.content.decode()


def test_a_role_without_any_task_is_told_that_there_is_nothing_to_edit() -> None:
    Group.objects.get(name=ADVISER).permissions.clear()

    page = as_role(ADVISER).get(reverse("admin:index")).content.decode()

    assert "Met je rol (Adviseur) valt hier niets te bewerken." in page


def test_the_first_page_begins_with_tasks_and_then_the_content_in_order_of_work() -> None:
    page = as_role(CHIEF).get(reverse("admin:index")).content.decode()
    places = [
        page.index(text) for text in ("Wat wil je doen?", "Publiceren", "Inhoud bewerken", "Vragenlijst", "Bron<")
    ]

    assert places == sorted(places)
    assert "Accounts" not in page


def test_every_model_of_the_admin_stands_in_a_section() -> None:
    registered = {model._meta.label for model in admin.site._registry}

    assert registered - {"content.Option"} <= {name for _title, names in SECTIONS for name in names}


def test_who_is_refused_reads_which_role_it_takes_and_can_go_back() -> None:
    page = as_role(EDITOR).get(reverse("editorial:publish"))

    assert page.status_code == 403
    assert "Hiervoor heb je een van deze rollen nodig: Eindredacteur." in page.content.decode()
    assert 'href="/beheer/"' in page.content.decode()
