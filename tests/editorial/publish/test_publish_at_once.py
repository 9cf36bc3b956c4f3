"""Two people publish at the same moment: one does, the other is told, and nothing is lost."""

import pytest

from dialoog.content.document.exporting import export_document
from dialoog.content.models import Caution, Release
from dialoog.content.releases.publishing import Overtaken, Seen, checksum, publish, republish
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


@pytest.fixture(autouse=True)
def a_change() -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Vraag eerst wat haalbaar is.")


def test_of_several_who_publish_the_same_draft_one_does() -> None:
    seen = Seen(1, checksum(export_document()))

    outcomes = at_once(*[lambda: publish(note="Ik", seen=seen)] * 4)

    assert [type(outcome) for outcome in outcomes].count(Overtaken) == 3
    assert sorted(Release.objects.values_list("number", flat=True)) == [1, 2]


def test_publishing_and_going_back_at_once_take_turns() -> None:
    first = Release.objects.get(number=1)
    draft, old = Seen(1, checksum(export_document())), Seen(1, first.checksum)

    outcomes = at_once(lambda: publish(note="Vooruit", seen=draft), lambda: republish(first, note="Terug", seen=old))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Overtaken", "Release"]
    assert Release.objects.count() == 2


def test_an_edit_meanwhile_is_not_in_what_was_published() -> None:
    """It comes before or after as a whole: what is published is what was seen, or nothing."""
    seen = Seen(1, checksum(export_document()))

    def edit() -> None:
        Caution.objects.filter(slug="verifieer").update(text="Vraag het na.")

    outcome, _edited = at_once(lambda: publish(note="Ik", seen=seen), edit)

    if isinstance(outcome, Overtaken):
        assert Release.objects.count() == 1
    else:
        assert outcome.checksum == seen.checksum
    assert Caution.objects.get(slug="verifieer").text == "Vraag het na."
