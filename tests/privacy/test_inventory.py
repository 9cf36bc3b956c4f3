"""docs/privacy.md names every field of every model; of what is of somebody also why, how long and who removes it."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db import models

from dialoog.editorial.exchange.uploads import KEPT
from dialoog.insight.models import REMARK_DAYS
from tests.docs.documents import ROOT, code_of, tables

PAGE = "docs/privacy.md"
PAGE_TEXT = (ROOT / PAGE).read_text(encoding="utf-8")
VISITORS, STAFF, _ELSEWHERE, NOBODY = range(4)

Field = tuple[str, str]
"""The name of a model and that of a field."""


def fields_of(model: type[models.Model]) -> Iterator[Field]:
    """All that is a column or a table of pairs, but for a number that only counts rows."""
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if not (field.name == "id" and isinstance(field, models.AutoField)):
            yield model._meta.label, field.name


def kept() -> set[Field]:
    return {field for model in apps.get_models() for field in fields_of(model)}


def named(table: int) -> list[Field]:
    rows = tables(PAGE)[table][1:]
    return [(model, field) for row in rows for model in code_of(row[0]) for field in code_of(row[1])]


def cell(model: str, word: str, column: int) -> str:
    """Of the row that names both."""
    found = [row for table in (VISITORS, STAFF) for row in tables(PAGE)[table] if code_of(row[0]) == [model]]
    return next(row[column].content for row in found if word in code_of(row[1]))


def test_every_field_is_named_and_every_name_is_a_field() -> None:
    on_the_page = {field for table in (VISITORS, STAFF, NOBODY) for field in named(table)}

    assert kept() - on_the_page == set(), f"say in {PAGE} whether it holds something of somebody"
    assert on_the_page - kept() == set(), f"{PAGE} names what is no longer there"


def test_no_field_is_named_twice() -> None:
    fields = [field for table in (VISITORS, STAFF, NOBODY) for field in named(table)]

    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("table", [VISITORS, STAFF])
def test_of_what_is_of_somebody_the_page_says_why_how_long_and_who_removes_it(table: int) -> None:
    for _model, _fields, *said in tables(PAGE)[table][1:]:
        assert len(said) == 3
        assert all(cell.content.strip() for cell in said)


def test_what_points_to_an_account_is_not_of_nobody() -> None:
    of_nobody = set(named(NOBODY))
    pointing = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.related_model is User and not field.auto_created
    }

    assert len(pointing) >= 4
    assert pointing & of_nobody == set()


def test_the_terms_are_those_of_the_code() -> None:
    assert f"`DIALOOG_RETENTION_DAYS` ({settings.DIALOOG_RETENTION_DAYS} days)" in PAGE_TEXT
    assert cell("insight.Remark", "text", 3) == f"{REMARK_DAYS} days"
    assert cell("editorial.Upload", "document", 3) == f"{KEPT.days} day"
    assert cell("sessions.Session", "session_key", 3).startswith(f"{settings.SESSION_COOKIE_AGE // 3600} hours")


def test_what_goes_with_its_run_is_said_to() -> None:
    """By the cascade of the database, whatever removes the run."""
    run = apps.get_model("wizard.Consultation")
    belonging = {relation.related_model._meta.label for relation in run._meta.related_objects}

    assert belonging == {model for model, field in named(VISITORS) if field == "consultation"}
    assert all(cell(model, "consultation", 3) == "with its run" for model in belonging)
    assert all(relation.on_delete is models.CASCADE for relation in run._meta.related_objects)
