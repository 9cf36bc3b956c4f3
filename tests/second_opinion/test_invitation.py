"""The link that a colleague gets: what it shows, what uses it up, and what is said when it does not work."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import republish
from dialoog.second_opinion.models import Acceptance, Invitation, new_key
from dialoog.wizard.models import Consultation
from tests.compare.reports import finish
from tests.endings import delete, pass_its_date
from tests.journey import Journey
from tests.second_opinion.people import begin, invite, look, page_of
from tests.together import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

GONE = "Deze uitnodiging werkt niet (meer)"


def test_it_says_who_invites_and_what_happens() -> None:
    host = Journey(Client()).finish(title="Lonen", organisation="Zacht BV", contact="Els", region="Ghana")

    page = Client().get(invite(host, about="Onze weverijen")).content.decode()

    assert all(said in page for said in ("Onze weverijen", "Zacht BV", "inkoop", "op elk moment stoppen"))
    assert not any(said in page for said in ("Lonen", "Els", "Ghana"))


def test_it_says_how_long_it_takes_and_that_the_link_works_once() -> None:
    page = Client().get(invite(finish())).content.decode()

    assert "Deze link werkt één keer." in page
    assert "Je bent ongeveer 5 minuten bezig." in page


def test_the_title_that_an_owner_gave_is_proposed_and_can_be_another() -> None:
    host = finish(title="Eerst naar de vakbond")

    def proposed() -> str:
        fields = {field.name: field.value for field in look(host).context["fields"]}
        return str(fields["about"])

    assert proposed() == "Eerst naar de vakbond"
    guest = begin(invite(host, about="Onze weverijen"))

    assert proposed() == "Onze weverijen"
    assert look(guest).context["host"]["about"] == "Onze weverijen"
    assert "vakbond" not in look(guest).content.decode()


def test_what_it_is_about_fits_in_its_field() -> None:
    host = finish()
    page = host.client.post(page_of(host), {"uitnodigen": new_key(), "about": "x" * 121})

    assert page.status_code == 422
    assert [field for field, _said in page.context["errors"]] == ["waarover"]
    assert not Invitation.objects.exists()


def test_of_a_run_without_a_cover_it_says_no_more() -> None:
    page = Client().get(invite(Journey(Client()).walk_to("thema"), "")).content.decode()

    assert "Geef een tweede mening" in page
    assert "Het gaat over" not in page


def test_what_only_looks_uses_up_nothing() -> None:
    invitation = invite(finish())
    for _ in range(2):
        assert Client().head(invitation).status_code == 200
        assert Client().get(invitation).status_code == 200

    assert not Invitation.objects.get().is_used


def test_nobody_is_told_about_the_address() -> None:
    invitation = invite(finish())

    for page in (Client().get(invitation), Client().get(invitation[:-2] + "x/"), Client().get(invitation.upper())):
        assert page["Referrer-Policy"] == "no-referrer"
        assert "noindex" in page["X-Robots-Tag"]
        assert "no-store" in page["Cache-Control"]


def test_who_begins_has_an_empty_run_of_their_own_on_the_same_release() -> None:
    host = finish()
    invitation = invite(host)
    republish(current_release())

    guest = begin(invitation)

    own, hosts = (Consultation.objects.owned_with(one.token).get() for one in (guest, host))
    assert own.release_id == hosts.release_id != current_release().pk
    assert not own.step_answers.exists()
    assert own.invitations.count() == 0
    assert guest.client.cookies[settings.DIALOOG_RUN_COOKIE].value == guest.token


def test_it_works_once() -> None:
    invitation = invite(finish())
    guest, second = begin(invitation), Client()

    answer = second.post(invitation, follow=True)

    assert answer.status_code == 404
    assert GONE in answer.content.decode()
    assert guest.token not in answer.content.decode()
    assert Acceptance.objects.count() == 1


def test_who_comes_back_with_it_in_the_same_browser_is_led_on() -> None:
    invitation = invite(finish())
    guest = begin(invitation)

    page = guest.client.post(invitation, follow=True).content.decode()

    assert f'href="/advies/{guest.token}/"' in page
    assert "<h1>Je begon al met deze uitnodiging</h1>" in page
    assert GONE not in page


def withdraw(host: Journey) -> None:
    host.client.post(page_of(host), {"intrekken": Invitation.objects.get().key})


@pytest.mark.parametrize("end", [withdraw, delete, pass_its_date])
def test_one_that_ended_says_so_and_no_more(end: Any) -> None:
    host = finish(title="Lonen")
    invitation = invite(host)
    unknown = Client().get(f"/uitnodiging/{'a' * 32}/").content

    end(host)

    page = Client().get(invitation)
    assert page.status_code == 404
    assert GONE in page.content.decode()
    assert _without_address(page.content, invitation) == _without_address(unknown, f"/uitnodiging/{'a' * 32}/")
    assert Client().post(invitation, follow=True).status_code == 404
    assert not Acceptance.objects.exists()


def _without_address(page: bytes, path: str) -> str:
    return page.decode().replace(path.split("/")[2], "")


def test_a_token_in_capitals_is_another() -> None:
    invitation = invite(finish())
    token = invitation.split("/")[2]

    assert Client().get(invitation.replace(token, token.upper())).status_code == 404


def test_who_made_it_is_warned_in_the_same_browser() -> None:
    host = finish()

    assert "zelf maakte" in host.client.get(invite(host)).content.decode()
    assert "zelf maakte" not in Client().get(invite(host)).content.decode()


def test_who_has_other_answers_in_this_browser_can_save_the_link_to_those() -> None:
    busy = Journey(Client()).walk_to("thema")

    page = busy.client.get(invite(finish())).content.decode()

    assert f'href="/advies/{busy.token}/later/"' in page


def test_it_counts_as_beginning(settings: Any) -> None:
    host = finish()
    settings.DIALOOG_LIMITS = {**settings.DIALOOG_LIMITS, "begin": 1}
    first, second = invite(host), invite(host, "directie")
    address = {"REMOTE_ADDR": "203.0.113.7"}

    assert Client(**address).post(first).status_code == 302
    assert Client(**address).post(second).status_code == 429
    assert [row.is_used for row in Invitation.objects.all()] == [True, False]


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_begins() -> None:
    invitation = invite(finish())
    before = Consultation.objects.count()

    answers = at_once(*[lambda: Client().post(invitation)] * 4)

    assert Consultation.objects.count() == before + 1
    assert sorted(answer.url.startswith("/uitnodiging/") for answer in answers) == [False, True, True, True]


@pytest.mark.django_db(transaction=True)
def test_beginning_while_the_owner_deletes_leaves_no_tie() -> None:
    for _ in range(6):
        host = finish()
        invitation = invite(host)
        begun, deleted = at_once(
            lambda: Client().post(invitation),  # noqa: B023
            lambda: Client().post(f"/advies/{host.token}/verwijderen/"),  # noqa: B023
        )
        assert {begun.status_code, deleted.status_code} == {302}
        assert not Invitation.objects.exists()
        assert not Acceptance.objects.filter(invitation__isnull=False).exists()
