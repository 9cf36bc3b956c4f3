"""The words of what can be found, by their stems, and how much each counts for where it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialoog.knowledge.search.texts import Entry
from dialoog.knowledge.search.tongue import stems_of
from dialoog.languages.spelling import folded_words

TITLE, HEADING, TEXT, FACT, PART = 6.0, 3.0, 1.0, 0.5, 0.5
"""What a word counts for by where it stands; the last for a word that is a part of a compound."""
SATURATION = 2.0
"""A word that stands somewhere often counts little more than one that stands there a few times."""
SHORTEST_PART = 4
"""Letters of a part of a compound, so that `de` is none."""
JOINTS = ("", "s", "en", "e", "n")
"""Between the parts of a compound."""
BY_MISTAKES = (0.9, 0.8, 0.55, 0.45)
"""What a word counts for that differs in so many letters from the one that was asked."""
BEGINS, BEGUN_BY = 0.6, 0.5
"""For one that begins with the word that was asked, and the other way round."""
SYNONYM = 0.85
"""For another word that means the same."""
HYPHENED = re.compile(r"\w+(?:-\w+)+")

Like = dict[str, float]
"""Stems that count for a word, and how much."""
Fields = list[tuple[float, tuple[str, ...]]]
"""Of one entry: what a word there counts for, and the words."""


class Index:
    """Made once for a release and language, and read by many threads at once."""

    def __init__(self, entries: Iterable[Entry], language: str, synonyms: Iterable[tuple[str, ...]] = ()) -> None:
        self.entries = list(entries)
        self._language = language
        texts = [_fields(entry) for entry in self.entries]
        stems = stems_of(language)
        words = dict.fromkeys(word for fields in texts for _weight, found in fields for word in found)
        self.stems = {word: stems(word) for word in words}
        self.known = list(self.stems)
        self.known_stems = list({stem for found in self.stems.values() for stem in found})
        self.parts = {word: parts for word in self.known if (parts := self.parts_of(word))}
        self.titles = [[self.stems[word] for word in dict.fromkeys(fields[0][1]) if len(word) > 2] for fields in texts]
        self.where = self._count(texts)
        self.same = self._same(synonyms)

    def _count(self, texts: list[Fields]) -> dict[str, dict[int, float]]:
        """By stem, in which entries it stands and what it counts for there."""
        where: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for number, fields in enumerate(texts):
            counts: defaultdict[str, float] = defaultdict(float)
            for weight, found in fields:
                for word, times in Counter(found).items():
                    for stem in self.stems[word]:
                        counts[stem] += weight * times
                    for stem in self.parts.get(word, ()):
                        counts[stem] += weight * times * PART
            for stem, weight in counts.items():
                where[stem][number] = weight / (weight + SATURATION)
        return dict(where)

    def _same(self, synonyms: Iterable[tuple[str, ...]]) -> dict[str, Like]:
        """By stem, the stems of the texts that mean the same."""
        same: defaultdict[str, Like] = defaultdict(dict)
        stems = stems_of(self._language)
        for group in synonyms:
            all_stems = [stem for word in group for stem in stems(word)]
            for stem in all_stems:
                same[stem] |= dict.fromkeys(self.where.keys() & (set(all_stems) - {stem}), SYNONYM)
        return dict(same)

    def rarity(self, stem: str) -> float:
        """What a word weighs: the fewer entries have it, the more."""
        return log(1 + len(self.entries) / (1 + len(self.where.get(stem, ()))))

    def stems_in(self, word: str) -> set[str]:
        """Of a word of the texts, and of its parts."""
        return {*self.stems.get(word, ()), *self.parts.get(word, ())}

    def like(self, word: str) -> Like:
        """What counts for a word that was asked: itself in any form, and what is like it if it stands nowhere."""
        stems = self.stems.get(word) or stems_of(self._language)(word)
        synonyms = {other: count for stem in stems for other, count in self.same.get(stem, {}).items()}
        if same := synonyms | dict.fromkeys(self.where.keys() & stems, 1.0):
            return same
        return self._longer(word) | self._mistyped(word, stems)

    def joined(self, word: str, following: str) -> Like:
        """Two words that are one in the texts; with a mistake only if neither stands there by itself."""
        stems = stems_of(self._language)(word + following)
        if same := dict.fromkeys(self.where.keys() & stems, 1.0):
            return same
        return {} if {word, following} & self.stems.keys() else self._mistyped(word + following, stems)

    def beginning(self, word: str) -> Like:
        """The longest known word that it begins with, when all else fails."""
        for length in range(len(word) - 1, SHORTEST_PART, -1):
            if word[:length] in self.stems:
                return dict.fromkeys(self.stems[word[:length]], BEGUN_BY)
        return {}

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Stems of the two parts of a compound, the first as long as it can be; none if it is not of known words."""
        for length in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            rest = word[length:]
            if rest in self.stems:
                for joint in JOINTS:
                    head = word[:length].removesuffix(joint)
                    if len(head) >= SHORTEST_PART and head + joint == word[:length] and head in self.stems:
                        return *self.stems[head], *self.stems[rest]
        return ()

    def _longer(self, word: str) -> Like:
        if len(word) < SHORTEST_PART:
            return {}
        longer = (one for one in self.known if one.startswith(word))
        return {stem: BEGINS for one in longer for stem in self.stems[one]}

    def _mistyped(self, word: str, stems: tuple[str, ...]) -> Like:
        """With the fewest mistakes that any known word or stem has; the longer the word, the more it may have."""
        by_distance: defaultdict[int, set[str]] = defaultdict(set)
        for one, distance in _near(word, self.known):
            by_distance[distance].update(self.stems[one])
        for stem in stems:
            for one, distance in _near(stem, self.known_stems):
                by_distance[max(distance, 1)].add(one)
        fewest = min(by_distance, default=0)
        return dict.fromkeys(by_distance.get(fewest, ()), BY_MISTAKES[fewest])


def _near(wanted: str, known: list[str]) -> list[tuple[str, int]]:
    most = sum(len(wanted) >= length for length in (4, 7, 10))
    if not most:
        return []
    found = process.extract(wanted, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(one, int(distance)) for one, distance, _place in found]


def _fields(entry: Entry) -> Fields:
    texts = (TITLE, entry.subject.title), (HEADING, entry.headings), (TEXT, entry.text), (FACT, entry.facts)
    return [(weight, with_whole(text)) for weight, text in texts]


def with_whole(text: str) -> tuple[str, ...]:
    """The words, and what a hyphen joins also as one: `multi-stakeholder` is found by `multistakeholder`."""
    whole = (found.group().replace("-", "") for found in HYPHENED.finditer(text))
    return folded_words(text) + folded_words(" ".join(whole))
