"""What each answer that differs does to an advice on its own, in a short sentence: which answer caused what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialoog.advice.kinds import ACTIONS, CAUTIONS
from dialoog.compare.columns import Column
from dialoog.compare.difference import Difference, Fate, OtherLine, Side
from dialoog.compare.exchanging import Exchange, advice_of, asked_of, exchanges
from dialoog.compare.saying.names import in_a_short_row

UPWARD, DOWNWARD = (Fate.UP, Fate.SOONER), (Fate.DOWN, Fate.LATER)


@dataclass(frozen=True)
class Effects:
    """Of the answers of one report, each taken over alone in another."""

    telling: tuple[Exchange, ...]
    """Those that change the advice, what does most first."""
    silent: tuple[Exchange, ...]
    unknown: tuple[Exchange, ...]
    """Those that the other answers do not go with."""
    follows: bool
    """There are other questions that differ: they were asked of one alone, because of one of these answers."""
    only_together: bool
    """One begins with others, and no answer alone makes that."""

    @classmethod
    def of(cls, own: Column, other: Column, slugs: Sequence[str]) -> Self | None:
        """None where it cannot be said of the answers alone: of two releases, or an advice from before."""
        if own.release != other.release or _is_from_before(own) or _is_from_before(other):
            return None
        found = [_with_its_questions(exchange, other) for exchange in exchanges(own, [other], slugs)]
        known = [exchange for exchange in found if exchange.after]
        telling = [exchange for exchange in known if exchange.difference.changes_advice]
        unknown = tuple(exchange for exchange in found if not exchange.after)
        starts = [set(other.side.start), *({partner.slug for partner in exchange.first} for exchange in known)]
        by_none = set(own.side.start) != starts[0] and starts[0] not in starts[1:]
        return cls(
            telling=tuple(sorted(telling, key=_how_much)),
            silent=tuple(exchange for exchange in known if exchange not in telling),
            unknown=unknown,
            follows=len(found) < len(slugs),
            only_together=bool(known) and not unknown and by_none,
        )

    @property
    def number(self) -> int:
        return len(self.telling) + len(self.silent) + len(self.unknown)


def _is_from_before(column: Column) -> bool:
    """The engine of today would give another advice, so that a difference might come from that."""
    today = advice_of(column.catalogue, column.advice.answers.chosen)
    return today is None or Difference.of(column.side, Side(column.catalogue, today)).changes_advice


def _with_its_questions(exchange: Exchange, other: Column) -> Exchange:
    """Where an answer asks for others, together with what the other report answered there."""
    if exchange.after:
        return exchange
    mine, theirs = exchange.own.advice.answers.chosen, other.advice.answers.chosen
    new = asked_of(other) - asked_of(exchange.own)
    chosen = {**mine, exchange.slug: theirs[exchange.slug], **{slug: theirs[slug] for slug in new}}
    return replace(exchange, after=advice_of(exchange.own.catalogue, chosen), brings_questions=True)


def _how_much(exchange: Exchange) -> tuple[int, int]:
    lines = sum(map(len, exchange.difference.lines.values()))
    return exchange.weight, -len(exchange.difference.movements) * 10 - lines


def effect_in_words(exchange: Exchange) -> str:
    """As what follows on a colon."""
    return "; ".join(_parts(exchange))


def _parts(exchange: Exchange) -> Iterator[str]:
    difference = exchange.difference
    yield from _start(exchange)
    moved = list(_moved(difference))
    yield from moved or ([] if difference.starts_differ else [_("geen partner staat anders")])
    told = [*_cautions(difference.lines[CAUTIONS]), *_actions(difference.lines[ACTIONS])]
    yield from told or ([] if moved or difference.starts_differ else [_("wel andere tips of voorbeelden")])


def _start(exchange: Exchange) -> Iterator[str]:
    if not exchange.difference.starts_differ:
        return
    if not exchange.first:
        nobody, why = _("er is niemand om mee te beginnen"), exchange.why_nobody
        yield _("%(nobody)s, want %(why)s") % {"nobody": nobody, "why": why} if why else nobody
    if exchange.comes_in:
        yield _("je begint met %s") % in_a_short_row([partner.name for partner in exchange.comes_in])
    if exchange.first and exchange.drops_out:
        yield _("je begint niet meer met %s") % in_a_short_row([partner.name for partner in exchange.drops_out])


def _moved(difference: Difference) -> Iterator[str]:
    fates = [movement.fate for movement in difference.movements]
    if number := _count(fates, DOWNWARD):
        yield ngettext("%d partner lager of later", "%d partners lager of later", number) % number
    if number := _count(fates, UPWARD):
        yield ngettext("%d partner hoger of eerder", "%d partners hoger of eerder", number) % number
    if number := _count(fates, (Fate.CAME,)):
        yield ngettext("%d partner erbij", "%d partners erbij", number) % number
    if number := _count(fates, (Fate.WENT,)):
        yield ngettext("%d partner eruit", "%d partners eruit", number) % number


def _cautions(lines: Sequence[OtherLine]) -> Iterator[str]:
    if number := _came(lines):
        yield ngettext("%d aandachtspunt erbij", "%d aandachtspunten erbij", number) % number
    if number := _went(lines):
        yield ngettext("%d aandachtspunt eruit", "%d aandachtspunten eruit", number) % number


def _actions(lines: Sequence[OtherLine]) -> Iterator[str]:
    if number := _came(lines):
        yield ngettext("%d stap erbij", "%d stappen erbij", number) % number
    if number := _went(lines):
        yield ngettext("%d stap eruit", "%d stappen eruit", number) % number
    both = [line.lines for line in lines if line.lines.first and line.lines.second]
    if number := sum(bool(pair.second and pair.second.needs_more_time) for pair in both):
        yield ngettext("%d stap naar later", "%d stappen naar later", number) % number
    if number := sum(bool(pair.second and not pair.second.needs_more_time) for pair in both):
        yield ngettext("%d stap nu al", "%d stappen nu al", number) % number


def _came(lines: Iterable[OtherLine]) -> int:
    return sum(line.lines.first is None for line in lines)


def _went(lines: Iterable[OtherLine]) -> int:
    return sum(line.lines.second is None for line in lines)


def _count(fates: Iterable[Fate], among: Iterable[Fate]) -> int:
    wanted = tuple(among)
    return sum(fate in wanted for fate in fates)
