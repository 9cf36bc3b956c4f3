"""The numbers of a period as a file for a spreadsheet: UTF-8 with a mark and semicolons, as a Dutch Excel wants it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from django.utils.translation import gettext as _

from dialoog.insight.figures import Insight, Row
from dialoog.insight.periods import Bucket, Period
from dialoog.insight.vocabulary import CountKind

BYTE_ORDER_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

CsvLine = tuple[str, ...]


def write_csv(insight: Insight) -> str:
    """A line for each number: what it is of, from which day to which, and the number or why it is hidden."""
    file = StringIO()
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";")
    writer.writerow([_("Onderdeel"), _("Wat"), _("Van"), _("Tot en met"), _("Aantal")])
    writer.writerows([_harmless(text) for text in line] for line in _lines(insight))
    return file.getvalue()


def _lines(insight: Insight) -> Iterator[CsvLine]:
    whole = _days(insight.period)
    for series in insight.series:
        yield series.kind.label, _("Totaal"), *whole, str(series.total)
        for bucket, figure in zip(insight.buckets, series.figures, strict=True):
            yield series.kind.label, bucket.unit.label, *_days(bucket), str(figure)
    yield from _list(CountKind.GOAL, insight.goals, whole)
    yield from _list(CountKind.PLACE, insight.places, whole)
    yield from _list(CountKind.USEFUL, insight.opinions, whole)
    yield from _list(CountKind.NOT_FOUND, insight.not_found, whole)


def _list(kind: CountKind, rows: Iterable[Row], days: CsvLine) -> Iterator[CsvLine]:
    return ((kind.label, row.name, *days, str(row.figure)) for row in rows)


def _days(period: Period | Bucket) -> CsvLine:
    return period.first.isoformat(), period.last.isoformat()


def _harmless(text: str) -> str:
    """Names come from the content; an apostrophe makes text of what would be a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
