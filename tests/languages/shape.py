"""What a report says apart from its words: which things, in what order, and where there are words at all."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.utils.functional import Promise

from dialoog.report.body.report import Report

NAMES = ("slug", "code")
"""What a thing of the content is known by in every language."""


def shape_of(report: Report) -> Any:
    return {f.name: _shape(getattr(report, f.name)) for f in fields(report) if f.name not in ("cover", "texts")}


def _shape(value: Any) -> Any:
    if isinstance(value, Enum | int | float | datetime | type(None)):
        return value
    if isinstance(value, str | Promise):
        return "…" if str(value) else ""
    if isinstance(value, Mapping):
        return {key if isinstance(key, str) else str(_shape(key)): _shape(found) for key, found in value.items()}
    if isinstance(value, tuple | list):
        return [_shape(found) for found in value]
    if is_dataclass(value):
        return _shape_of_thing(value)
    raise TypeError(type(value))


def _shape_of_thing(value: Any) -> Any:
    for name in NAMES:
        if hasattr(value, name):
            return type(value).__name__, getattr(value, name)
    return type(value).__name__, {f.name: _shape(getattr(value, f.name)) for f in fields(value)}
