"""Answering apart: what the two sides see of each other before and after, and how either ends it."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from dialoog.compare.columns import Column
from dialoog.report.pdf.process import PdfBusy
from dialoog.second_opinion import views
from dialoog.second_opinion.models import Acceptance, Invitation, new_key
from tests.compare.reports import HURRY, finish
from tests.endings import delete, pass_its_date
from tests.journey import Journey
from tests.second_opinion.people import answered, begin, invite, look, page_of, post, stands
from tests.words.dutch import dutch_in
from tests.words.test_no_dutch import names

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

DIFFERENT = "Hoeveel tijd heb je om een samenwerking op te bouwen?"


def questions(page: Any) -> list[str]:
    return [row.name for row in page.context["comparison"].answers.rows]


def test_both_see_the_comparison_when_both_are_ready() -> None:
    host = finish()
    guest = answered(invite(host))

    for one, other in ((host, "inkoop"), (guest, "je collega")):
        page = look(one)
        assert [column.letter for column in page.context["columns"]] == ["jij", other]
        assert questions(page) == [DIFFERENT]
        said = page.content.decode()
        assert "Bij 1 vraag antwoordden jullie anders." in said
        assert "(onze toevoeging)" in said
        assert 'href="#partners"' in said
    assert (
        "maar in jouw advies als ‘Begin hier’ en in het advies van inkoop als ‘Daarna’" in look(host).content.decode()
    )


def test_before_both_are_ready_neither_sees_anything_of_the_other() -> None:
    host = finish(title="Lonen hier", **HURRY)
    invitation = invite(host)
    guest = begin(invitation)
    for step in (guest.step, "controle"):
        guest.walk_to(step)
        said = [page.content.decode() for page in (look(host), look(guest))]
        assert not any(word in page for page in said for word in (DIFFERENT, "Bespreek samen", 'class="compare'))
    assert stands(look(host)) == ["busy"]
    assert look(guest).context["host"]["says"] == "klaar"


def test_who_invites_before_finishing_sees_nothing_before_that_either() -> None:
    host = Journey(Client()).walk_to("thema")
    later = host.client.get(f"/advies/{host.token}/later/").content.decode()
    assert f'href="{page_of(host)}"' in later
    guest = answered(invite(host))

    for one in (host, guest):
        assert look(one).context["comparison"] is None
    assert look(guest).context["host"]["says"] == "bezig"
    host.walk_to("controle").finish()

    assert questions(look(host)) == questions(look(guest)) == [DIFFERENT]


def test_three_colleagues_fit_and_each_that_is_ready_sees_all_that_are() -> None:
    host = finish()
    first, second = answered(invite(host, "")), answered(invite(host, "inkoop"))
    third = begin(invite(host, "Inkoop"))

    page = look(host)
    assert stands(page) == ["ready", "ready", "busy"]
    assert [column.letter for column in page.context["columns"]] == ["jij", "collega 1", "inkoop (2)"]
    letters = [column.letter for column in look(second).context["columns"]]
    assert letters == ["jij", "je collega", "collega 1"]
    assert look(third).context["comparison"] is None
    page = post(host, uitnodigen=new_key(), name="nog een")
    assert page.context["told"] == "vol"
    assert Invitation.objects.count() == 3
    assert stands(look(first)) == ["ready", "busy"]


def test_an_advice_without_a_title_of_its_own_is_called_by_whose_it_is() -> None:
    host = finish(title="")
    guest = answered(invite(host, "Sanne", "Els"), title="")

    for one, titles in (
        (host, ["Jouw advies", "Het advies van Sanne"]),
        (guest, ["Jouw advies", "Het advies van Els"]),
    ):
        page = look(one)
        assert [column.cover.title for column in page.context["columns"]] == titles
        assert "Advies over samenwerken" not in page.content.decode()


def test_the_same_answers_say_so() -> None:
    host = finish()
    answered(invite(host), tijdlijn=["ruim"])

    said = look(host).content.decode()

    assert "Jullie antwoordden overal hetzelfde. Ook het advies is hetzelfde." in said
    assert "Wie in het bedrijf zou anders antwoorden?" in said


def test_the_link_to_mail_is_one_that_every_mail_program_reads_whole() -> None:
    host = finish()
    invitation = invite(host)

    [link] = re.findall(r'href="(mailto:[^"]+)"', look(host).content.decode())

    assert parse_qs(urlsplit(unescape(link)).query)["body"][0].endswith(f": http://testserver{invitation}")
    assert "/" not in link


def test_a_form_that_is_sent_twice_invites_once() -> None:
    host = finish()
    for _ in range(2):
        post(host, uitnodigen="abcdefgh", name="inkoop")

    assert Invitation.objects.count() == 1


def test_a_withdrawn_invitation_does_not_come_back_with_its_form() -> None:
    host = finish()
    post(host, uitnodigen="abcdefgh")
    first = look(host).context["guests"][0].url
    post(host, intrekken="abcdefgh")
    post(host, uitnodigen="abcdefgh")

    assert look(host).context["guests"][0].url != first
    assert Client().get(first).status_code == 404


@pytest.mark.parametrize("name", ["x" * 41, "a\0b"])
def test_a_name_that_cannot_be_is_refused_and_stays_in_its_field(name: str) -> None:
    host = finish()
    page = host.client.post(page_of(host), {"uitnodigen": new_key(), "name": name})

    assert page.status_code == 422
    assert len(page.context["errors"]) == 1
    assert page.content.decode().count('aria-invalid="true"') == 1
    assert not Invitation.objects.exists()


def test_markup_in_a_name_is_text() -> None:
    host = finish()
    answered(invite(host, "<b>Els</b>"))

    said = look(host).content.decode()

    assert "<b>Els" not in said
    assert "&lt;b&gt;Els" in said


def test_who_invited_withdraws_a_colleague_who_answered() -> None:
    host = finish()
    guest = answered(invite(host))
    key = look(host).context["guests"][0].guest.invitation.key

    page = post(host, intrekken=key)

    assert page.context["comparison"] is None
    assert stands(page) == []
    assert "De collega die jou uitnodigde, doet niet meer mee." in look(guest).content.decode()
    assert look(guest).context["comparison"] is None
    assert guest.client.get(guest.url).status_code == 200


def test_a_colleague_stops() -> None:
    host = finish()
    guest = answered(invite(host))

    page = post(guest, stop="ja")

    assert page.context["told"] == "gestopt"
    assert page.context["comparison"] is None
    assert stands(look(host)) == ["stopped"]
    assert look(host).context["comparison"] is None
    assert not Acceptance.objects.exists()


@pytest.mark.parametrize("end", [delete, pass_its_date])
def test_a_colleague_whose_run_ends_is_one_who_stopped(end: Any) -> None:
    host = finish()
    guest = answered(invite(host))

    end(guest)

    assert stands(look(host)) == ["stopped"]
    assert look(host).context["comparison"] is None
    assert host.client.get(host.url).status_code == 200


@pytest.mark.parametrize("end", [delete, pass_its_date])
def test_who_is_half_way_goes_on_when_the_run_that_invites_ends(end: Any) -> None:
    host = finish(title="Lonen hier")
    guest = begin(invite(host)).walk_to("thema")

    end(host)

    page = look(guest).content.decode()
    assert "De collega die jou uitnodigde, doet niet meer mee." in page
    assert "Lonen hier" not in page
    guest.walk_to("controle").finish()
    assert guest.client.get(guest.url).status_code == 200
    assert look(guest).context["comparison"] is None
    invite(guest)
    assert "doet niet meer mee" not in look(guest).content.decode()


def test_who_answers_an_invitation_does_not_invite() -> None:
    guest = begin(invite(finish()))

    assert "Maak een uitnodiging" not in look(guest).content.decode()
    assert post(guest, uitnodigen=new_key()).context["told"] == "vol"
    assert Invitation.objects.count() == 1


def test_nobody_withdraws_what_another_made() -> None:
    host, stranger = finish(), finish()
    guest = begin(invite(host))
    key = Invitation.objects.get().key
    for one in (stranger, guest):
        post(one, intrekken=key)

    assert stands(look(host)) == ["busy"]


def test_no_page_holds_a_token_of_another(client: Client) -> None:
    host = finish()
    guest = answered(invite(host))
    invite(host, "directie")

    for one, other in ((host, guest), (guest, host)):
        assert other.token not in look(one).content.decode()
    assert "/uitnodiging/" not in look(guest).content.decode()
    assert Client().get(f"{host.shared}tweede-mening/").status_code == 404


def test_a_page_of_a_run_that_goes_is_a_dead_link() -> None:
    host = finish()
    delete(host)

    assert look(host).status_code == 404
    assert host.client.post(page_of(host), {"uitnodigen": new_key()}).status_code == 404


def test_what_nobody_sends_changes_nothing() -> None:
    host = finish()

    assert post(host).status_code == 200
    assert post(host, pdf="ja").status_code == 200
    assert host.client.get(page_of(host), {"gemeld": "onzin"}).context["told"] == ""
    assert not Invitation.objects.exists()


def test_the_pdf_has_the_talk_and_names_that_all_know(monkeypatch: pytest.MonkeyPatch) -> None:
    host = finish()
    guest = answered(invite(host))
    asked: list[list[str]] = []

    def render(columns: list[Column], paper: Any) -> bytes:
        asked.append([column.called for column in columns])
        return f"%PDF {paper.template}".encode()

    monkeypatch.setattr(views, "render_pdf", render)
    sent = [one.client.post(page_of(one), {"pdf": "ja"}) for one in (host, guest)]

    assert asked == [
        ["het advies van de collega die uitnodigde", "het advies van inkoop"],
        ["het advies van inkoop", "het advies van de collega die uitnodigde"],
    ]
    assert sent[0]["Content-Disposition"].startswith('attachment; filename="tweede-mening-')
    assert sent[0].content == b"%PDF second_opinion/pdf.html"


def test_a_pdf_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_arguments: Any) -> bytes:
        raise PdfBusy

    host = finish()
    answered(invite(host))
    monkeypatch.setattr(views, "render_pdf", busy)

    assert "De pdf kon nu niet gemaakt worden." in post(host, pdf="ja").content.decode()


def test_in_english_it_is_english() -> None:
    host = finish(title="Wages")
    token = invite(host, "purchasing").split("/")[2]
    url, invitation = f"/en/advice/{host.token}/second-opinion/", f"/en/invitation/{token}/"
    read = [host.client.get(url), Client().get(invitation), Client().get(invitation.replace(token, "x"))]
    guest = begin(f"/uitnodiging/{token}/")
    read += [host.client.get(url), guest.client.get(f"/en/advice/{guest.token}/second-opinion/")]
    guest.walk_to("controle", **HURRY).finish(title="Otherwise")
    read += [host.client.get(url), guest.client.get(f"/en/advice/{guest.token}/second-opinion/")]
    forms = ({"uitnodigen": "k", "name": "x" * 50}, {"stop": "x"})
    read += [host.client.post(url, form, follow=True) for form in forms]

    assert [dutch_in(page.content.decode(), names()) for page in read] == [[]] * len(read)
    assert (
        "but are marked “Start here” in your advice and “Later” in the advice of purchasing" in read[5].content.decode()
    )


def test_three_colleagues_cost_no_more_questions_than_one(django_assert_max_num_queries: Any) -> None:
    host = finish()
    guests = [answered(invite(host, name)) for name in ("inkoop", "directie", "hr")]

    with django_assert_max_num_queries(5):
        assert len(look(host).context["columns"]) == 4
    with django_assert_max_num_queries(6):
        assert len(look(guests[0]).context["columns"]) == 4
