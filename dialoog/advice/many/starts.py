"""With whom each of many advices begins."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from dialoog.advice.advice import Advised
from dialoog.advice.beginning import find_start
from dialoog.advice.many.answered import Answered
from dialoog.advice.many.columns import numbers
from dialoog.advice.many.scored import Scored
from dialoog.advice.ranking import arrange
from dialoog.catalogue.answers import Chosen
from dialoog.catalogue.catalogue import Catalogue, PartnerType
from dialoog.catalogue.vocabulary import Tier


def find_starts(catalogue: Catalogue, sets: Sequence[Chosen]) -> list[tuple[PartnerType, ...] | None]:
    """In the order of the sets; None for one that cannot be answered so."""
    scored = Scored(catalogue, Answered.of(catalogue, sets, is_strict=True), _giving_points(catalogue))
    points: dict[PartnerType, array[int]] = {
        partner: scored.arithmetic.points(standing.points) for partner, standing in scored.standings.items()
    }
    able: dict[int, list[PartnerType]] = defaultdict(list)
    for partner, standing in scored.standings.items():
        for number in numbers(standing.able):
            able[number].append(partner)
    starts: list[tuple[PartnerType, ...] | None] = [None] * len(sets)
    same: dict[tuple[object, ...], tuple[PartnerType, ...]] = {}
    for number in numbers(scored.answered.sound):
        given = tuple((partner, points[partner][number]) for partner in able[number])
        order_rules = tuple(rule for rule, column in scored.order_rules if column >> number & 1)
        if (given, order_rules) not in same:  # most changes of an answer leave everybody where they are
            block = [Advised(partner, score, Tier.FIRST, [], [], False, can_begin=True) for partner, score in given]
            ordered = arrange(block, list(order_rules), catalogue.settings.tie_width)
            same[given, order_rules] = tuple(a.partner_type for a in find_start(ordered))
        starts[number] = same[given, order_rules]
    return starts


@lru_cache(maxsize=4)
def _giving_points(catalogue: Catalogue) -> int:
    """The rules that decide how partner types stand. For every report again they would be looked for in all rules."""
    return sum(1 << rule.index for rule in catalogue.rules if rule.gives_points)
