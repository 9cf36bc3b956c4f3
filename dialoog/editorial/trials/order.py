"""The order of an advice: what order rules ask of it, and who shares a place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.advice.advice import Advised
from dialoog.catalogue.document import Key
from dialoog.catalogue.vocabulary import RANKED_TIERS
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.violations import Invariant, Violation


def broken_order(examined: Examined) -> Iterator[Violation]:
    rows = {a.partner_type: (row, a) for row, a in enumerate(examined.advice.ranking)}
    for rule in examined.order_rules:
        if rule.first in rows and rule.then in rows:
            (row_of_first, first), (row_of_then, then) = rows[rule.first], rows[rule.then]
            reaches = rule.is_across_tiers and first.tier in RANKED_TIERS
            if row_of_then < row_of_first and (reaches or examined.are_alike(first, then)):
                values = {"then": rule.then.name, "first": rule.first.name}
                sentence = _("‘%(then)s’ staat boven ‘%(first)s’, en volgens een volgorderegel hoort dat andersom.")
                key = Key("order_rules", f"{rule.first.slug} + {rule.then.slug}")
                yield Violation(Invariant.ORDER, sentence % values, key)


def wrong_places(examined: Examined) -> Iterator[Violation]:
    """Looks at neighbours, so that one mistake is not told of everybody below it."""
    leader, before = None, None
    for a in examined.advice.ranking:
        if a.tier not in RANKED_TIERS:
            if a.place:
                yield _place(_("‘%(name)s’ staat apart en heeft toch een plaats."), a)
            continue
        shares = before is not None and a.place == before.place
        if leader is not None and before is not None and _fits_equally(examined, leader, before, a) != shares:
            sentence = _("‘%(name)s’ deelt een plaats met ‘%(before)s’, maar past niet even goed.")
            apart = _("‘%(name)s’ past even goed als ‘%(before)s’, maar deelt die plaats niet.")
            yield _place(sentence if shares else apart, a, before)
        elif not shares and a.place != (before.place if before else 0) + 1:
            yield _place(_("De plaats van ‘%(name)s’ sluit niet aan op die erboven."), a)
        leader, before = (leader if shares else a), a


def _fits_equally(examined: Examined, leader: Advised, before: Advised, a: Advised) -> bool:
    width = examined.catalogue.settings.tie_width
    return examined.are_alike(before, a) and leader.score - a.score <= width


def _place(sentence: str, a: Advised, before: Advised | None = None) -> Violation:
    names = {"name": a.partner_type.name, "before": before.partner_type.name if before else ""}
    return Violation(Invariant.PLACE, sentence % names, Key("partner_types", a.partner_type.slug))
