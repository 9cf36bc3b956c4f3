"""Pages of staff ask the database as many questions with many records as with few."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dialoog.content.models import Caution, Release, Rule, RuleCaution
from dialoog.content.models.versions import Event, Version
from dialoog.insight.models import DayCount
from dialoog.insight.vocabulary import CountKind

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

MANY = 60


def versions() -> None:
    rule = Rule.objects.get(code="K01")
    record = Version.objects.of(rule)[0].record
    Version.objects.bulk_create(
        Version.make(rule, Event.CHANGED, {**(record or {}), "reason": f"Reden {number}."}) for number in range(MANY)
    )


def releases() -> None:
    first = Release.objects.get(number=1)
    Release.objects.bulk_create(
        Release(number=number, document=first.document, checksum=first.checksum, note=f"Uitgave {number}")
        for number in range(2, MANY + 2)
    )


def deletions(many: int = MANY) -> None:
    caution = Caution.objects.get(slug="verifieer")
    record = Version.objects.of(caution)[0].record
    made: list[Version] = []
    for number in range(many):
        caution.pk = 10_000 + number
        made.append(Version.make(caution, Event.CHANGED, {**(record or {}), "slug": f"weg_{number}"}))
        made.append(Version.make(caution, Event.DELETED, None))
    Version.objects.bulk_create(made)


def one_deletion() -> None:
    caution = Caution.objects.get(slug="capaciteit")
    RuleCaution.objects.filter(caution=caution).delete()
    caution.delete()


def counts() -> None:
    today = timezone.localdate()
    DayCount.objects.bulk_create(
        DayCount(day=today - timedelta(days=days), kind=kind, key="", number=days)
        for days in range(MANY)
        for kind in (CountKind.BEGUN, CountKind.COMPLETED, CountKind.PDF)
    )


def nothing() -> None:
    """The content of a new site: one release, a version of each record."""


PAGES = {
    "/beheer/content/rule/{rule}/history/": (nothing, versions),
    "/beheer/uitgaven/": (nothing, releases),
    "/beheer/content/release/": (nothing, releases),
    "/beheer/verwijderd/": (one_deletion, deletions),
    "/beheer/inzicht/": (nothing, counts),
    "/beheer/inzicht/inzicht.csv": (nothing, counts),
}


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("anna"))
    return client


@pytest.mark.parametrize("path", PAGES)
def test_many_records_ask_no_more_questions(path: str, staff: Client) -> None:
    few, many = PAGES[path]
    address = path.format(rule=Rule.objects.get(code="K01").pk)
    few()
    staff.get(address)  # what is read once in a process is not about records

    before = questions(staff, address)
    many()

    after = questions(staff, address)
    assert len(after) <= len(before), after


def questions(staff: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        response = staff.get(address)
    assert response.status_code == 200
    return [query["sql"][:150] for query in asked]


def test_a_long_history_comes_in_pages(staff: Client) -> None:
    versions()
    address = f"/beheer/content/rule/{Rule.objects.get(code='K01').pk}/history/"

    newest, oldest = (staff.get(address, {"pagina": page}).content.decode() for page in (1, 99))

    assert f'<li value="{MANY + 1}">' in newest
    assert "De eerste versie" in oldest
    assert "De eerste versie" not in newest


def test_what_was_deleted_long_ago_can_come_back(staff: Client) -> None:
    deletions()

    page = staff.get("/beheer/verwijderd/", {"pagina": 3}).content.decode()
    assert 'value="weg_0"' in page
    response = staff.post("/beheer/verwijderd/?pagina=3", {"collection": "cautions", "identity": "weg_0"})

    assert response.status_code == 302
    assert Caution.objects.filter(slug="weg_0").exists()
