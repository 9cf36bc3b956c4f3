"""What the pages of a report that are asked most need of a run, in one statement that is written out (ADR 23)."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import connection
from django.utils import timezone

from dialoog.languages.active import active_language
from dialoog.report.editions import Edition
from dialoog.report.renderings.keeping import sound
from dialoog.report.renderings.key import rendering_key
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import CHECK
from dialoog.wizard.statements import OWNER

STATEMENT = """
    SELECT run.id, run.token_hash, run.code, run.completed_at IS NOT NULL, run.has_opinion, run.expires_at,
        run.plan_done, run.plan_next_on, cover.answers, newest.id, newest.checksum, kept.digest, kept.content
    FROM wizard_consultation run
    LEFT JOIN report_rendering kept ON kept.consultation_id = run.id AND kept.edition = %s AND kept.language = %s
        AND kept.key = %s
    LEFT JOIN wizard_stepanswers cover ON cover.consultation_id = run.id AND cover.step = %s
    LEFT JOIN content_release newest ON newest.number = (SELECT MAX(number) FROM content_release)
    WHERE run.{whose} = %s AND run.expires_at > %s
"""


@dataclass(frozen=True)
class Opened:
    """A live run as a link opens it, with one edition of its report in the active language."""

    pk: int
    token_hash: str
    code: str
    is_completed: bool
    has_opinion: bool
    expires_at: datetime
    plan_done: int
    plan_next_on: date | None
    title: str
    """As it was typed for the cover; empty without one."""
    release: tuple[int, str] | None
    """Number of the row and checksum of the current release."""
    content: bytes | None
    """None when the edition is not kept, is damaged, or was made by other code."""

    def consultation(self) -> Consultation:
        """The run itself, for what is made once. Raises RunGone."""
        found = Consultation.objects.live().with_release().filter(pk=self.pk).first()
        if found is None:
            raise RunGone
        return found


def opened_with(digest: str, whose: str = OWNER, *, edition: Edition = Edition.PAGE) -> Opened | None:
    """What the token with this hash opens; `whose` is the column of the run that holds it."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    values = [edition.value, active_language(), rendering_key(), CHECK, digest, now]
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT.format(whose=whose), values)
        row = cursor.fetchone()
    return _opened(row) if row else None


def _opened(row: tuple[Any, ...]) -> Opened:
    pk, token_hash, code, is_completed, has_opinion, expires_at, done, next_on, cover, release, checksum, *kept = row
    digest, content = kept
    return Opened(
        pk=pk,
        token_hash=token_hash,
        code=code,
        is_completed=bool(is_completed),
        has_opinion=bool(has_opinion),
        expires_at=_read("expires_at", expires_at),
        plan_done=done,
        plan_next_on=_read("plan_next_on", next_on) if next_on else None,
        title=json.loads(cover).get("title", "") if cover else "",
        release=(release, checksum) if release else None,
        content=sound(content, digest),
    )


def _read(field: str, value: Any) -> Any:
    """As a field gives it: SQLite keeps days and moments as text."""
    for convert in _converters(field):
        value = convert(value, None, connection)
    return value


@cache
def _converters(field: str) -> list[Any]:
    own: Any = Consultation._meta.get_field(field)
    column = own.cached_col
    return [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
