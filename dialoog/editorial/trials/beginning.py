"""With whom an advice begins: somebody who can, in order, or nobody for a reason that it can say."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from dialoog.advice.advice import Advised, Obstacle
from dialoog.advice.what_if import with_more_time
from dialoog.catalogue.document import Key
from dialoog.catalogue.vocabulary import Tier
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.violations import Invariant, Violation

MOST = 3


def wrong_start(examined: Examined) -> Iterator[Violation]:
    for a in examined.advice.ranking:
        says_so = a.can_begin or a in examined.advice.start
        if says_so and a not in examined.able:
            yield _start(_("Het advies begint met ‘%s’, maar %s.") % (a.partner_type.name, _why_not(examined, a)), a)
        elif a in examined.able and not a.can_begin:
            yield _start(_("Met ‘%s’ kun je beginnen, maar dat zegt het advies niet.") % a.partner_type.name, a)
    yield from _wrong_order(examined)
    able = [a for a in examined.advice.ranking if a in examined.able]
    if examined.advice.start != _first_places(able):
        sentence = _("Het advies begint niet met de eerste plaatsen die samen op drie partnertypes passen.")
        yield Violation(Invariant.START, sentence)


def _why_not(examined: Examined, a: Advised) -> str:
    if a.tier is not Tier.FIRST:
        return _("die staat niet bij ‘%s’") % Tier.FIRST.label
    return _("daarmee loopt het stroef") if a in examined.fitting else _("die doet te weinig voor het hoofddoel")


def _wrong_order(examined: Examined) -> Iterator[Violation]:
    """Who can begin leads its tier, by score unless an order rule says otherwise."""
    for one, other in pairwise(a for a in examined.advice.ranking if a.tier is Tier.FIRST):
        names = {"one": one.partner_type.name, "other": other.partner_type.name}
        if other in examined.able and one not in examined.able:
            yield _start(_("‘%(one)s’ staat boven ‘%(other)s’, waarmee je kunt beginnen.") % names, other)
    able = [a for a in examined.advice.ranking if a in examined.able]
    for place, (one, other) in enumerate(pairwise(able), start=1):
        if other.score > one.score and not _is_moved(examined, able, place):
            names = {"one": one.partner_type.name, "other": other.partner_type.name}
            yield _start(_("‘%(one)s’ staat boven ‘%(other)s’, dat meer punten heeft.") % names, other)


def _is_moved(examined: Examined, able: list[Advised], place: int) -> bool:
    """Whether an order rule put this one right behind another; what such rules move as well may stand in between."""
    behind = {(rule.first, rule.then) for rule in examined.order_rules}
    types = [a.partner_type for a in able]
    for before in reversed(range(place)):
        if (types[before], types[place]) in behind:
            return True
        if not any((first, types[before]) in behind for first in types[:before]):
            return False
    return False


def _first_places(able: list[Advised]) -> list[Advised]:
    start: list[Advised] = []
    for _place, group in groupby(able, key=lambda a: a.place):
        equals = list(group)
        if start and len(start + equals) > MOST:
            break
        start = (start + equals)[:MOST]
    return start


def no_start(examined: Examined) -> Iterator[Violation]:
    """Nobody to begin with needs a reason, and a way out."""
    if examined.advice.start:
        return
    stands_in_the_way = examined.runs_badly and any(
        examined.knows(a) and a.tier is Tier.FIRST for a in examined.fitting
    )
    if not stands_in_the_way and not examined.is_short:
        yield _who_is_in_the_way(examined)
    if not stands_in_the_way and not examined.advice.signposts and not _can_begin_with_more_time(examined):
        yield _none(
            _("Er is niemand om mee te beginnen, en ook geen wegwijzer of iemand voor wie meer tijd heeft"), examined
        )
    if examined.advice.obstacle is not _obstacle(examined, stands_in_the_way):
        yield _none(
            _("Er is niemand om mee te beginnen, maar het advies zegt niet waarom of noemt de verkeerde reden"),
            examined,
        )


def _obstacle(examined: Examined, stands_in_the_way: bool) -> Obstacle | None:
    if not examined.fitting or examined.able:
        return None
    if stands_in_the_way:
        return Obstacle.COOPERATION
    return Obstacle.TIME if examined.is_short else Obstacle.OTHER


def _can_begin_with_more_time(examined: Examined) -> bool:
    """This is what a visitor reads; with the other answer it is somebody to begin with by definition."""
    advice = examined.advice
    return advice.obstacle is not None and bool(with_more_time(examined.catalogue, advice.answers))


def _who_is_in_the_way(examined: Examined) -> Violation:
    best = next((a for a in examined.advice.ranking if a in examined.fitting), None)
    if best is None:
        return _none(_("Er is genoeg tijd, maar niemand in het advies helpt daarbij"), examined)
    values = {"name": best.partner_type.name, "by": _moved_by(best) or best.tier.label}
    sentence = _("Er is genoeg tijd, maar je kunt niet beginnen met ‘%(name)s’, die het best past: %(by)s.")
    moves = best.deciding_moves
    key = Key("rules", moves[0].firing.rule.code) if moves else Key("partner_types", best.partner_type.slug)
    return Violation(Invariant.NO_START, sentence % values, key)


def _moved_by(advised: Advised) -> str:
    rules = [move.firing.rule.code for move in advised.deciding_moves]
    rules += [f"{rule.first.name} → {rule.then.name}" for rule in advised.held_back]
    return ", ".join(dict.fromkeys(rules))


def _none(sentence: str, examined: Examined) -> Violation:
    return Violation(
        Invariant.NO_START,
        _("%(sentence)s (hoofddoel ‘%(goal)s’).") % {"sentence": sentence, "goal": examined.goal.name},
    )


def _start(sentence: str, about: Advised) -> Violation:
    return Violation(Invariant.START, sentence, Key("partner_types", about.partner_type.slug))
