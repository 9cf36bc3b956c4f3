"""Sets of answers to try a change on: the same ones each time for the same content."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dialoog.catalogue.answers import Answers, Chosen
from dialoog.catalogue.catalogue import Catalogue, Option, Question
from dialoog.editorial.trials.drawing import Draw
from dialoog.editorial.trials.logic import Possibilities, pairs

SIZE = 5000
SEED = 20240401
"""Fixed, so that two people who look at the same change see the same figures."""

MOST_CHOSEN = 3
"""A visitor seldom ticks more at one question."""

PATIENCE = 40
"""After so many random sets without a new pair, the solver looks for the pairs that are left."""

MOST_COVERING = 1000
"""Sets that are there for their pairs. Ten times today's answers have more pairs than ever fit in."""

MOST_SOLVED = 1000
"""Pairs that the solver looks for, before what is left is left out."""


@dataclass(frozen=True)
class Samples:
    """Answers to every question, also to those that are not asked: a changed questionnaire may ask other ones."""

    sets: tuple[Chosen, ...]
    from_cases: int
    from_pairs: int
    covered: float = 1
    """Of every two answers that go together, or may do so, the part that does so in some set, from 0 to 1."""

    @property
    def percent_covered(self) -> int:
        """Never 100 as long as a pair is missing."""
        return int(self.covered * 100)

    @property
    def random(self) -> int:
        return len(self.sets) - self.from_cases - self.from_pairs


def draw_samples(
    catalogue: Catalogue, cases: Iterable[Chosen] = (), other: Catalogue | None = None, size: int = SIZE
) -> Samples:
    """The reference cases, sets in which every two options that go together do so at least once, and random ones.

    Questions that only `other` has get a random answer too, so that both catalogues can be asked.
    """
    draw = Draw(SEED)
    asks_more = other is not None and not other.questions.keys() <= catalogue.questions.keys()
    asking = (catalogue, other) if other and asks_more else (catalogue,)
    sets = [_filled_up(asking, chosen, draw) for chosen in cases]
    from_cases, covering = len(sets), _Covering(asking, draw)
    sets += covering.sets()
    from_pairs = len(sets) - from_cases
    sets += [_filled_up(asking, {}, draw) for _ in range(size - len(sets))]
    return Samples(tuple(sets), from_cases, from_pairs, covering.share(sets))


def answers_in(catalogue: Catalogue, chosen: Chosen) -> Answers | None:
    """What the answers come to in a catalogue, without what it does not offer; None if that leaves a question without.

    One pass, because thousands of sets come by: `offered_options` goes through all questions for each.
    """
    known: dict[str, tuple[str, ...]] = {}
    clean: dict[str, tuple[str, ...]] = {}
    mask = 0
    for question in catalogue.questions.values():
        given = chosen.get(question.slug, ())
        offered = {o.slug: o for o in _offered(question, known, mask) if o.slug in given}
        known[question.slug] = slugs = given if len(offered) == len(given) else tuple(s for s in given if s in offered)
        if question.conditions.hold(mask):
            if not slugs or (len(slugs) > 1 and not _go_together(question, offered.values())):
                return None
            clean[question.slug] = slugs
            mask |= _mask(offered.values())
    return Answers.from_clean(catalogue, clean)


def _go_together(question: Question, options: Iterable[Option]) -> bool:
    return question.is_multi and not any(option.is_exclusive for option in options)


def _filled_up(asking: Iterable[Catalogue], chosen: Chosen, draw: Draw) -> Chosen:
    """The same answers, with those of a visitor who would choose them at the other questions."""
    filled = dict(chosen)
    for catalogue in asking:
        mask = 0
        for question, lots, bits in _looked_at(catalogue):
            if question.slug not in filled:
                offered = lots or _Lots(question, _offered(question, filled, mask))
                filled[question.slug] = offered.drawn(draw)
            if bits and question.conditions.hold(mask):
                for slug in filled[question.slug]:
                    mask |= bits.get(slug, 0)
    return filled


@lru_cache(maxsize=4)
def _looked_at(catalogue: Catalogue) -> list[tuple[Question, "_Lots | None", dict[str, int]]]:
    """Each question, its lots if it always offers all options, and its bits if others look at it."""
    questions = catalogue.questions.values()
    looked_at = 0
    for question in questions:
        for mask in (*(row.mask for row in question.conditions), *(option.needs for option in question.options)):
            looked_at |= mask
    return [
        (
            question,
            _Lots(question, question.options) if _offers_all(question) else None,
            {option.slug: option.bit for option in question.options if option.bit & looked_at},
        )
        for question in questions
    ]


