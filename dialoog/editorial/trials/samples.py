"""Sets of answers to try a change on: the same ones each time for the same content."""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dialoog.catalogue.answers import Answers, AnswersError, Chosen
from dialoog.catalogue.catalogue import Catalogue, Question
from dialoog.editorial.trials.logic import Possibilities, pairs

SIZE = 5000
SEED = 20240401
"""Fixed, so that two people who look at the same change see the same figures."""

MOST_CHOSEN = 3
"""A visitor seldom ticks more at one question."""

PATIENCE = 40
"""After so many random sets without a new pair, the solver looks for the pairs that are left."""


@dataclass(frozen=True)
class Samples:
    """Answers to every question, also to those that are not asked: a changed questionnaire may ask other ones."""

    sets: tuple[Chosen, ...]
    from_cases: int
    from_pairs: int

    @property
    def random(self) -> int:
        return len(self.sets) - self.from_cases - self.from_pairs


def draw_samples(
    catalogue: Catalogue, cases: Iterable[Chosen] = (), other: Catalogue | None = None, size: int = SIZE
) -> Samples:
    """The reference cases, sets in which every two options that go together do so at least once, and random ones.

    Questions that only `other` has get a random answer too, so that both catalogues can be asked.
    """
    source = random.Random(SEED)  # noqa: S311 not for secrets
    questions = {**(other.questions if other else {}), **catalogue.questions}
    sets = [_filled_up(questions, chosen, source) for chosen in cases]
    from_cases = len(sets)
    sets += _covering(catalogue, questions, source)
    from_pairs = len(sets) - from_cases
    sets += [_random_chosen(questions, source) for _ in range(size - len(sets))]
    return Samples(tuple(sets), from_cases, from_pairs)


def answers_in(catalogue: Catalogue, chosen: Chosen) -> Answers | None:
    """What the answers come to in a catalogue; None if it asks something that they do not answer."""
    offered = _option_slugs(catalogue)
    known = {
        slug: tuple(option for option in options if option in offered[slug])
        for slug, options in chosen.items()
        if slug in offered
    }
    try:
        return Answers.from_chosen(catalogue, known)
    except AnswersError:
        return None


@lru_cache(maxsize=2)
def _option_slugs(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    return {slug: frozenset(option.slug for option in q.options) for slug, q in catalogue.questions.items()}


def _filled_up(questions: Mapping[str, Question], chosen: Chosen, source: random.Random) -> Chosen:
    return {**_random_chosen(questions, source), **chosen}


def _random_chosen(questions: Mapping[str, Question], source: random.Random) -> Chosen:
    """One visitor's answers, every option as likely as its neighbours."""
    chosen: dict[str, tuple[str, ...]] = {}
    for question in questions.values():
        chosen[question.slug] = _random_options(question, chosen, source)
    return chosen


def _random_options(question: Question, chosen: Chosen, source: random.Random) -> tuple[str, ...]:
    limit = chosen.get(question.options_from) if question.options_from else None
    offered = [option for option in question.options if limit is None or option.slug in limit]
    if not offered:
        return ()
    first = source.choice(offered)
    if not question.is_multi or first.is_exclusive:
        return (first.slug,)
    others = [option for option in offered if not option.is_exclusive and option is not first]
    picked = {first, *source.sample(others, min(len(others), source.randrange(MOST_CHOSEN)))}
    return tuple(option.slug for option in question.options if option in picked)


def _covering(catalogue: Catalogue, questions: Mapping[str, Question], source: random.Random) -> Iterator[Chosen]:
    together, misses = Together(), 0
    while misses < PATIENCE:
        chosen = _random_chosen(questions, source)
        answers = answers_in(catalogue, chosen)
        is_new = answers is not None and together.add(answers)
        misses = 0 if is_new else misses + 1
        if is_new:
            yield chosen
    with Possibilities(catalogue) as possibilities:
        for one, other in pairs(catalogue):
            if not together.have(one.bit, other.bit) and (found := possibilities.answers(options=(one, other))):
                together.add(found)
                yield _filled_up(questions, found.chosen, source)


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
