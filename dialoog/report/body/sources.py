"""The facts that a report rests on: every place that it names can be looked up in its list of sources."""

from collections.abc import Iterable, Iterator

from dialoog.catalogue.catalogue import Fact, Statement
from dialoog.report.body.reasons import Reason


def facts_of(said: Iterable[Statement | Reason | None]) -> Iterator[Fact]:
    return (fact for words in said if words for fact in words.facts)