def _offered(question: Question, chosen: Chosen, mask: int) -> Sequence[Option]:
    """As `offered_options` has it, where the mask of what was chosen at asked questions is known."""
    options: Sequence[Option] = question.options
    if question.options_from:
        taken = chosen.get(question.options_from, ())
        options = [option for option in options if option.slug in taken]
    return [option for option in options if not option.needs or option.needs & mask]


def _mask(options: Iterable[Option]) -> int:
    mask = 0
    for option in options:
        mask |= option.bit
    return mask


def _offers_all(question: Question) -> bool:
    return not question.options_from and not any(option.needs for option in question.options)


class _Lots:
    """What a visitor may choose at one question; every option as likely as its neighbours."""

    def __init__(self, question: Question, offered: Sequence[Option]) -> None:
        self.offered, self.alone = offered, [(option.slug,) for option in offered]
        self.goes_alone = [not question.is_multi or option.is_exclusive for option in offered]
        self._others: dict[int, list[int]] = {}

    def drawn(self, draw: Draw) -> tuple[str, ...]:
        """In the order of the options; nothing where none is on offer."""
        if not self.offered:
            return ()
        first = draw.below(len(self.offered))
        if self.goes_alone[first]:
            return self.alone[first]
        others = self.others(first)
        more = draw.some(others, min(len(others), draw.below(MOST_CHOSEN)))
        return tuple(self.offered[place].slug for place in sorted([first, *more])) if more else self.alone[first]

    def others(self, first: int) -> list[int]:
        """Places of the options that go together with this one."""
        if first not in self._others:
            places = range(len(self.offered))
            self._others[first] = [place for place in places if place != first and not self.goes_alone[place]]
        return self._others[first]


class _Covering:
    """Sets in which every two options that go together do so, as far as that many sets can."""

    def __init__(self, asking: Sequence[Catalogue], draw: Draw) -> None:
        self.asking, self.draw, self.together = asking, draw, Together()
        self.catalogue = asking[0]
        self.unknown: list[tuple[Option, Option]] = []
        """Pairs that were not looked for."""

    def sets(self) -> list[Chosen]:
        found = list(islice(self._by_chance(), MOST_COVERING))
        have = self.together.have
        self.unknown = [(one, other) for one, other in pairs(self.catalogue) if not have(one.bit, other.bit)]
        return found + list(islice(self._solved(), MOST_COVERING - len(found)))

    def share(self, sets: Iterable[Chosen]) -> float:
        """Where nothing was left out there is nothing to count."""
        if not self.unknown:
            return 1
        for answers in filter(None, (answers_in(self.catalogue, chosen) for chosen in sets)):
            self.together.add(answers)
        missing = sum(not self.together.have(one.bit, other.bit) for one, other in self.unknown)
        seen = sum(self.together.have(one.bit, other.bit) for one, other in pairs(self.catalogue))
        return seen / (seen + missing)

    def _by_chance(self) -> Iterator[Chosen]:
        misses = 0
        while misses < PATIENCE:
            chosen = _filled_up(self.asking, {}, self.draw)
            answers = answers_in(self.catalogue, chosen)
            is_new = answers is not None and self.together.add(answers)
            misses = 0 if is_new else misses + 1
            if is_new:
                yield chosen

    def _solved(self) -> Iterator[Chosen]:
        left = self.unknown
        with Possibilities(self.catalogue) as possibilities:
            for number, (one, other) in enumerate(left[:MOST_SOLVED], start=1):
                self.unknown = left[number:]
                if self.together.have(one.bit, other.bit):
                    continue
                if found := possibilities.answers(options=(one, other)):
                    self.together.add(found)
                    yield _filled_up(self.asking, found.chosen, self.draw)


class Together:
    """Which options were seen in one set of answers."""

    def __init__(self) -> None:
        self._with: dict[int, int] = {}

    def add(self, answers: Answers) -> bool:
        """Whether this set has a pair that was not seen before."""
        is_new, left = False, answers.mask
        while left:
            bit = left & -left
            left ^= bit
            seen = self._with.get(bit, 0)
            is_new = is_new or bool(answers.mask & ~seen)
            self._with[bit] = seen | answers.mask
        return is_new

    def have(self, one: int, other: int) -> bool:
        return bool(self._with.get(one, 0) & other)
