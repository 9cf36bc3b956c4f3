"""Inviting, answering apart, and what the two sides see of each other before and after."""

import pytest

from tests.compare.reports import HURRY, finish
from tests.second_opinion.people import begin, invite, look, stands

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def test_two_answer_apart_and_see_each_other_when_both_are_ready() -> None:
    host = finish(title="Lonen")
    invitation = invite(host)
    assert stands(look(host)) == ["invited"]

    guest = begin(invitation)
    assert stands(look(host)) == ["busy"]
    assert look(host).context["comparison"] is None
    guest.walk_to("controle", **HURRY).finish(title="Anders")

    for one in (host, guest):
        page = look(one)
        assert page.context["columns"][0].letter == "jij"
        assert [row.name for row in page.context["comparison"].answers.rows] == [
            "Hoeveel tijd heb je om een samenwerking op te bouwen?"
        ]
        assert "Bespreek samen" in page.content.decode()
