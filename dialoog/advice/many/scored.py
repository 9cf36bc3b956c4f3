"""Points, tiers and with whom one can begin, for many sets of answers at once: steps 2 to 6 of `docs/advice.md`."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dialoog.advice.many.answered import Answered
from dialoog.advice.many.columns import Arithmetic, Column, Lanes, any_of
from dialoog.catalogue.catalogue import Catalogue, OrderRule, PartnerType, Rule
from dialoog.catalogue.vocabulary import RANKED_TIERS, Familiarity, Tier

_STRANGE_IF_UNKNOWN = (Familiarity.BY_ANSWER, Familiarity.NEVER)

ALL = -1
"""A bit for every rule."""

_Weights = Callable[[Rule], tuple[tuple[PartnerType, int], ...]]


@dataclass(slots=True, eq=False)
class Standing:
    """One partner type in all advices."""

    given: Column = 0
    """Where some rule gave it points, be it none."""
    points: Lanes = 0
    main_goal_points: Lanes = 0
    listed: Column = 0
    known: Column = 0
    tiers: dict[Tier, Column] = field(default_factory=lambda: dict.fromkeys(Tier, 0))
    """Where it is listed in each."""
    fitting: Column = 0
    """Where it is ranked and does enough for the main goal."""
    able: Column = 0
    """Where one can begin with it."""

    @property
    def ranked(self) -> Column:
        return any_of(self.tiers[tier] for tier in RANKED_TIERS)


class Scored:
    """What comes before order and lines. Nothing here says why."""

    def __init__(self, catalogue: Catalogue, answered: Answered, rules: int = ALL) -> None:
        """Of a bit for each rule those that count; a rule that only brings lines in changes nothing here."""
        self.catalogue, self.answered, self._rules = catalogue, answered, rules
        self.arithmetic = Arithmetic(answered.size)
        self.main_goal = self._main_goals()
        self.fired = {rule: column for rule, column in self._fired() if column}
        """Before anybody looked at outcomes; rules that never fire are left out."""
        self.standings = {partner: self._standing(partner) for partner in catalogue.partner_types.values()}
        self._add_points()
        self._find_tiers()
        self.order_rules = self._order_rules()
        self._hold_back()
        self._find_who_can_begin()

    def _main_goals(self) -> dict[str, Column]:
        question = self.catalogue.questions[self.catalogue.settings.main_goal_question]
        return {option.slug: self.answered.option(option.bit) for option in question.options}

    def _fired(self) -> Iterator[tuple[Rule, Column]]:
        """Looks at the rules alone that some chosen option can bring in."""
        by_option, candidates = self.catalogue.rules_by_option, self.catalogue.rules_always
        for bit, column in self.answered.chosen.items():
            if column:
                candidates |= by_option.get(bit, 0)
        candidates &= self._rules
        while candidates:
            lowest = candidates & -candidates
            candidates ^= lowest
            rule = self.catalogue.rules[lowest.bit_length() - 1]
            yield rule, self.answered.holds(rule.conditions) & self.answered.sound

    def _standing(self, partner: PartnerType) -> Standing:
        nothing = self.arithmetic.nothing
        return Standing(points=nothing, main_goal_points=nothing, known=self.answered.option(partner.known_via))

    def _add_points(self) -> None:
        self._add(lambda rule: rule.partners, self.answered.everybody)
        scored = {partner: self._above_zero(standing.points) for partner, standing in self.standings.items()}
        self._add(lambda rule: rule.partners_if_scored, scored)
        for rule, column in self.fired.items():
            for partner, standing in self.standings.items() if rule.known_bonus else ():
                standing.points += rule.known_bonus * self.arithmetic.lanes(column & scored[partner] & standing.known)

    def _add(self, weights_of: "_Weights", where: "Column | dict[PartnerType, Column]") -> None:
        """Adds up columns before they are spread: many rules give one partner type the same."""
        for rule, column in self.fired.items():
            weights = weights_of(rule)
            if not weights:
                continue
            factor, main = self._factor(rule, column)
            whole, doubled = self.arithmetic.lanes(column), self.arithmetic.lanes(main) if main else 0
            for partner, weight in weights:
                standing = self.standings[partner]
                plain, twice = whole, doubled
                if isinstance(where, dict):
                    plain = self.arithmetic.lanes(column & where[partner])
                    twice = self.arithmetic.lanes(main & where[partner]) if main else 0
                else:
                    standing.given |= column
                standing.points += weight * (plain + (factor - 1) * twice)
                standing.main_goal_points += weight * factor * twice

    def _factor(self, rule: Rule, column: Column) -> tuple[int, Column]:
        main = column & self.main_goal.get(rule.goal.slug, 0) if rule.goal else 0
        return self.catalogue.settings.main_goal_factor, main

    def _above_zero(self, points: Lanes) -> Column:
        return self.arithmetic.at_least(points, self.arithmetic.nothing + self.arithmetic.ones)

    def _find_tiers(self) -> None:
        """The furthest move wins."""
        least = self.arithmetic.nothing + self.catalogue.settings.min_score * self.arithmetic.ones
        moved: dict[PartnerType, dict[Tier, Column]] = defaultdict(lambda: dict.fromkeys(Tier, 0))
        strange = [partner for partner in self.standings if partner.familiarity in _STRANGE_IF_UNKNOWN]
        for rule, column in self.fired.items():
            for partner, tier in rule.tiers:
                moved[partner][tier] |= column
            if rule.unknown_tier:
                for partner in strange:
                    moved[partner][rule.unknown_tier] |= column & ~self.standings[partner].known
        for partner, standing in self.standings.items():
            standing.listed = left = standing.given & self.arithmetic.at_least(standing.points, least)
            for tier in reversed(Tier):
                standing.tiers[tier] = left & moved[partner][tier] if tier is not Tier.FIRST else left
                left &= ~standing.tiers[tier]

    def _order_rules(self) -> list[tuple[OrderRule, Column]]:
        """Where each holds and both its partner types are listed; elsewhere it does nothing."""
        found = []
        for rule in self.catalogue.order_rules:
            both = self.standings[rule.first].listed & self.standings[rule.then].listed
            found.append((rule, both & self.answered.holds(rule.conditions)))
        return found

    def _hold_back(self) -> None:
        held_back: dict[PartnerType, Column] = defaultdict(int)
        for rule, column in self.order_rules:
            if rule.is_across_tiers:
                then = self.standings[rule.then]
                moves = column & self.standings[rule.first].ranked & (then.tiers[Tier.FIRST] | held_back[rule.then])
                then.tiers[Tier.FIRST] &= ~moves
                then.tiers[Tier.NEXT] |= moves
                held_back[rule.then] |= moves

    def _find_who_can_begin(self) -> None:
        best, arithmetic = self.arithmetic.nothing, self.arithmetic
        for standing in self.standings.values():
            best = arithmetic.most(best, arithmetic.only(standing.main_goal_points, standing.ranked))
        runs_badly = self.answered.option(self.catalogue.settings.bad_cooperation)
        for standing in self.standings.values():
            twice = 2 * standing.main_goal_points - arithmetic.nothing
            fits = arithmetic.at_least(twice, best) & self._above_zero(standing.main_goal_points)
            standing.fitting = standing.ranked & fits
            standing.able = standing.tiers[Tier.FIRST] & fits & ~(standing.known & runs_badly)
