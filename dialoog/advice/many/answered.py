"""What many visitors answered, as a column for each option: `Answers.from_chosen`, for all of them at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialoog.advice.many.columns import Column, any_of
from dialoog.catalogue.answers import Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, Question
from dialoog.catalogue.conditions import Condition, Conditions
from dialoog.catalogue.vocabulary import Operator


@dataclass(frozen=True, slots=True)
class Answered:
    """Columns by the bit of an option; of sets that are not `sound` they mean nothing."""

    size: int
    everybody: Column
    sound: Column
    """The sets that are clean and complete answers."""
    chosen: Mapping[int, Column]
    asked: Mapping[str, Column]
    """By question."""
    rows: dict[int, Column]
    """Where one of these bits was chosen, as far as it was asked already: many rules ask the same."""

    @classmethod
    def of(cls, catalogue: Catalogue, sets: Sequence[Chosen], *, is_strict: bool = False) -> "Answered":
        """Strict: an answer that is not on offer makes a set unsound; otherwise it does not count."""
        return _Reading(catalogue, sets, is_strict).answered()

    def option(self, bits: int) -> Column:
        """Where one of these was chosen."""
        found = 0
        while bits:
            lowest = bits & -bits
            bits ^= lowest
            found |= self.chosen.get(lowest, 0)
        return found

    def holds(self, conditions: Conditions) -> Column:
        found = self.everybody
        for bits in conditions.one_of:
            found &= self._one_of(bits)
        for group in conditions.others:
            found &= any_of(self._row(row) for row in group)
        return found

    def _one_of(self, bits: int) -> Column:
        found = self.rows.get(bits)
        if found is None:
            found = self.rows[bits] = self.option(bits)
        return found

    def _row(self, row: Condition) -> Column:
        match row.operator:
            case Operator.ANY_OF:
                return self._one_of(row.mask)
            case Operator.NONE_OF:
                return self.everybody & ~self._one_of(row.mask)
            case _:
                return self._count(row.mask, row.count)

    def _count(self, bits: int, wanted: int) -> Column:
        """Where so many of these were chosen: `more[n]` says of which sets n were seen until now."""
        more = [self.everybody, *([0] * wanted)]
        while bits:
            lowest = bits & -bits
            bits ^= lowest
            column = self.chosen.get(lowest, 0)
            for number in range(wanted, 0, -1):
                more[number] |= more[number - 1] & column
        return more[wanted]


class _Reading:
    """Goes through the questions in the order in which they are asked, as a visitor does."""

    def __init__(self, catalogue: Catalogue, sets: Sequence[Chosen], is_strict: bool) -> None:
        self.catalogue, self.sets, self.is_strict = catalogue, sets, is_strict
        self.everybody = self.sound = (1 << len(sets)) - 1
        self.given = _given(sets)
        self.known: dict[tuple[str, str], Column] = {}
        """Of a question and an option, where it was given and counts, if the question is asked."""
        self.chosen: dict[int, Column] = {}
        self.asked: dict[str, Column] = {}

    def answered(self) -> Answered:
        now = Answered(len(self.sets), self.everybody, 0, self.chosen, self.asked, {})
        for question in self.catalogue.questions.values():
            now.rows.clear()
            asked = self.asked[question.slug] = now.holds(question.conditions)
            slugs = self.given[question.slug]
            given = [option for option in question.options if option.slug in slugs]
            for option in given:
                self._choose(now, question, option, asked)
            self.sound &= ~(asked & self._problem(question, given))
        now.rows.clear()
        self._add_main_goal()
        return Answered(len(self.sets), self.everybody, self.sound, self.chosen, self.asked, {})

    def _choose(self, now: Answered, question: Question, option: Option, asked: Column) -> None:
        given = self.given[question.slug][option.slug]
        offered = self.everybody
        if question.options_from:
            same, source = option.slug, question.options_from
            taken = self.given[source].get(same, 0) if self.is_strict else self.known.get((source, same), 0)
            offered &= taken
        if option.needs:
            offered &= now.option(option.needs)
        if self.is_strict:
            self.sound &= ~(asked & given & ~offered)
        self.known[question.slug, option.slug] = given & offered
        self.chosen[option.bit] = given & offered & asked

    def _problem(self, question: Question, options: Sequence[Option]) -> Column:
        """Where the answer, if it is asked for, is none, too many, or one that goes alone with others."""
        some, more, alone = 0, 0, 0
        for option in options:
            given = self.known[question.slug, option.slug]
            more |= some & given
            some |= given
            if option.is_exclusive or not question.is_multi:
                alone |= given
        return (self.everybody & ~some) | (more & alone)

    def _add_main_goal(self) -> None:
        """Where it is not asked, the first goal that was given is the main goal."""
        settings = self.catalogue.settings
        question = self.catalogue.questions[settings.main_goal_question]
        left = self.everybody & ~self.asked[question.slug]
        for number in numbers_of_places(self.sets, settings.goals_question):
            at_place = self._given_at(settings.goals_question, number)
            for option in question.options:
                first = left & at_place.get(option.slug, 0) & self.known.get((settings.goals_question, option.slug), 0)
                self.chosen[option.bit] = self.chosen.get(option.bit, 0) | first
                left &= ~first

    def _given_at(self, slug: str, place: int) -> dict[str, Column]:
        found: dict[str, Column] = defaultdict(int)
        for number, chosen in enumerate(self.sets):
            given = chosen.get(slug, ())
            if place < len(given):
                found[given[place]] |= 1 << number
        return found


def numbers_of_places(sets: Sequence[Chosen], slug: str) -> range:
    return range(max((len(chosen.get(slug, ())) for chosen in sets), default=0))


def _given(sets: Sequence[Chosen]) -> dict[str, dict[str, Column]]:
    """By question and option. Bits are set in bytes, which can be changed in place, once for a whole answer."""
    size = (len(sets) + 7) // 8
    answers: dict[str, dict[tuple[str, ...], bytearray]] = defaultdict(dict)
    for number, chosen in enumerate(sets):
        place, bit = number >> 3, 1 << (number & 7)
        for question, options in chosen.items():
            column = answers[question].get(options)
            if column is None:
                column = answers[question][options] = bytearray(size)
            column[place] |= bit
    given: dict[str, dict[str, Column]] = defaultdict(lambda: defaultdict(int))
    for question, columns in answers.items():
        for options, found in columns.items():
            for option in options:
                given[question][option] |= int.from_bytes(found, "little")
    return given
