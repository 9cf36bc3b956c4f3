"""What every step asks of the database, in statements written out.

Making these with the ORM takes some ten times as long as the database needs to answer them; all else uses the ORM.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache, reduce
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Field, Model
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.remarks import Remarks

M = TypeVar("M", bound=Model)

OWNER, READER = "token_hash", "share_hash"
RELEASE = ("id", "number", "checksum", "published_at")
"""What a page needs of a release; the rest is fetched if somebody asks for it."""

SAVE = """
    INSERT INTO wizard_stepanswers (consultation_id, step, answers, remarks, saved_at) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (consultation_id, step)
    DO UPDATE SET answers = EXCLUDED.answers, remarks = EXCLUDED.remarks, saved_at = EXCLUDED.saved_at
"""
READ = "SELECT step, answers, remarks FROM wizard_stepanswers WHERE consultation_id = %s ORDER BY saved_at, id"
NO_REMARKS = "{}"
LOCK = "SELECT completed_at IS NULL FROM wizard_consultation WHERE id = %s AND expires_at > %s"
MOVE = """
    UPDATE wizard_consultation SET expires_at = %s, counted_at = %s,
    moved_from = CASE WHEN counted_at = %s THEN moved_from ELSE COALESCE(moved_from, counted_at) END
    WHERE id = %s AND expires_at > %s AND completed_at IS NULL
"""


def consultation_of(digest: str, whose: str = OWNER) -> Consultation | None:
    """The live run that the token with this hash opens, with its release; `whose` is the column that holds it."""
    own = _fields(Consultation)
    with connection.cursor() as cursor:
        cursor.execute(_opening(whose), [digest, _moment()])
        row = cursor.fetchone()
    if row is None:
        return None
    consultation = _read(Consultation, own, row[: len(own)])
    consultation.release = _read(Release, _fields(Release, RELEASE), row[len(own) :])
    return consultation


@cache
def _opening(whose: str) -> str:
    columns = [f'run."{f.column}"' for f in _fields(Consultation)] + [f'release."{name}"' for name in RELEASE]
    return (
        f"SELECT {', '.join(columns)} FROM wizard_consultation run"  # noqa: S608 names of our own columns
        f" JOIN content_release release ON release.id = run.release_id WHERE run.{whose} = %s AND run.expires_at > %s"
    )


@cache
def _fields(model: type[Model], names: tuple[str, ...] = ()) -> list["Field[Any, Any]"]:
    """All, or those with these names."""
    by_name = {field.name: field for field in model._meta.concrete_fields}
    return [by_name[name] for name in names or by_name]


def _read(model: type[M], fields: list["Field[Any, Any]"], row: Sequence[Any]) -> M:
    """As the ORM reads them, with the same conversion of what this database gives back."""
    values = [
        reduce(lambda value, convert: convert(value, None, connection), _converters(field, connection.vendor), value)
        for field, value in zip(fields, row, strict=True)
    ]
    return model.from_db(connection.alias, [field.attname for field in fields], values)


@cache
def _converters(field: "Field[Any, Any]", _vendor: str) -> list[Any]:
    column = field.get_col(field.model._meta.db_table)
    return [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]


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


def saved_steps(consultation: Consultation) -> tuple[dict[str, dict[str, Any]], dict[str, Remarks]]:
    """Answers and remarks by step, what was saved last comes last."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [consultation.pk])
        rows = cursor.fetchall()
    answers = {step: json.loads(answers) for step, answers, _remarks in rows}
    return answers, {step: json.loads(remarks) for step, _answers, remarks in rows if remarks != NO_REMARKS}


def save_step(consultation: Consultation, step: str, answers: dict[str, Any], remarks: Remarks) -> None:
    adapted = (connection.ops.adapt_json_value(value, None) for value in (answers, remarks))
    with connection.cursor() as cursor:
        cursor.execute(SAVE, [consultation.pk, step, *adapted, _moment()])


def _moment() -> Any:
    return _adapted(timezone.now())


def _adapted(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
