"""What is counted, as tests look at it."""

from dialoog.insight.models import DayCount
from dialoog.insight.vocabulary import CountKind


def counted(kind: CountKind) -> dict[str, int]:
    """Numbers by key over all days, without the zeros."""
    numbers: dict[str, int] = {}
    for key, number in DayCount.objects.filter(kind=kind).values_list("key", "number"):
        numbers[key] = numbers.get(key, 0) + number
    return {key: number for key, number in numbers.items() if number}
