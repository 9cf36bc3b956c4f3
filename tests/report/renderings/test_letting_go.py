"""A PDF is kept while it is asked for, and made anew afterwards."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from dialoog.insight.vocabulary import CountKind
from dialoog.report.editions import PDFS, Edition
from dialoog.report.models import Rendering
from dialoog.report.renderings.keeping import PDF_DAYS, keep_rendering, let_go_of_pdfs
from dialoog.wizard.models import Consultation
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def run(client: Client) -> Consultation:
    Journey(client).finish(title="Lonen")
    run = Consultation.objects.get()
    for edition in Edition:
        keep_rendering(run, edition, b"%PDF-1.7" * 1000)
    return run


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def sizes() -> dict[str, int]:
    return {kept.edition: len(kept.content) for kept in Rendering.objects.all()}


def test_the_pdfs_of_a_run_go_at_their_date_and_its_page_stays(
    run: Consultation, at: Callable[[datetime], None]
) -> None:
    date = run.completed_at + timedelta(days=PDF_DAYS)
    at(date - timedelta(microseconds=1))
    assert let_go_of_pdfs() == 0

    at(date)

    assert let_go_of_pdfs() == len(PDFS)
    assert let_go_of_pdfs() == 0
    assert sizes() == {Edition.PAGE: 8000, **dict.fromkeys(PDFS, 0)}


def test_the_purge_lets_go(run: Consultation, at: Callable[[datetime], None]) -> None:
    at(run.completed_at + timedelta(days=PDF_DAYS))

    call_command("purge", verbosity=0)

    assert sizes()[Edition.DOSSIER] == 0


@pytest.mark.pdf
@pytest.mark.slow
def test_who_asks_afterwards_gets_the_same_and_does_not_count_again(
    client: Client, at: Callable[[datetime], None]
) -> None:
    report = Journey(client).finish(title="Lonen").shared
    first = Client().post(f"{report}pdf/advies/", follow=True).content
    at(timezone.now() + timedelta(days=PDF_DAYS, seconds=1))
    let_go_of_pdfs()
    assert Client().get(f"{report}advies.pdf").url == report

    again = Client().post(f"{report}pdf/advies/", follow=True).content

    assert first == again
    assert first.startswith(b"%PDF-1.7")
    assert counted(CountKind.PDF) == {"": 1}
