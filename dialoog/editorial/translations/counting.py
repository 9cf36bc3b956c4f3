"""How far a language is, per kind of content."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dialoog.catalogue.translated import KINDS, State
from dialoog.content.translations.standing import Standing
from dialoog.content.translations.texts import Count
from dialoog.editorial.translations.choosing import kind_name


@dataclass(frozen=True)
class KindCount:
    collection: str
    name: str
    count: Count


def counts(found: Iterable[Standing]) -> tuple[Count, list[KindCount]]:
    """Of all texts, and of each kind that has any."""
    times = Counter((one.text.place.key.collection, one.state) for one in found)
    by_kind = [KindCount(name, kind_name(name), _count(times, name)) for name in KINDS]
    filled = [kind for kind in by_kind if kind.count.total]
    return _count(times, *KINDS), filled


def _count(times: Counter[tuple[str, State]], *collections: str) -> Count:
    return Count(*(sum(times[name, state] for name in collections) for state in State))
