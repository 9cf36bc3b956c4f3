"""What made a rule count in one advice and not in the other: of all that it looks at what the other advice lacks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from dialoog.advice.advice import Firing, Line
from dialoog.advice.outcomes import CameOut, why_it_held
from dialoog.catalogue.catalogue import PartnerType, Rule
from dialoog.catalogue.conditions import Conditions
from dialoog.catalogue.labels import NOT, key_of
from dialoog.catalogue.vocabulary import Basis, Outcome
from dialoog.compare.columns import Column
from dialoog.report.body.reasons import Premise, Reason, said_once
from dialoog.report.body.time import time_of


def what_differs(reason: Reason, firing: Firing, here: Column, there: Sequence[Column]) -> Reason:
    """A reason of one advice, with what is not so in the others. `there`: those in which the rule does nothing here.

    Where the rule sees the same in all, content of another release makes the difference, or nothing about the rule.
    """
    rules = [_rule(other, firing.rule.code) for other in there]
    groups = _lost_groups(firing.rule, here, there)
    came_out = tuple(_lost_outcomes(firing.rule, here, list(zip(there, rules, strict=True))))
    is_same = not groups and not came_out
    if None in rules or (is_same and _is_of_releases(here, there)):
        return replace(reason, because=(), came_out=(_content_differs(here, there),))
    narrowed = replace(firing, rule=replace(firing.rule, conditions=Conditions(groups)), because=None)
    return replace(reason, because=here.reasoning.of_rule(narrowed).because, came_out=came_out)


def of_line(line: Line[Any], here: Column, there: Sequence[Column]) -> tuple[Reason, ...]:
    """Why one advice has a line that others lack: of each rule that brings it in, for all of them fail there."""
    return said_once(what_differs(here.reasoning.of_link(link), link.firing, here, there) for link in line.links)


def of_waiting(line: Line[Any], here: Column, there: Sequence[Column]) -> Reason:
    """Why an action is for later here. `there`: where it is for now; what is so there as well is left out."""
    time = time_of(here.catalogue, here.conclusion)
    because = (Premise(time.question.text, (time.answer,), is_absence=False),) if time else ()
    partners = [partner for partner in line.item.partner_types if partner.slug in here.side.standings]
    if there and all(_has_little_time(other) for other in there):
        because = ()
    elif there and not any(_can_begin(other, line.item.partner_types) for other in there):
        return _reason(because)
    if not partners or not _can_begin(here):
        return _reason(because, here.words[key_of(Outcome.NOBODY_TO_BEGIN_WITH)])
    names = "; ".join(partner.name for partner in partners)
    return _reason(because, f"{here.words[key_of(Outcome.CAN_BEGIN_WITH) + NOT]} {names}")


def of_knowing(partner: PartnerType, here: Column, there: Column) -> str:
    """As what follows on "omdat", where somebody is known in one advice alone; else empty."""
    other = there.catalogue.partner_types.get(partner.slug)
    is_known = partner.is_known(here.advice.answers.mask)
    if other is None or other.is_known(there.advice.answers.mask) == is_known:
        return ""
    return f"{here.words[key_of(Outcome.KNOWN) + ('' if is_known else NOT)]} {partner.name}"


def _reason(because: tuple[Premise, ...], *came_out: str) -> Reason:
    return Reason("", Basis.OWN, (), because, came_out)


def _rule(column: Column, code: str) -> Rule | None:
    return next((rule for rule in column.catalogue.rules if rule.code == code), None)


def _lost_groups(rule: Rule, here: Column, there: Iterable[Column]) -> tuple[Any, ...]:
    """Of its conditions those that do not hold for the answers of some other advice."""
    masks = [_answers_of(other, here) for other in there]
    groups = rule.conditions.groups
    return tuple(group for group in groups if not all(any(row.holds(mask) for row in group) for mask in masks))


def _answers_of(other: Column, here: Column) -> int:
    """As the content of this advice numbers options; those that it does not have are left out."""
    chosen = other.advice.answers.chosen
    return sum(
        option.bit
        for question in here.catalogue.questions.values()
        for option in question.options
        if option.slug in chosen.get(question.slug, ())
    )


def _lost_outcomes(rule: Rule, here: Column, there: list[tuple[Column, Rule | None]]) -> Iterator[str]:
    held = [{_key(found) for found in why_it_held(column.advice, other)} for column, other in there if other]
    for found in why_it_held(here.advice, rule):
        if not all(_key(found) in keys for keys in held):
            yield here.reasoning.clause(found) or _("er iemand is om mee te beginnen")


def _key(found: CameOut) -> tuple[Outcome, bool]:
    return found.outcome, found.is_absent


def _is_of_releases(here: Column, there: Iterable[Column]) -> bool:
    return any(other.release != here.release for other in there)


def _content_differs(here: Column, there: Sequence[Column]) -> str:
    other = next((other for other in there if other.release != here.release), there[0])
    return _("de inhoud van %(here)s niet dezelfde is als die van %(there)s") % {
        "here": here.called,
        "there": other.called,
    }


def _has_little_time(column: Column) -> bool:
    return bool(column.advice.answers.mask & column.catalogue.settings.little_time)


def _can_begin(column: Column, partners: Iterable[PartnerType] = ()) -> bool:
    """With one of these, or, if there are none, with anybody: what an action that needs time asks for."""
    able = {advised.partner_type.slug for advised in column.advice.ranking if advised.can_begin}
    named = {partner.slug for partner in partners}
    return bool(able & named if named else able)
