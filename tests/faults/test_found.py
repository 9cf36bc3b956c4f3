"""What the fuzz once found, each as a plain example."""

import pytest
from django.test import Client

from tests.editorial.staff import chief
from tests.staff.access.people import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.database
@pytest.mark.parametrize("where", ["change", "delete", "history"])
@pytest.mark.parametrize("key", ["%C3%96", "a%00b", "9" * 30, "1.5"])
def test_an_answer_that_is_no_key_is_not_there(key: str, where: str) -> None:
    assert chief().get(f"/beheer/content/option/{key}/{where}/").status_code == 404


@pytest.mark.parametrize("asked", ["-11134029567", "admin:logout", "x", "javascript:alert(7)", "//kwaad.example/"])
def test_after_logging_in_only_a_path_leads_on(client: Client, asked: str) -> None:
    """A word would be looked up as the name of a page."""
    client.force_login(make_user())

    answer = client.post("/beheer/inloggen/code/", {"next": asked})

    assert (answer.status_code, answer.headers.get("Location")) == (302, "/beheer/")


def test_a_path_leads_on(client: Client) -> None:
    client.force_login(make_user())

    assert client.post("/beheer/inloggen/code/", {"next": "/beheer/zoeken/"}).url == "/beheer/zoeken/"


@pytest.mark.parametrize("kind", ["auth/user", "auth/group", "content/goal", "insight/remark"])
def test_a_record_that_is_named_by_no_field_is_refused(kind: str) -> None:
    answer = chief().get(f"/beheer/{kind}/x/change/?_to_field=")

    assert answer.status_code == 400
    assert "Dit verzoek konden we niet lezen" in answer.content.decode()


def test_the_login_page_says_the_same_to_a_head(client: Client) -> None:
    client.force_login(make_user())
    get, head = client.get("/beheer/login/"), client.head("/beheer/login/")

    assert (head.status_code, head.url) == (get.status_code, get.url) == (302, "/beheer/")
