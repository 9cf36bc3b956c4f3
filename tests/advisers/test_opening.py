"""A report opens from a list for the account that holds the right, as long as its owner lets it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client, override_settings
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialoog.advisers.models import Held
from tests.advisers.advising import LIST, add, address, entry, keep, make_adviser, names
from tests.compare.reports import finish, paste, titles
from tests.endings import delete, pass_its_date, renew_link, stop_sharing
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

WORKSHEETS = ("werkdocumenten/", "werkdocumenten/email.docx")
PAGES = ("", "nuttig/", "plan/", "plan.xlsx", *WORKSHEETS, "vergelijken/", "veranderd/")
"""Of a reader, behind the address of the report."""


@pytest.fixture
def adviser() -> Client:
    return make_adviser()


def test_every_page_of_a_reader_opens(adviser: Client) -> None:
    _journey, held = keep(adviser)

    opened = {page: adviser.get(address(held) + page) for page in PAGES}

    assert {page: answer.status_code for page, answer in opened.items()} == dict.fromkeys(PAGES, 200)
    report = opened[""].content.decode()
    assert f'href="{address(held)}plan/"' in report
    assert f'href="/en/report/~{held.pk}/"' in report
    assert f'href="{LIST}"' in report
    assert "Bewaar in mijn lijst" not in report


def test_no_page_of_it_holds_a_token(adviser: Client) -> None:
    journey, held = keep(adviser)
    share = journey.shared.split("/")[2]

    for page in (address(held), f"{address(held)}plan/", f"{address(held)}vergelijken/", LIST, entry(held)):
        text = adviser.get(page).content.decode()
        assert share not in text
        assert journey.token not in text
        assert held.share_hash not in text


def test_it_is_kept_by_no_cache_and_named_to_nobody(adviser: Client) -> None:
    _journey, held = keep(adviser)

    answer = adviser.get(address(held))

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_it_opens_for_nobody_else(adviser: Client) -> None:
    _journey, held = keep(adviser)
    others = (Client(), make_adviser("bea"), make_adviser("eva", "Eindredacteur"), boss())
    dead = Client().get("/rapport/~999999/")
    assert dead.status_code == 404

    for other in others:
        for page in PAGES:
            answer = other.get(address(held) + page)
            assert answer.status_code == 404
            assert answer.content == dead.content


def boss() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("baas"))
    return client


@pytest.mark.parametrize("share", ["~", "~x", "~-1", "~1.0", "~٣", "~" + "9" * 400, "~0"])
def test_what_names_no_right_is_a_dead_link(adviser: Client, share: str) -> None:
    answer = adviser.get(f"/rapport/{share}/")

    assert answer.status_code == 404
    assert f'href="{LIST}"' in answer.content.decode()


def test_a_dead_link_of_before_says_nothing_of_a_list() -> None:
    assert LIST not in Client().get(f"/rapport/{'x' * 32}/").content.decode()


# What ends it


ENDS = pytest.mark.parametrize("end", [delete, stop_sharing, renew_link, pass_its_date])


@ENDS
def test_an_owner_ends_it_at_once(adviser: Client, end: Callable[[Journey], None]) -> None:
    journey, held = keep(adviser)

    end(journey)

    assert adviser.get(address(held)).status_code == 404
    assert adviser.get(entry(held)).status_code == 404
    page = adviser.get(LIST)
    assert names(page) == []
    assert "is weg: de maker heeft het verwijderd" in page.content.decode()


def lose_the_role(user: User) -> None:
    user.groups.clear()


def end_the_account(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def be_no_staff(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_staff=False)


@pytest.mark.parametrize("end", [lose_the_role, end_the_account, be_no_staff])
def test_it_ends_with_the_account(adviser: Client, end: Callable[[User], None]) -> None:
    _journey, held = keep(adviser)

    end(User.objects.get(username="ad"))

    assert adviser.get(address(held)).status_code == 404
    assert adviser.get(LIST).status_code in (302, 403)


def test_a_password_alone_opens_nothing_where_there_is_a_second_step(adviser: Client) -> None:
    _journey, held = keep(adviser)

    with override_settings(DIALOOG_SECOND_FACTOR=True):
        assert adviser.get(address(held)).status_code == 404
    assert adviser.get(address(held)).status_code == 200
    TOTPDevice.objects.create(user=User.objects.get(username="ad"), name="App", confirmed=True)
    assert adviser.get(address(held)).status_code == 404


# What one does with it


def test_it_is_compared_with_another(adviser: Client) -> None:
    _journey, held = keep(adviser)

    page = paste(adviser, f"{address(held)}vergelijken/", finish(title="Haast").shared)

    assert titles(page) == ["Lonen", "Haast"]


def test_its_page_says_that_it_is_compared(adviser: Client) -> None:
    _journey, held = keep(adviser)
    told = "Bekijk de vergelijking met het andere advies"
    assert told not in adviser.get(address(held)).content.decode()

    paste(adviser, f"{address(held)}vergelijken/", finish(title="Haast").shared)

    assert told in adviser.get(address(held)).content.decode()


def test_a_reader_changes_nothing_of_a_plan(adviser: Client) -> None:
    _journey, held = keep(adviser)

    assert adviser.post(f"{address(held)}plan/eigen/", {"text": "Iets"}).status_code == 403


def test_an_editor_who_advises_sees_where_its_texts_stand() -> None:
    adviser = make_adviser()
    User.objects.get(username="ad").groups.add(Group.objects.get(name="Redacteur"))
    _journey, held = keep(adviser)

    assert adviser.get(f"/beheer/teksten{address(held)}").status_code == 200


# From the page of a report


def test_an_adviser_keeps_a_report_from_its_page(adviser: Client) -> None:
    journey = finish()
    report = adviser.get(journey.shared).content.decode()
    url = f"/beheer/rapporten/bij{journey.shared}"
    assert f'href="{url}"' in report
    assert "Lonen" in adviser.get(url).content.decode()
    assert not Held.objects.exists()

    answer = adviser.post(url)

    assert answer.url == entry(Held.objects.get())
    assert adviser.get(url).url == answer.url
    assert adviser.post(url).url == answer.url


def test_visitors_owners_and_editors_see_nothing_of_a_list(adviser: Client) -> None:
    journey = finish()
    editor = make_adviser("eva", "Redacteur")

    for client, page in ((Client(), journey.shared), (editor, journey.shared), (adviser, journey.url)):
        assert "lijst" not in client.get(page).content.decode().lower().replace("vragenlijst", "")
    assert editor.get(f"/beheer/rapporten/bij{journey.shared}").status_code == 403


def test_a_dead_link_is_not_kept(adviser: Client) -> None:
    journey = finish()
    shared = journey.shared
    stop_sharing(journey)

    assert adviser.post(f"/beheer/rapporten/bij{shared}").status_code == 404
    assert adviser.post(f"/beheer/rapporten/bij/rapport/{'x' * 32}/").status_code == 404
    assert add(adviser, "/rapport/~1/").context["errors"]
    assert not Held.objects.exists()


def test_forms_of_a_page_that_names_itself_nowhere_are_sent() -> None:
    """The browser says `Origin: null` then, both to the page itself and to the way out that is on it."""
    make_adviser()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(username="ad"))
    keeping, leaving = f"/beheer/rapporten/bij{finish().shared}", "/beheer/logout/"
    page = strict.get(keeping)
    form = {"csrfmiddlewaretoken": str(page.context["csrf_token"])}

    def send(url: str, **headers: str) -> int:
        return strict.post(url, form, headers={"Origin": "null", **headers}).status_code

    assert page["Referrer-Policy"] == "no-referrer"
    for site in ("cross-site", "same-site", "none"):
        assert send(keeping, sec_fetch_site=site) == send(leaving, sec_fetch_site=site) == 403
    assert send(leaving) == 403
    assert send(keeping) == 302
    assert send(leaving, sec_fetch_site="same-origin") == 200
