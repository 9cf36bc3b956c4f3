"""Texts that are like what somebody types: mistakes, capitals and accents are forgiven, and the best come first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialoog.content.document.schema import SCHEMA
from dialoog.editorial.search.fields import FieldText
from dialoog.editorial.search.words import words_of_content
from dialoog.languages.spelling import Word, folded_words

LONGEST = 300
"""Characters of a query that count; more than the longest sentence, so that a pasted one fits."""
MOST_WORDS = 40
SHOWN = 50
SHARE = 0.6
"""How much of a query a text must have, weighed by how rare each word is."""
WHOLE, BEGINNING, WITHIN, MISTYPED = 1.0, 0.85, 0.7, 0.5
KEY_BONUS, PHRASE_BONUS, SHORT_BONUS = 10.0, 1.0, 0.1
AROUND = 120
"""Characters that are shown before what was found, and twice as many after it."""


@dataclass(frozen=True)
class Part:
    text: str
    is_found: bool


@dataclass(frozen=True)
class Hit:
    place: FieldText
    score: float
    parts: tuple[Part, ...]
    """The text around what was found, with that marked."""


@dataclass(frozen=True)
class Group:
    kind: str
    hits: list[Hit]


@dataclass(frozen=True)
class Found:
    groups: list[Group]
    """By kind, in the plural; the kind with the best hit comes first."""
    count: int
    """Also of what is not shown."""
    shown: int


class Index:
    """The words of some texts, and in which texts each stands."""

    def __init__(self, places: Iterable[FieldText]) -> None:
        self.places = [(place, words_of_content(place.text)) for place in places]
        self.where: dict[str, set[int]] = {}
        for number, (_place, found) in enumerate(self.places):
            for word in found:
                self.where.setdefault(word.folded, set()).add(number)
        self.known = list(self.where)

    def like(self, wanted: str) -> dict[str, float]:
        """Which words of the texts count for this one, and how much."""
        is_long = len(wanted) >= 4
        found = dict.fromkeys(self.mistyped(wanted), MISTYPED) if is_long else {}
        for word in self.known:
            if word == wanted:
                found[word] = WHOLE
            elif len(wanted) > 1 and word.startswith(wanted):
                found[word] = BEGINNING
            elif is_long and wanted in word:
                found[word] = WITHIN
        return found

    def mistyped(self, wanted: str) -> set[str]:
        """Words that begin like it, but for one mistake, or two in a long word."""
        mistakes = 1 if len(wanted) < 8 else 2
        found = set()
        for length in (len(wanted), len(wanted) + 1):
            cut = [word[:length] for word in self.known]
            near = process.extract(wanted, cut, scorer=OSA.distance, score_cutoff=mistakes, limit=None)
            found |= {self.known[place] for _word, _distance, place in near}
        return found

    def texts_with(self, like: dict[str, float]) -> dict[int, float]:
        """By number of a text, what the best of these words in it counts for."""
        best: dict[int, float] = {}
        for word, score in like.items():
            for number in self.where[word]:
                best[number] = max(score, best.get(number, 0.0))
        return best

    def named(self, wanted: tuple[str, ...]) -> set[int]:
        """The first text of each record whose key or code this is."""
        first = {place.key: number for number, (place, _found) in reversed([*enumerate(self.places)])}
        return {number for key, number in first.items() if folded_words(key.identity) == wanted}

    def rarity(self, texts: int) -> float:
        """What a word weighs that stands in so many texts: the fewer, the more."""
        return log(1 + len(self.places) / (1 + texts))


def search(places: Iterable[FieldText], query: str) -> Found:
    """Of a query without a word nothing is found. No sign in it has a meaning of its own."""
    wanted = folded_words(query[:LONGEST])[:MOST_WORDS]
    if not wanted:
        return Found([], 0, 0)
    index = Index(places)
    like = {word: index.like(word) for word in dict.fromkeys(wanted)}
    scored = sorted(_scored(index, wanted, like).items(), key=lambda one: (-one[1], one[0]))
    marked = {word for found in like.values() for word in found}
    best = [(score, *index.places[number]) for number, score in scored[:SHOWN]]
    hits = [Hit(place, score, _parts(place.text, found, marked)) for score, place, found in best]
    return _grouped(hits, len(scored))


def _scored(index: Index, wanted: tuple[str, ...], like: dict[str, dict[str, float]]) -> dict[int, float]:
    """By number of a text. Equally good ones stay in the order of the schema."""
    texts_with = {word: index.texts_with(found) for word, found in like.items()}
    weights = {word: index.rarity(len(texts)) for word, texts in texts_with.items()}
    total, named = sum(weights.values()), index.named(wanted)
    shares: defaultdict[int, float] = defaultdict(float)
    scores: defaultdict[int, float] = defaultdict(float)
    for word, texts in texts_with.items():
        for number, score in texts.items():
            shares[number] += weights[word] / total
            scores[number] += score * weights[word] / total
    return {
        number: scores[number] + _bonus(wanted, index.places[number][1]) + KEY_BONUS * (number in named)
        for number in named | {number for number, share in shares.items() if share >= SHARE}
    }


def _bonus(wanted: tuple[str, ...], found: Sequence[Word]) -> float:
    """For the words as they stand in the query, and for a text that has not much more."""
    return PHRASE_BONUS * _is_in(wanted, found) + SHORT_BONUS * min(1.0, len(wanted) / max(1, len(found)))


def _is_in(wanted: tuple[str, ...], found: Sequence[Word]) -> bool:
    """Whether the words stand there one after another."""
    there = [word.folded for word in found]
    size = len(wanted)
    return any(there[at] == wanted[0] and tuple(there[at : at + size]) == wanted for at in range(len(there) - size + 1))


def _parts(text: str, found: Sequence[Word], liked: set[str]) -> tuple[Part, ...]:
    marked = [word for word in found if word.folded in liked]
    at = marked[0].start if marked else 0
    begin = next((word.start for word in found if word.start >= at - AROUND), 0) if at > AROUND else 0
    end = next((word.start for word in found if word.start > at + 2 * AROUND), len(text))
    parts, done = [Part("…", False)] if begin else [], begin
    for word in marked:
        if begin <= word.start and word.end <= end:
            parts += [Part(text[done : word.start], False), Part(text[word.start : word.end], True)]
            done = word.end
    parts += [Part(text[done:end], False), Part("…" if end < len(text) else "", False)]
    return tuple(part for part in parts if part.text)


def _grouped(hits: list[Hit], count: int) -> Found:
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(str(SCHEMA[hit.place.key.collection].model._meta.verbose_name_plural), []).append(hit)
    return Found([Group(kind, found) for kind, found in groups.items()], count, len(hits))
