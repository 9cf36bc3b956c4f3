"""What happened and is not in the table of counts yet: whoever knows of it says so here, and the page adds it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from dialoog.insight.periods import Period

Rows = QuerySet[Any, tuple[date | None, str, str, int]]
"""Day, kind, key and number, as the table of counts has them; without a day where the whole period is one."""

Source = Callable[[Period], Iterable[Rows]]

_sources: list[Source] = []


def add_source(source: Source) -> None:
    """Once, when the site starts. The rooms that know of runs stand above this one."""
    _sources.append(source)


def with_pending(period: Period, counted: Iterable[Rows]) -> Rows:
    """All in one statement, so of one moment: what is added to the counts meanwhile is seen there or here, once."""
    parts = [*counted, *(rows for source in _sources for rows in source(period))]
    return parts[0].order_by().union(*(rows.order_by() for rows in parts[1:]), all=True)
