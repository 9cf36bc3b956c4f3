"""The words of what can be found, by their stems, and how much each counts for where it stands."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import log

from dialoog.knowledge.search.compounds import WHOLE, as_one, parts_of
from dialoog.knowledge.search.texts import Entry
from dialoog.knowledge.search.tongue import stems_of
from dialoog.languages.spelling import words

TITLE, HEADING, TEXT, FACT = 6.0, 3.0, 1.0, 0.5
"""What a word counts for by where it stands."""
FIRST_PART, LAST_PART = 0.5, 0.8
"""What a part of a compound counts for; the last says what the thing is."""
SATURATION = 2.0
"""A word that stands somewhere often counts little more than one that stands there a few times."""

Like = dict[str, float]
"""Stems that count for a word, and how much."""
Fields = list[tuple[float, tuple[str, ...]]]
"""Of one entry: what a word there counts for, and the words."""


class Index:
    """Made once for a release and language, and read by many threads at once."""

    def __init__(self, entries: Iterable[Entry], language: str, synonyms: Iterable[tuple[str, ...]] = ()) -> None:
        self.entries = list(entries)
        self.stems_of: Callable[[str], tuple[str, ...]] = stems_of(language)
        self.spelled: dict[str, str] = {}
        """Words as they stand in the texts, with accents and hyphens, without capitals."""
        texts = [self._fields(entry) for entry in self.entries]
        self.stems = {word: self.stems_of(word) for word in self.spelled}
        self.words = self._by_stem()
        self.known, self.known_stems = list(self.stems), list(self.words)
        self.parts = {word: parts for word in self.stems if (parts := parts_of(word, self.stems))}
        self.titles = [self._title(entry) for entry in self.entries]
        self.where = self._count(texts)
        self.same, named = self._same(synonyms)
        self.understood = self.stems.keys() | named
        """Words of the texts, and those that mean the same as one of them."""

    def _fields(self, entry: Entry) -> Fields:
        texts = (TITLE, entry.subject.title), (HEADING, entry.headings), (TEXT, entry.text), (FACT, entry.facts)
        return [(weight, self._words_in(text)) for weight, text in texts]

    def _words_in(self, text: str) -> tuple[str, ...]:
        """Also as one what a hyphen joins."""
        found = [text[word.start : word.end] for word in words(text)]
        found += [whole for whole in WHOLE.findall(text) if "-" in whole]
        for written in found:
            self.spelled.setdefault(as_one(written), written.lower())
        return tuple(map(as_one, found))

    def _title(self, entry: Entry) -> list[set[str]]:
        """The stems of each word, with those of its parts; what a hyphen joins is one word."""
        by_word = (self._words_in(word) for word in WHOLE.findall(entry.subject.title) if len(word) > 2)
        return [{stem for word in parts for stem in self.stems_in(word)} for parts in by_word]

    def _by_stem(self) -> dict[str, list[str]]:
        by_stem: defaultdict[str, list[str]] = defaultdict(list)
        for word, stems in self.stems.items():
            for stem in stems:
                by_stem[stem].append(word)
        return dict(by_stem)

    def _count(self, texts: list[Fields]) -> dict[str, dict[int, float]]:
        """By stem, in which entries it stands and what it counts for there."""
        where: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for number, fields in enumerate(texts):
            counts: defaultdict[str, float] = defaultdict(float)
            for weight, found in fields:
                for word, times in Counter(found).items():
                    for stem in self.stems[word]:
                        counts[stem] += weight * times
                    for part, share in zip(self.parts.get(word, ()), (FIRST_PART, LAST_PART), strict=False):
                        for stem in self.stems[part]:
                            counts[stem] += weight * times * share
            for stem, weight in counts.items():
                where[stem][number] = weight / (weight + SATURATION)
        return dict(where)

    def _same(self, synonyms: Iterable[tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
        """By stem of a word of a group the words of the texts that its groups have; and all words of such groups."""
        same: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        named: set[str] = set()
        for group in synonyms:
            said = tuple(dict.fromkeys(filter(None, map(self._in_texts, group))))
            if not said:
                continue
            for stem in dict.fromkeys(stem for word in group for stem in self.stems_of(word)):
                same[stem] += said
                named.update(group)
        return dict(same), frozenset(named)

    def _in_texts(self, word: str) -> str | None:
        """The word itself, or else another form of it."""
        if word in self.stems:
            return word
        return next((self.words[stem][0] for stem in self.stems_of(word) if stem in self.words), None)

    def rarity(self, stem: str) -> float:
        """What a word weighs: the fewer entries have it, the more."""
        return log(1 + len(self.entries) / (1 + len(self.where.get(stem, ()))))

    def stems_in(self, word: str) -> set[str]:
        """Of a word of the texts, and of its parts."""
        return {stem for one in (word, *self.parts.get(word, ())) for stem in self.stems.get(one, ())}

    def exactly(self, stems: Iterable[str]) -> Like:
        """A word of these stems, in any form, as far as it stands in the texts."""
        return dict.fromkeys(self.where.keys() & set(stems), 1.0)

    def synonyms(self, stems: Iterable[str]) -> tuple[str, ...]:
        """Words of the texts that mean the same as one of these stems."""
        return tuple(dict.fromkeys(word for stem in stems for word in self.same.get(stem, ())))
