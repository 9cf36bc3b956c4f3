"""How the words that somebody asked are read: as they are, or, where one stands nowhere, as what is nearest to it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialoog.knowledge.search.compounds import SHORTEST_PART, parts_of
from dialoog.knowledge.search.index import Index, Like
from dialoog.languages.spelling import Word

SPLIT = 0.8
"""What the parts of a compound count for."""
SYNONYM = 0.85
"""For another word that means the same."""
BEGINS, BEGUN_BY = 0.6, 0.5
"""For a word that begins with the one that was asked, and the other way round."""
BY_MISTAKES = (0.9, 0.8, 0.55, 0.45)
"""What a word counts for that differs in so many letters from the one that was asked."""
ROOM_FOR_MISTAKES = (5, 8, 12)
"""Letters that both words need for one mistake, two and three: less would make another word of it."""
LITTLE = 3
"""Letters of a word that says nothing if it stands nowhere."""
MOST_INSTEAD = 3


@dataclass(frozen=True)
class Reading:
    """One word that was asked."""

    word: Word
    units: tuple[Like, ...]
    """What is looked for: one, or the parts of a compound; none if it stands nowhere."""
    instead: tuple[str, ...] = ()
    """Words of the texts that it is taken for, as it stands nowhere itself and does not begin one either."""

    @property
    def is_nowhere(self) -> bool:
        return not self.units

    @property
    def is_telling(self) -> bool:
        """Not so small that it may well be a word that any sentence has."""
        return len(self.word.folded) > LITTLE

    @property
    def sought(self) -> tuple[Like, ...]:
        """What no entry can have is sought too, so that a title that says all else does not say all."""
        return ({},) if self.is_nowhere and self.is_telling else self.units


class _Taken(NamedTuple):
    """What counts for a word, and the words of the texts that it is taken for where it is none itself."""

    like: Like
    instead: tuple[str, ...] = ()


def read(index: Index, wanted: Sequence[Word]) -> list[Reading]:
    """Each as itself, joined to a neighbour, by its parts, or as what is like it."""
    joined: defaultdict[int, list[_Taken]] = defaultdict(list)
    for place, (word, following) in enumerate(pairwise(wanted)):
        if (as_one := _as_one(index, word.folded, following.folded)).like:
            joined[place].append(as_one)
            joined[place + 1].append(as_one)
    return [_read(index, word, joined[place]) for place, word in enumerate(wanted)]


def _read(index: Index, word: Word, joined: list[_Taken]) -> Reading:
    asked = word.folded
    like, instead = _alone(index, asked)
    for as_one in joined:  # a neighbour says more than a guess
        like, instead = as_one.like | ({} if instead else like), as_one.instead
    parts = parts_of(asked, index.understood)
    if parts and max(like.values(), default=0.0) < SPLIT:
        taken = [_as_meant(index, part) for part in parts]
        units = tuple(dict.fromkeys(part.like, SPLIT) for part in taken)
        names = (part.instead or (index.spelled.get(name, name),) for name, part in zip(parts, taken, strict=True))
        return Reading(word, units, tuple(dict.fromkeys(chain.from_iterable(names))))
    if like:
        return Reading(word, (like,), instead)
    if start := _beginning(index, asked):
        return Reading(word, (dict.fromkeys(index.stems[start], BEGUN_BY),), (index.spelled[start],))
    return Reading(word, ())


def _as_one(index: Index, word: str, following: str) -> _Taken:
    """Two words that are one in the texts; with a mistake only if neither stands there by itself."""
    whole = _as_meant(index, word + following)
    if whole.like or {word, following} & index.stems.keys():
        return whole
    return _as_mistyped(index, word + following)


def _alone(index: Index, word: str) -> _Taken:
    if (meant := _as_meant(index, word)).like:
        return meant
    if longer := _longer(index, word):
        return _Taken(longer)
    return _as_mistyped(index, word)


def _as_meant(index: Index, word: str) -> _Taken:
    """Itself in any form, and what means the same."""
    stems = index.stems.get(word) or index.stems_of(word)
    same, synonyms = index.exactly(stems), index.synonyms(stems)
    like = {stem: SYNONYM for other in synonyms for stem in index.stems[other]} | same
    return _Taken(like, () if same else _named(index, synonyms))


def _as_mistyped(index: Index, word: str) -> _Taken:
    """With the fewest mistakes that any known word or stem has."""
    by_distance: defaultdict[int, set[str]] = defaultdict(set)
    for one, distance in _near(word, index.known):
        by_distance[distance].update(index.stems[one])
    for stem in index.stems_of(word):
        for one, distance in _near(stem, index.known_stems):
            by_distance[max(distance, 1)].add(one)
    fewest = min(by_distance, default=0)
    like = dict.fromkeys(by_distance.get(fewest, ()), BY_MISTAKES[fewest])
    return _Taken(like, _nearest(index, like, word))


def _longer(index: Index, word: str) -> Like:
    if len(word) < SHORTEST_PART:
        return {}
    longer = (one for one in index.known if one.startswith(word))
    return {stem: BEGINS for one in longer for stem in index.stems[one]}


def _beginning(index: Index, word: str) -> str:
    """The longest known word that it begins with, when all else fails and enough is left to be a word too."""
    lengths = range(len(word) - SHORTEST_PART, SHORTEST_PART, -1)
    return next((word[:length] for length in lengths if word[:length] in index.stems), "")


def _near(wanted: str, known: list[str]) -> list[tuple[str, int]]:
    """With how many mistakes each is another. Who makes more than one still begins right."""
    most = _room(wanted)
    if not most:
        return []
    found = process.extract(wanted, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    near = ((one, int(distance)) for one, distance, _place in found)
    return [(one, far) for one, far in near if far <= _room(one) and (far == 1 or one[0] == wanted[0])]


def _room(word: str) -> int:
    return sum(len(word) >= length for length in ROOM_FOR_MISTAKES)


def _nearest(index: Index, like: Like, asked: str) -> tuple[str, ...]:
    """How to name these stems: by the word of each that is nearest to what was asked."""
    nearest = {min(index.words[stem], key=lambda word: OSA.distance(word, asked)) for stem in like}
    return _named(index, sorted(nearest, key=lambda word: (OSA.distance(word, asked), word)))


def _named(index: Index, found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(index.spelled[word] for word in found))[:MOST_INSTEAD]
