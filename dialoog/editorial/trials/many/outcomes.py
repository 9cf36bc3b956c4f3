"""What the advice comes to for one set, where rules, points and tiers of all of them are known already.

Order, places, beginning and lines are made by the same functions as an explained advice; only why is left out.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping

from dialoog.advice.advice import Advised, Firing
from dialoog.advice.engine import conclude
from dialoog.advice.lines import collect_lines
from dialoog.advice.many.columns import Column, numbers
from dialoog.advice.many.scored import Scored, Standing
from dialoog.advice.ranking import arrange
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.catalogue import Catalogue, PartnerType, Rule
from dialoog.editorial.trials.outcomes import Outcome


class Outcomes:
    """Columns turned over: by set what fires and who is listed."""

    def __init__(self, scored: Scored, fires: Mapping[Rule, Column], wanted: Column) -> None:
        self.scored = scored
        self._fires: dict[int, list[Rule]] = defaultdict(list)
        for rule, column in fires.items():
            for number in numbers(column & wanted):
                self._fires[number].append(rule)
        self._listed: dict[int, list[_Row]] = defaultdict(list)
        for partner, standing in scored.standings.items():
            row = _Row(scored, partner, standing)
            for number in numbers(standing.listed & wanted):
                self._listed[number].append(row)
        self._goals = {number: slug for slug, goal in scored.main_goal.items() for number in numbers(goal & wanted)}
        self._masks: dict[int, int] = defaultdict(int)
        for bit in _looked_at(scored.catalogue):
            for number in numbers(scored.answered.option(bit) & wanted):
                self._masks[number] |= bit

    def of(self, number: int) -> Outcome:
        catalogue = self.scored.catalogue
        answers = Answers({}, self._masks[number], self._goals[number])
        main_goal, factor = catalogue.goals[answers.main_goal], catalogue.settings.main_goal_factor
        firings = [Firing(rule, factor if rule.goal is main_goal else 1) for rule in self._fires[number]]
        order_rules = [rule for rule, column in self.scored.order_rules if column >> number & 1]
        listed = [row.advised(number) for row in self._listed[number]]
        ranking = arrange(listed, order_rules, catalogue.settings.tie_width)
        lines = collect_lines(firings, says_why=False)
        return Outcome.of(conclude(catalogue, answers, ranking, lines))


def _looked_at(catalogue: Catalogue) -> set[int]:
    """Bits of the options that play a part of their own after points and tiers."""
    settings = catalogue.settings
    named = {settings.no_country_tips, settings.little_time, settings.bad_cooperation}
    return {bit for bit in named | {p.known_via for p in catalogue.partner_types.values()} if bit}


class _Row:
    """One partner type, by set."""

    def __init__(self, scored: Scored, partner: PartnerType, standing: Standing) -> None:
        self.partner = partner
        self.points: array[int] = scored.arithmetic.points(standing.points)
        self.main_goal_points: array[int] = scored.arithmetic.points(standing.main_goal_points)
        self.known, self.able = _flags(standing.known), _flags(standing.able)
        self.tiers = [(tier, _flags(column)) for tier, column in standing.tiers.items()]

    def advised(self, number: int) -> Advised:
        place, bit = number >> 3, 1 << (number & 7)
        return Advised(
            partner_type=self.partner,
            score=self.points[number],
            tier=next(tier for tier, flags in self.tiers if _is_so(flags, place, bit)),
            points=[],
            moves=[],
            is_known=_is_so(self.known, place, bit),
            main_goal_score=self.main_goal_points[number],
            can_begin=_is_so(self.able, place, bit),
        )


def _flags(column: Column) -> bytes:
    return column.to_bytes((column.bit_length() + 7) // 8, "little")


def _is_so(flags: bytes, place: int, bit: int) -> bool:
    return place < len(flags) and bool(flags[place] & bit)
