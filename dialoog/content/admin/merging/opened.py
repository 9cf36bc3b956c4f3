"""What a form was opened with, signed, so that it comes back as we gave it."""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db import models

from dialoog.content.admin.merging.three_ways import Sheet

NAME = "opened"
"""Of the hidden field."""
SALT = "dialoog.content.opened"


@dataclass(frozen=True)
class Opened:
    version: int
    """The newest version of the record by then; 0 where it had none."""
    sheet: Sheet


def sign(instance: models.Model, opened: Opened) -> str:
    """The sheet itself and not its digest: scripts change records without a version, and rows have keys there."""
    return signing.dumps([*_of(instance), opened.version, opened.sheet], salt=SALT, compress=True)


def read(token: str, instance: models.Model) -> Opened | None:
    """None for what we did not give, or gave with another record."""
    try:
        model, key, version, sheet = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Opened(version, sheet) if [model, key] == _of(instance) else None


def _of(instance: models.Model) -> list[Any]:
    return [instance._meta.model_name, instance.pk]
