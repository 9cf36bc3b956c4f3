"""The subjects that somebody looks for, best first."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from dialoog.knowledge.search.index import Index, Like
from dialoog.knowledge.search.texts import Entry
from dialoog.knowledge.subjects import Kind
from dialoog.languages.spelling import folded_words

LONGEST = 200
"""Characters of a query that count."""
MOST_WORDS = 12
SHARE = 0.3
"""How much of a query an entry must have, weighed by how rare each word is."""
LEAST = 0.2
"""Of the score of the best, what another must have to be shown."""
SPLIT = 0.8
"""What the parts of a compound count for."""
LITTLE = 3
"""Letters of a word that says nothing if it stands nowhere."""
TITLE_BONUS = 1.5
"""For a title that says what was asked and nothing else; less as it says more, or leaves out more."""
FAVOUR = {Kind.GOAL: 1.1, Kind.PARTNER: 1.1, Kind.QUESTIONS: 0.6}
"""What people look for rather than all else, and what they look for less."""


@dataclass(frozen=True)
class Hit:
    entry: Entry
    score: float


@dataclass(frozen=True)
class Found:
    hits: tuple[Hit, ...]
    stems: frozenset[str]
    """What was looked for, to mark."""
    words: tuple[str, ...]
    """What was asked, without capitals and accents; none if there was no word in it."""


def search(index: Index, query: str) -> Found:
    """Of a query without a word nothing is found. No sign in it has a meaning of its own."""
    wanted = tuple(word for word in folded_words(query[:LONGEST]) if len(word) > 1)[:MOST_WORDS]
    units = _units(index, wanted)
    scored = sorted(_scored(index, units).items(), key=lambda one: (-one[1], one[0]))
    hits = tuple(Hit(index.entries[number], score) for number, score in scored if score >= LEAST * scored[0][1])
    return Found(hits, frozenset(stem for unit in units for stem in unit), wanted)


def _units(index: Index, wanted: tuple[str, ...]) -> list[Like]:
    """For each word what counts for it: itself, joined to a neighbour, its parts, or what is like it."""
    joined: defaultdict[int, Like] = defaultdict(dict)
    for place, (word, following) in enumerate(pairwise(wanted)):
        as_one = index.joined(word, following)
        joined[place] |= as_one
        joined[place + 1] |= as_one
    units: list[Like] = []
    for place, word in enumerate(wanted):
        like = index.like(word) | joined[place]
        parts = index.parts_of(word)
        if parts and max(like.values(), default=0.0) < SPLIT:
            units += [{part: SPLIT} for part in parts]
        elif like := like or index.beginning(word):
            units.append(like)
        elif len(word) > LITTLE:
            units.append({})
    return units


def _scored(index: Index, units: list[Like]) -> dict[int, float]:
    """By number of an entry."""
    weights = [max(map(index.rarity, unit or [""])) for unit in units]
    total = sum(weights)
    shares: defaultdict[int, float] = defaultdict(float)
    scores: defaultdict[int, float] = defaultdict(float)
    for unit, weight in zip(units, weights, strict=True):
        for number, score in _entries_with(index, unit).items():
            shares[number] += weight / total
            scores[number] += score / total
    return {
        number: (score + _bonus(index.titles[number], units)) * _favour(index.entries[number])
        for number, score in scores.items()
        if shares[number] >= SHARE
    }


def _entries_with(index: Index, unit: Like) -> dict[int, float]:
    """What the best of these stems counts for in each."""
    best: dict[int, float] = {}
    for stem, likeness in unit.items():
        weight = likeness * index.rarity(stem)
        for number, count in index.where.get(stem, {}).items():
            best[number] = max(best.get(number, 0.0), weight * count)
    return best


def _bonus(title: list[tuple[str, ...]], units: list[Like]) -> float:
    said = sum(any(stem in unit for unit in units for stem in word) for word in title)
    asked = sum(any(stem in unit for word in title for stem in word) for unit in units)
    return TITLE_BONUS * said / len(title) * asked / len(units) if asked else 0.0


def _favour(entry: Entry) -> float:
    return FAVOUR.get(entry.subject.kind, 1.0)
