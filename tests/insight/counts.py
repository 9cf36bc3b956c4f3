"""What is counted, as tests look at it."""

from datetime import date

from dialoog.insight.figures import numbers_of
from dialoog.insight.periods import Period
from dialoog.insight.vocabulary import CountKind

ALWAYS = Period(date(2020, 1, 1), date(2100, 1, 1))


def counted(kind: CountKind) -> dict[str, int]:
    """Numbers by key over all days, without the zeros: from the table of counts and from the runs that moved."""
    numbers: dict[str, int] = {}
    for _day, of, key, number in numbers_of(ALWAYS):
        if of is kind:
            numbers[key] = numbers.get(key, 0) + number
    return {key: number for key, number in numbers.items() if number}
