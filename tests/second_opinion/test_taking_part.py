"""What the questions of a run say and do because it takes part, and that nobody else's do more for it."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialoog.second_opinion.models import Invitation
from tests.compare.reports import HURRY, finish
from tests.endings import stop_sharing
from tests.journey import Journey
from tests.second_opinion.people import answered, begin, invite, look, page_of, post

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

SHARED = "Hierna zien jij en je collega elkaars antwoorden, opmerkingen en advies, als jullie allebei klaar zijn."
INVITED = "De uitnodiging staat klaar."
SHARED_BY_MORE = "Hierna zien jij en je collega’s die klaar zijn elkaars antwoorden, opmerkingen en advies."
READY = "Jullie zijn allebei klaar."


SEEN = "Je doet mee aan een tweede mening. Wie daaraan meedoet, ziet je antwoorden, opmerkingen en advies daar wel"


def check(journey: Journey) -> str:
    return str(journey.client.get(journey.at("controle")).content.decode())


def test_the_check_page_says_what_finishing_shares_to_who_takes_part() -> None:
    host = Journey(Client()).walk_to("controle")
    assert SHARED not in check(host)

    guest = begin(invite(host)).walk_to("controle")

    assert SHARED in check(host)
    assert SHARED in check(guest)


def test_with_more_colleagues_it_does_not_speak_of_both() -> None:
    host = finish()
    guest = begin(invite(host)).walk_to("controle")
    other = begin(invite(host, "directie"))
    stopped = begin(invite(host, "hr"))

    assert SHARED_BY_MORE in check(guest)
    assert SHARED not in check(guest)
    in_english = guest.client.get(f"/en/advice/{guest.token}/step/controle/").content.decode()
    assert (
        "After this, you and your colleagues who are ready see each other’s answers, remarks and advice." in in_english
    )

    post(stopped, stop="ja")
    assert SHARED_BY_MORE in check(guest)
    post(other, stop="ja")
    assert SHARED in check(guest)


def test_it_says_so_no_more_when_the_tie_ended() -> None:
    host = finish()
    guest = begin(invite(host)).walk_to("controle")
    post(host, intrekken=Invitation.objects.get().key)

    assert SHARED not in check(guest)


def test_only_a_run_that_takes_part_asks_more(django_assert_num_queries: Any) -> None:
    guest = begin(invite(finish())).walk_to("controle")
    alone = Journey(guest.client).walk_to("controle")

    with django_assert_num_queries(2):
        check(alone)
    with django_assert_num_queries(3):
        check(guest)


def test_who_finishes_last_is_led_to_the_comparison_and_from_there_to_the_advice() -> None:
    host = finish()
    guest = begin(invite(host)).walk_to("controle", **HURRY)
    guest.finish()

    page = guest.client.get(guest.url).content.decode()

    assert guest.url == f"{page_of(guest)}?gemeld=klaar"
    assert READY in page
    assert f'<a href="/advies/{guest.token}/rapport/">Lees eerst je eigen advies</a>' in page


def test_it_says_how_many_of_them_are_ready() -> None:
    host = finish()
    first, second = answered(invite(host, "inkoop")), begin(invite(host, "directie")).walk_to("controle")
    invite(host, "hr")

    assert "2 van de 4 zijn klaar." in told_ready(first)
    second.finish()
    assert second.url == f"{page_of(second)}?gemeld=klaar"
    assert "3 van de 4 zijn klaar." in told_ready(second)
    assert "3 of the 4 are ready." in told_ready(second, f"/en/advice/{second.token}/second-opinion/")

    post(host, intrekken=Invitation.objects.latest("pk").key)
    assert "Iedereen is klaar." in told_ready(first)
    assert "Everybody is ready." in told_ready(first, f"/en/advice/{first.token}/second-opinion/")
    post(second, stop="ja")
    assert READY in told_ready(first)


def told_ready(journey: Journey, url: str = "") -> str:
    return str(journey.client.get(f"{url or page_of(journey)}?gemeld=klaar").content.decode())


def test_who_invited_and_finishes_last_is_led_there_too() -> None:
    host = Journey(Client()).walk_to("controle")
    guest = answered(invite(host))
    assert guest.url == f"/advies/{guest.token}/rapport/"

    host.finish()

    assert host.url == f"{page_of(host)}?gemeld=klaar"


def test_a_browser_that_lost_the_cookie_gets_it_back_on_the_page() -> None:
    host = finish()
    guest = begin(invite(host)).walk_to("controle")
    del guest.client.cookies[settings.DIALOOG_TOGETHER_COOKIE]
    assert SHARED not in check(guest)

    look(guest)

    assert SHARED in check(guest)


def test_a_page_that_is_opened_again_tells_only_what_is_still_so() -> None:
    host = finish()
    invitation = invite(host)
    told = f"{page_of(host)}?gemeld=uitgenodigd"
    assert INVITED in host.client.get(told).content.decode()

    guest = begin(invitation)
    assert INVITED not in host.client.get(told).content.decode()

    guest.walk_to("controle").finish()
    assert INVITED not in host.client.get(told).content.decode()
    assert READY in host.client.get(f"{page_of(host)}?gemeld=klaar").content.decode()
    post(host, intrekken=Invitation.objects.get().key)
    assert READY not in host.client.get(f"{page_of(host)}?gemeld=klaar").content.decode()


def test_where_one_invites_it_shows_what_the_colleague_reads() -> None:
    named = look(Journey(Client()).finish(title="Lonen te laag", organisation="Zacht BV")).content.decode()
    unnamed = look(Journey(Client()).walk_to("thema")).content.decode()

    assert 'value="Lonen te laag"' in named
    assert "Zet er niet in wat jij antwoordde." in named
    assert "Je collega leest ook de naam van je organisatie: <bdi>Zacht BV</bdi>." in named
    assert "de naam van je organisatie:" not in unnamed


def test_the_invitation_says_to_answer_of_the_same_subject() -> None:
    said = Client().get(invite(finish(), host_name="Els", about="Lonen hier")).content.decode()
    empty = Client().get(invite(Journey(Client()).walk_to("thema"))).content.decode()

    assert "over hetzelfde onderwerp als je collega: <bdi>Lonen hier</bdi>." in said
    assert "Je collega noemt zich: <strong><bdi>Els</bdi></strong>" in said
    assert "Weet je niet welk onderwerp dat is?" in empty


def test_who_invites_has_the_name_that_they_gave_last() -> None:
    host = finish()
    guest = answered(invite(host, "Sanne", host_name="inkoop"))
    invite(host, "Els", host_name="Els")
    invite(host, "Jan")

    page = look(guest)

    assert [column.letter for column in page.context["columns"]] == ["jij", "Els"]
    assert "(nodigde jou uit)" in page.content.decode()
    assert [shown.guest.name for shown in look(host).context["guests"]] == ["Sanne", "Els (2)", "Jan"]
    assert 'value="Els"' not in look(host).content.decode()  # there is no room for another


def test_garbage_in_the_cookie_is_not_sent_back() -> None:
    host = finish()
    host.client.cookies[settings.DIALOOG_TOGETHER_COOKIE] = f"{'x' * 4000}.abc;<b>.{'a' * 12}"
    invite(host)

    kept = host.client.cookies[settings.DIALOOG_TOGETHER_COOKIE].value.split(".")

    assert len(kept) == 2
    assert all(len(name) == 12 for name in kept)


def names_in(client: Client) -> list[str]:
    """What a browser sends of the runs that take part."""
    kept = client.cookies.get(settings.DIALOOG_TOGETHER_COOKIE)
    return kept.value.split(".") if kept and kept["max-age"] != 0 else []


def delete(journey: Journey) -> Any:
    return journey.client.post(f"/advies/{journey.token}/verwijderen/")


def stop(journey: Journey) -> Any:
    return journey.client.post(page_of(journey), {"stop": "ja"})


@pytest.mark.parametrize("end", [delete, stop])
def test_the_browser_forgets_a_run_that_is_deleted_or_stops(end: Any) -> None:
    guest = begin(invite(finish()))
    assert len(names_in(guest.client)) == 1

    assert end(guest).status_code == 302

    assert names_in(guest.client) == []


@pytest.mark.parametrize("end", [delete, stop])
def test_of_another_run_in_the_same_browser_it_forgets_nothing(end: Any) -> None:
    other = begin(invite(finish()))
    guest = begin(invite(finish()), other.client)
    both = names_in(guest.client)

    end(guest)

    assert names_in(guest.client) == both[:1]
    assert SHARED in check(other.walk_to("controle"))


def test_it_forgets_who_invited_with_the_last_invitation() -> None:
    host = finish()
    for name in ("inkoop", "directie"):
        invite(host, name)
    first, last = Invitation.objects.values_list("key", flat=True)

    host.client.post(page_of(host), {"intrekken": first})
    assert len(names_in(host.client)) == 1
    host.client.post(page_of(host), {"intrekken": last})
    assert names_in(host.client) == []


def test_it_forgets_a_colleague_who_reads_that_the_other_side_ended_it() -> None:
    host = finish()
    guest = begin(invite(host))
    delete(host)

    look(guest)

    assert names_in(guest.client) == []


def test_a_run_that_never_took_part_sets_no_cookie() -> None:
    alone = finish()

    for answer in (look(alone), stop(alone), delete(alone)):
        assert settings.DIALOOG_TOGETHER_COOKIE not in answer.cookies


def test_who_stops_sharing_reads_that_a_colleague_sees_the_answers_all_the_same() -> None:
    host, alone = finish(), finish()
    guest = answered(invite(host))
    pages = ("beheren/", "overdragen/")
    for one in (host, guest, alone):
        said = [one.client.get(f"/advies/{one.token}/{page}").content.decode() for page in pages]
        assert not any(SEEN in page for page in said)
        stop_sharing(one)

    for one in (host, guest):
        for page in pages:
            said = Client().get(f"/advies/{one.token}/{page}").content.decode()
            assert SEEN in said
            assert f'href="{page_of(one)}"' in said.partition(SEEN)[2].partition("</p>")[0]
    assert not any(SEEN in alone.client.get(f"/advies/{alone.token}/{page}").content.decode() for page in pages)

    post(guest, stop="ja")
    for one in (host, guest):
        assert not any(SEEN in one.client.get(f"/advies/{one.token}/{page}").content.decode() for page in pages)


def test_that_is_asked_only_of_a_run_that_is_not_shared() -> None:
    host = finish()
    answered(invite(host))

    asked = []
    for end in (lambda _one: None, stop_sharing):
        end(host)
        with CaptureQueriesContext(connection) as queries:
            host.client.get(f"/advies/{host.token}/beheren/")
        asked.append(sum("second_opinion" in query["sql"] for query in queries))

    assert asked == [0, 1]
