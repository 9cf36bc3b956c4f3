"""What the table of counts does not have yet, read from the runs themselves: the few that moved since the last time."""

from collections.abc import Iterator

from django.db.models import CharField, Count, DateField, F, QuerySet, Value

from dialoog.insight.pending import Rows
from dialoog.insight.periods import Period
from dialoog.insight.vocabulary import CountKind
from dialoog.wizard.models import Consultation


def pending(period: Period) -> Iterator[Rows]:
    """Of runs that began in a period: those that begin, where they are, and where they no longer are."""
    moved = Consultation.objects.filter(
        moved_from__isnull=False, begun_on__range=(period.first, period.last)
    ).order_by()
    begun = moved.filter(moved_from="").annotate(kind=_text(CountKind.BEGUN), key=_text(""))
    yield begun.values_list("begun_on", "kind", "key").annotate(number=Count("*"))
    yield _places(moved, "counted_at", Count("*"))
    yield _places(moved.exclude(moved_from=""), "moved_from", -Count("*"))


def _places(moved: QuerySet[Consultation], place: str, number: object) -> Rows:
    """Which day it was does not matter here."""
    named = moved.annotate(day=Value(None, DateField()), kind=_text(CountKind.PLACE), key=F(place))
    return named.values_list("day", "kind", "key").annotate(number=number)


def _text(text: str) -> Value:
    return Value(str(text), CharField())
