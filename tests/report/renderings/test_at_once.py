"""Several at the same moment: everybody gets an answer, and one rendering stays."""

import pytest
from django.test import Client

from dialoog.insight.vocabulary import CountKind
from dialoog.report import download
from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.renderings.keeping import keep_rendering
from dialoog.wizard.models import Consultation
from tests.insight.counts import counted
from tests.journey import Journey
from tests.report.coming_back import come_back
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
READERS = 8


def test_the_first_readers_all_see_the_page(client: Client) -> None:
    shared = Journey(client).finish().shared

    answers = at_once(*[lambda: Client().get(shared)] * READERS)

    assert [answer.status_code for answer in answers] == [200] * READERS
    assert len({answer.content.partition(b"</h1>")[0] for answer in answers}) == 1
    assert Rendering.objects.get().edition == Edition.PAGE


def test_one_is_the_first_to_keep(client: Client) -> None:
    Journey(client).finish()
    run = Consultation.objects.get()

    firsts = at_once(*[lambda: keep_rendering(run, Edition.ADVICE, b"%PDF")] * READERS)

    assert sorted(firsts) == [False] * (READERS - 1) + [True]
    assert bytes(Rendering.objects.get().content) == b"%PDF"


def test_a_pdf_that_several_made_counts_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Journey(client).finish().shared + "pdf/dossier/"
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF")  # as on servers of their own

    def got() -> bytes:
        reader = Client()
        come_back(reader, reader.post(make))
        return reader.get(make.replace("pdf/dossier/", "dossier.pdf")).content

    assert set(at_once(*[got] * READERS)) == {b"%PDF"}
    assert counted(CountKind.PDF) == {"": 1}


def test_deleting_leaves_nothing_of_what_others_are_opening(client: Client) -> None:
    journey = Journey(client).finish()
    shared = journey.shared
    readers = [lambda: Client().get(shared).status_code] * READERS
    owner = lambda: Client().post(f"/advies/{journey.token}/verwijderen/").status_code  # noqa: E731

    *seen, deleted = at_once(*readers, owner)

    assert deleted == 302
    assert set(seen) <= {200, 404}
    assert not Rendering.objects.exists()
