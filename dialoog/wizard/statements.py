"""What every step asks of the database, in statements written out.

Making these with the ORM takes some ten times as long as the database needs to answer them; all else uses the ORM.
"""

import json
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.tokens import hash_token

OWNER, READER = "token_hash", "share_hash"
RELEASE = ("id", "number", "checksum", "published_at")
"""What a page needs of a release; the rest is fetched if somebody asks for it."""

SAVE = """
    INSERT INTO wizard_stepanswers (consultation_id, step, answers, saved_at) VALUES (%s, %s, %s, %s)
    ON CONFLICT (consultation_id, step) DO UPDATE SET answers = EXCLUDED.answers, saved_at = EXCLUDED.saved_at
"""
READ = "SELECT step, answers FROM wizard_stepanswers WHERE consultation_id = %s ORDER BY saved_at, id"
LOCK = "SELECT completed_at IS NULL FROM wizard_consultation WHERE id = %s AND expires_at > %s"
MOVE = """
    UPDATE wizard_consultation SET expires_at = %s, counted_at = %s,
    moved_from = CASE WHEN counted_at = %s THEN moved_from ELSE COALESCE(moved_from, counted_at) END
    WHERE id = %s AND expires_at > %s AND completed_at IS NULL
"""


def consultation_of(token: str, whose: str = OWNER) -> Consultation | None:
    """The live run that a token opens, with its release."""
    runs = Consultation.objects.raw(_opening(whose), [hash_token(token), timezone.now()])
    for consultation in runs:
        values = [getattr(consultation, f"release_{name}") for name in RELEASE]
        consultation.release = Release.from_db(connection.alias, list(RELEASE), values)
        return consultation
    return None


@cache
def _opening(whose: str) -> str:
    own = ", ".join(f'run."{name}"' for name in _columns(Consultation))
    release = ", ".join(f'release."{name}" AS "release_{name}"' for name in RELEASE if name != "id")
    return (
        f"SELECT {own}, {release} FROM wizard_consultation run"  # noqa: S608 names of our own columns
        f" JOIN content_release release ON release.id = run.release_id WHERE run.{whose} = %s AND run.expires_at > %s"
    )


def _columns(model: type[Model]) -> list[str | None]:
    return [field.column for field in model._meta.concrete_fields]


def lock(consultation: Consultation) -> bool:
    """Whether a run is unfinished. Whoever comes second waits here. Raises RunGone."""
    statement = LOCK + (" FOR UPDATE" if connection.features.has_select_for_update else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [consultation.pk, _moment()])
        row = cursor.fetchone()
    if row is None:
        raise RunGone
    return bool(row[0])


def move(consultation: Consultation, step: str, expires_at: datetime) -> bool:
    """To a step, and its date on; locks it too. False if it was finished or is gone: then nothing changed.

    Where the counts have it stays where it was first: it may move many times before it is counted.
    """
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [_adapted(expires_at), step, step, consultation.pk, _moment()])
        return cursor.rowcount > 0


def saved_answers(consultation: Consultation) -> dict[str, dict[str, Any]]:
    """By step, what was saved last comes last."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [consultation.pk])
        return {step: json.loads(answers) for step, answers in cursor.fetchall()}


def save_answers(consultation: Consultation, step: str, answers: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SAVE, [consultation.pk, step, connection.ops.adapt_json_value(answers, None), _moment()])


def _moment() -> Any:
    return _adapted(timezone.now())


def _adapted(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
