"""Fills a database as years of use would: some runs are walked through the site itself, and the rest are copies.

What a run hangs on is copied by the database, row by row, because making a million rows in Python takes too long.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from benchmarks.growth.sizes import Size
from dialoog.catalogue.document import Document, Record, records_of
from dialoog.content.document.exporting import export_document
from dialoog.content.document.schema import COLLECTION_OF, SCHEMA
from dialoog.content.models import Caution, Release
from dialoog.content.models.versions import Event, Version
from dialoog.content.releases.publishing import checksum
from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind, Opinion, Place
from dialoog.wizard.models import Consultation, expiry_from
from dialoog.wizard.tokens import new_code
from tests.journey import Journey

BATCH = 1000
WALKED = 10
"""Runs that are walked, of which all others are copies."""
RELEASES_IN_USE = 50
"""The newest ones, with which the runs were made."""
DELETED_FROM = 10_000_000
"""Primary keys of what was deleted: none that there is."""
HOST = "localhost"

COPIES = (
    "INSERT INTO wizard_stepanswers (consultation_id, step, answers, saved_at)"
    " SELECT run.id, old.step, old.answers, run.created_at {joined} wizard_stepanswers {old}",
    "INSERT INTO report_keptadvice (consultation_id, version, data)"
    " SELECT run.id, old.version, old.data {joined} report_keptadvice {old}",
    "INSERT INTO report_rendering (consultation_id, edition, key, digest, content)"
    " SELECT run.id, old.edition, old.key, old.digest, old.content {joined} report_rendering {old}",
)
"""What hangs on a run, for each run after the walked ones; in the order of their keys, as they would have come."""

JOINED = "FROM wizard_consultation run JOIN"
OLD = "old ON old.consultation_id = %s + run.id %% %s WHERE run.id > %s ORDER BY run.id, old.id"


def fill(size: Size) -> None:
    """On a database that was just set up."""
    now = timezone.now()
    document = export_document()
    with transaction.atomic():
        people = [User.objects.create_user(f"redacteur{number}", first_name=f"Els {number}") for number in range(5)]
        Release.objects.bulk_create(_releases(document, size.releases, people, now), batch_size=20)
        Version.objects.bulk_create(_versions(document, size.versions, people, now), batch_size=BATCH)
        Version.objects.bulk_create(_deletions(document, size.deletions, people, now), batch_size=BATCH)
        DayCount.objects.bulk_create(_counts(document, size.days, now), batch_size=BATCH)
        Remark.objects.bulk_create(_remarks(size.remarks, now), batch_size=BATCH)
    if size.runs:
        add_runs(size.runs)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the server itself does within minutes


def add_runs(many: int, days: int = settings.DIALOOG_RETENTION_DAYS) -> int:
    """So many finished runs, evenly over the last days; returns the key of the last one that was there before."""
    walked = [walk().consultation_id for _ in range(WALKED)]
    first, last = walked[0], walked[-1]
    assert walked == list(range(first, last + 1)), "others made runs meanwhile"
    used = Release.objects.order_by("-number").values_list("pk", flat=True)[:RELEASES_IN_USE]
    with transaction.atomic():
        Consultation.objects.filter(pk__range=(first, last)).update(expires_at=expiry_from(timezone.now()))
        for day in range(days):
            part = many * (day + 1) // days - many * day // days
            moment = timezone.now() - timedelta(days=days - 1 - day, hours=1)
            with patch("django.utils.timezone.now", return_value=moment):
                Consultation.objects.bulk_create(_runs(part, cycle(used), moment), batch_size=BATCH)
        with connection.cursor() as cursor:
            for statement in COPIES:
                cursor.execute(statement.format(joined=JOINED, old=OLD), [first, WALKED, last])
    return last


class Walked(Journey):
    """A run that was finished in the site, and whose page was looked at."""

    @property
    def consultation_id(self) -> int:
        found = Consultation.objects.owned_with(self.token).get()
        return int(found.pk)


def walk() -> Walked:
    journey = Walked(Client(SERVER_NAME=HOST)).finish(title="Samen verder", organisation="Een bedrijf")
    journey.client.get(journey.url)
    assert isinstance(journey, Walked)
    return journey


def _runs(many: int, releases: "cycle[int]", moment: datetime) -> Iterator[Consultation]:
    for release in islice(releases, many):
        yield Consultation(
            token_hash=secrets.token_hex(32),
            share_hash=secrets.token_hex(32),
            code=new_code(),
            release_id=release,
            completed_at=moment,
            expires_at=expiry_from(moment),
            counted_at=Place.COMPLETED,
        )


def _releases(document: Document, many: int, people: list[User], now: datetime) -> Iterator[Release]:
    """Each with another reason in one rule; the last one is what the site has."""
    first = Release.objects.order_by("number").values_list("number", flat=True)[0]
    for number, author in zip(range(first + 1, first + many + 1), cycle(people), strict=False):
        rules = list(document["rules"])
        place = number % len(rules)
        if number < first + many:
            rules[place] = {**rules[place], "reason": f"{rules[place]['reason']} Zo was het in uitgave {number}."}
        changed: Any = {**document, "rules": rules}
        note = f"Teksten over vakbonden duidelijker, ronde {number}."
        yield Release(number=number, document=changed, checksum=checksum(changed), note=note, author=author)


def _versions(document: Document, many: int, people: list[User], now: datetime) -> Iterator[Version]:
    """Of every record in turn, each with another text, oldest first."""
    records = [
        (instance, record)
        for name, shape in SCHEMA.items()
        for instance, record in zip(shape.model._default_manager.all(), records_of(document, name), strict=True)
    ]
    for number, (instance, record), author in zip(range(many), cycle(records), cycle(people), strict=False):
        version = Version.make(instance, Event.CHANGED, _other(record, number // len(records)), author)
        version.made_at = now - timedelta(minutes=10 * (many - number))
        yield version


def _other(record: Record, number: int) -> Record:
    """With another text, where the record has one."""
    name = next((name for name, value in record.items() if isinstance(value, str) and len(value) > 25), None)
    return {**record, name: f"{record[name]} ({number})"} if name else record


def _deletions(document: Document, many: int, people: list[User], now: datetime) -> Iterator[Version]:
    instance = Caution()
    record = records_of(document, COLLECTION_OF[Caution])[0]
    for number, author in zip(range(many), cycle(people), strict=False):
        instance.pk = DELETED_FROM + number
        yield Version.make(instance, Event.MADE, {**record, "slug": f"weg_{number}"}, author)
        yield Version.make(instance, Event.DELETED, None, author)


def _counts(document: Document, days: int, now: datetime) -> Iterator[DayCount]:
    places = [step["slug"] for step in document["steps"]] + [Place.CHECK, Place.COMPLETED]
    keys = {
        CountKind.BEGUN: [""],
        CountKind.COMPLETED: [""],
        CountKind.PDF: [""],
        CountKind.GOAL: [goal["slug"] for goal in document["goals"]],
        CountKind.PLACE: places,
        CountKind.USEFUL: list(Opinion),
    }
    for day in range(days, 0, -1):
        for kind, of_kind in keys.items():
            for key in of_kind:
                date = timezone.localdate(now) - timedelta(days=day)
                yield DayCount(day=date, kind=kind, key=key, number=20 + (7 * day + len(key)) % 40)


def _remarks(many: int, now: datetime) -> Iterator[Remark]:
    for number in range(many):
        day = timezone.localdate(now) - timedelta(days=number % 360)
        yield Remark(day=day, is_useful=number % 3 > 0, text=f"Hier had ik wat aan, vooral aan tip {number}.")
