"""What the table of counts does not have yet, read from the runs themselves: the few that moved since the last time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import CharField, Count, DateField, F, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from dialoog.insight.pending import Rows
from dialoog.insight.periods import Period
from dialoog.insight.vocabulary import CountKind
from dialoog.wizard.models import Consultation


def pending(period: Period) -> Iterator[Rows]:
    """Of runs that began in a period: those that begin, where they are, and where they no longer are."""
    moved = Consultation.objects.filter(
        moved_from__isnull=False,
        created_at__gte=_midnight(period.first),
        created_at__lt=_midnight(period.last + timedelta(days=1)),
    ).order_by()
    begun = moved.filter(moved_from="").annotate(
        day=TruncDate("created_at"), kind=_text(CountKind.BEGUN), key=_text("")
    )
    yield begun.values_list("day", "kind", "key").annotate(Count("pk"))
    yield _places(moved, "counted_at", Count("pk"))
    yield _places(moved.exclude(moved_from=""), "moved_from", -Count("pk"))


def _places(moved: QuerySet[Consultation], place: str, number: object) -> Rows:
    """Which day it was does not matter here."""
    named = moved.annotate(day=Value(None, DateField()), kind=_text(CountKind.PLACE), key=F(place))
    return named.values_list("day", "kind", "key").annotate(number=number)


def _text(text: str) -> Value:
    return Value(str(text), CharField())


def _midnight(day: date) -> datetime:
    """With which a day begins here."""
    return timezone.make_aware(datetime(day.year, day.month, day.day))
