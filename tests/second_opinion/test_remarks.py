"""What was written with answers: beside those that differ, for all who are ready, if its writer was told so before."""

from typing import Any

import pytest
from django.test import Client

from dialoog.compare.paper import render_html
from dialoog.second_opinion.circle import circle_of
from dialoog.second_opinion.models import Invitation
from dialoog.second_opinion.showing import on_paper
from dialoog.wizard.models import Consultation
from tests.compare.reports import HURRY, finish
from tests.journey import Journey
from tests.second_opinion.people import answered, begin, invite, look

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

MINE, THEIRS, ALIKE = "Wij hebben tot de zomer.", "Sinds gisteren weet ik: nu.", "Dit vinden we allebei."
TOLD = "of met jou meedoet aan een tweede mening, ziet het ook"


def remark(journey: Journey, question: str, text: str) -> None:
    page = f"/advies/{journey.token}/opmerkingen/"
    assert journey.client.post(page, {f"opmerking.{question}": text}).status_code == 302


def pair() -> tuple[Journey, Journey]:
    host = finish()
    remark(host, "tijdlijn", MINE)
    guest = answered(invite(host, "Sanne"))
    remark(guest, "tijdlijn", THEIRS)
    remark(guest, "doelen", ALIKE)
    return host, guest


def remarks(page: Any) -> list[list[str]]:
    return [[cell.remark for cell in row.cells] for row in page.context["talk"].answers.differ.rows]


def paper_of(journey: Journey) -> str:
    paper, columns = on_paper(circle_of(Consultation.objects.owned_with(journey.token).get()))
    return render_html(columns, paper)


def test_both_read_what_each_wrote_with_answers_that_differ() -> None:
    host, guest = pair()

    for one, theirs in ((host, [MINE, THEIRS]), (guest, [THEIRS, MINE])):
        page = look(one)
        assert remarks(page) == [theirs]
        for said in (page.content.decode(), paper_of(one)):
            assert f"Opmerking: <bdi>{MINE}</bdi>" in said
            assert f"Opmerking: <bdi>{THEIRS}</bdi>" in said
            assert ALIKE not in said


def test_nothing_is_read_before_both_are_ready() -> None:
    host = finish()
    remark(host, "tijdlijn", MINE)
    guest = begin(invite(host)).walk_to("controle", **HURRY)

    assert MINE not in look(guest).content.decode()
    assert MINE not in guest.client.get(guest.at("controle")).content.decode()


def test_who_was_not_told_is_not_read() -> None:
    host, guest = pair()
    Invitation.objects.update(tells_of_remarks=False)

    for one in (host, guest):
        assert remarks(look(one)) == [["", ""]]

    other = answered(invite(host, "Jan"))
    remark(other, "tijdlijn", "Van Jan.")
    assert remarks(look(host)) == [[MINE, "", "Van Jan."]]


def test_an_invitation_of_code_of_before_tells_nothing_of_remarks() -> None:
    assert Invitation._meta.get_field("tells_of_remarks").db_default is False


def test_it_is_said_before_anything_is_written() -> None:
    host = finish()
    invitation = invite(host)
    guest = begin(invitation).walk_to("thema")

    assert "met de opmerkingen bij die antwoorden" in look(host).content.decode()
    assert "met de opmerkingen die je bij antwoorden schrijft" in Client().get(invite(host)).content.decode()
    assert TOLD in guest.client.get(guest.at("thema")).content.decode()
    assert TOLD in host.client.get(f"/advies/{host.token}/opmerkingen/").content.decode()


def test_a_comparison_of_reports_shows_no_remark() -> None:
    host, guest = pair()
    page = f"/advies/{host.token}/vergelijken/"

    said = host.client.post(page, {"links": guest.shared}, follow=True).content.decode()

    assert "Antwoorden die verschillen" in said
    assert MINE not in said
    assert THEIRS not in said
