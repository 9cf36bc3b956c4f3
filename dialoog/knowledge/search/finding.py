"""The subjects that somebody looks for, best first."""

from collections import defaultdict
from dataclasses import dataclass

from dialoog.knowledge.search.index import Index, Like
from dialoog.knowledge.search.reading import Reading, read
from dialoog.knowledge.search.texts import Entry
from dialoog.knowledge.subjects import Kind
from dialoog.languages.spelling import words

LONGEST = 200
"""Characters of a query that count."""
MOST_WORDS = 12
SHARE = 0.3
"""How much an entry must have of what stands anywhere of a query, weighed by how rare each word is."""
LEAST = 0.2
"""Of the score of the best, what another must have to be shown."""
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
    readings: tuple[Reading, ...]
    """How each word was read that was asked; none if there was no word."""

    @property
    def words(self) -> tuple[str, ...]:
        """What was asked, without capitals and accents."""
        return tuple(reading.word.folded for reading in self.readings)

    @property
    def stems(self) -> frozenset[str]:
        """What was looked for, to mark."""
        return frozenset(stem for reading in self.readings for unit in reading.units for stem in unit)


def search(index: Index, query: str) -> Found:
    """Of a query without a word nothing is found. No sign in it has a meaning of its own."""
    wanted = tuple(word for word in words(query[:LONGEST]) if len(word.folded) > 1)[:MOST_WORDS]
    readings = tuple(read(index, wanted))
    units = [unit for reading in readings for unit in reading.sought]
    scored = sorted(_scored(index, units).items(), key=lambda one: (-one[1], one[0]))
    hits = tuple(Hit(index.entries[number], score) for number, score in scored if score >= LEAST * scored[0][1])
    return Found(hits, readings)


def _scored(index: Index, units: list[Like]) -> dict[int, float]:
    """By number of an entry."""
    weights = [_weight(index, unit) for unit in units]
    total = sum(weights)
    there = sum(weight for unit, weight in zip(units, weights, strict=True) if unit)
    shares: defaultdict[int, float] = defaultdict(float)
    scores: defaultdict[int, float] = defaultdict(float)
    for unit, weight in zip(units, weights, strict=True):
        for number, count in _entries_with(index, unit).items():
            shares[number] += weight / there
            scores[number] += count * weight / total
    return {
        number: (score + _bonus(index.titles[number], units)) * _favour(index.entries[number])
        for number, score in scores.items()
        if shares[number] >= SHARE
    }


def _weight(index: Index, unit: Like) -> float:
    """That of the stems that are likest to what was asked: a synonym that is rarer adds nothing to it."""
    likest = max(unit.values(), default=0.0)
    return max(map(index.rarity, [stem for stem, likeness in unit.items() if likeness == likest] or [""]))


def _entries_with(index: Index, unit: Like) -> dict[int, float]:
    """What the best of these stems counts for in each."""
    best: dict[int, float] = {}
    for stem, likeness in unit.items():
        for number, count in index.where.get(stem, {}).items():
            best[number] = max(best.get(number, 0.0), likeness * count)
    return best


def _bonus(title: list[set[str]], units: list[Like]) -> float:
    said = sum(any(stem in unit for unit in units for stem in word) for word in title)
    asked = sum(any(stem in unit for word in title for stem in word) for unit in units)
    return TITLE_BONUS * said / len(title) * asked / len(units) if asked else 0.0


def _favour(entry: Entry) -> float:
    return FAVOUR.get(entry.subject.kind, 1.0)
