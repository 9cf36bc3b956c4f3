"""Texts that are like what somebody types: mistakes, capitals and accents are forgiven, and the best come first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialoog.editorial.search.fields import FieldText
from dialoog.editorial.search.words import Word, folded_words, words

LONGEST = 300
"""Characters of a query that count; more than the longest sentence, so that a pasted one fits."""
MOST_WORDS = 40
SHOWN = 50
SHARE = 0.6
"""How much of a query a text must have, weighed by how rare each word is."""
WHOLE, BEGINNING, WITHIN, MISTYPED = 1.0, 0.85, 0.7, 0.5
KEY_BONUS, PHRASE_BONUS, SHORT_BONUS = 10.0, 1.0, 0.1
AROUND = 120
"""Characters that are shown on each side of what was found."""


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
    """By kind; the kind with the best hit comes first."""
    count: int
    """Also of what is not shown."""
    shown: int


class Index:
    """The words of some texts."""

    def __init__(self, places: Iterable[FieldText]) -> None:
        self.places = [(place, words(place.text)) for place in places]
        self.sets = [frozenset(word.folded for word in found) for _place, found in self.places]
        self.used = Counter(word for found in self.sets for word in found)
        self.known = list(self.used)

    def like(self, wanted: str) -> dict[str, float]:
        """Which words of the texts count for this one, and how much."""
        longest = len(wanted) >= 4
        found = dict.fromkeys(self.mistyped(wanted), MISTYPED) if longest else {}
        for word in self.known:
            if word == wanted:
                found[word] = WHOLE
            elif len(wanted) > 1 and word.startswith(wanted):
                found[word] = BEGINNING
            elif longest and wanted in word:
                found[word] = WITHIN
        return found

    def mistyped(self, wanted: str) -> set[str]:
        """Words that begin like it, but for one mistake, or two in a long word."""
        mistakes = 1 if len(wanted) < 8 else 2
        found = set()
        for extra in (0, 1, None):
            cut = [word if extra is None else word[: len(wanted) + extra] for word in self.known]
            near = process.extract(wanted, cut, scorer=OSA.distance, score_cutoff=mistakes, limit=None)
            found |= {self.known[place] for _word, _distance, place in near}
        return found

    def rarity(self, like: Iterable[str]) -> float:
        """Of a word that stands nowhere it is the highest."""
        return log(1 + len(self.places) / (1 + max((self.used[word] for word in like), default=0)))


def search(places: Iterable[FieldText], query: str) -> Found:
    """Of a query without a word nothing is found. No sign in it has a meaning of its own."""
    wanted = folded_words(query[:LONGEST])[:MOST_WORDS]
    if not wanted:
        return Found([], 0, 0)
    index = Index(places)
    like = {word: index.like(word) for word in dict.fromkeys(wanted)}
    weights = {word: index.rarity(found) for word, found in like.items()}
    hits = [
        Hit(place, score, _parts(place.text, found, like))
        for score, place, found in _best(_scored(index, wanted, like, weights))
    ]
    return _grouped(hits[:SHOWN], len(hits))


Scored = tuple[float, FieldText, list[Word]]


def _scored(
    index: Index, wanted: tuple[str, ...], like: dict[str, dict[str, float]], weights: dict[str, float]
) -> Iterable[Scored]:
    total, named = sum(weights.values()), set()
    for (place, found), present in zip(index.places, index.sets, strict=True):
        best = {word: max((like[word][w] for w in present & like[word].keys()), default=0.0) for word in like}
        share = sum(weights[word] for word, score in best.items() if score) / total
        is_named = place.key not in named and folded_words(place.key.identity) == wanted
        if is_named:
            named.add(place.key)
        if share >= SHARE or is_named:
            score = sum(weights[word] * score for word, score in best.items()) / total
            bonus = KEY_BONUS * is_named + PHRASE_BONUS * _is_in(wanted, found)
            yield score + bonus + SHORT_BONUS * min(1.0, len(wanted) / max(1, len(found))), place, found


def _best(scored: Iterable[Scored]) -> list[Scored]:
    """Equally good ones stay in the order of the schema."""
    return sorted(scored, key=lambda one: -one[0])


def _is_in(wanted: tuple[str, ...], found: list[Word]) -> bool:
    """Whether the words stand there one after another."""
    there = [word.folded for word in found]
    size = len(wanted)
    return any(there[at] == wanted[0] and tuple(there[at : at + size]) == wanted for at in range(len(there) - size + 1))


def _parts(text: str, found: list[Word], like: dict[str, dict[str, float]]) -> tuple[Part, ...]:
    marked = [word for word in found if any(word.folded in words_like for words_like in like.values())]
    at = marked[0].start if marked else 0
    begin, end = max(0, at - AROUND), min(len(text), at + 2 * AROUND)
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
        groups.setdefault(hit.place.kind, []).append(hit)
    return Found([Group(kind, found) for kind, found in groups.items()], count, len(hits))
