"""Which sets of answers can get another advice from changed content: the others need not be looked at.

What an advice says follows from the rules that fire, in order, from who is known, and from some properties of what they
bring in. Where all of that is the same before and after, the advice is.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from dialoog.advice.many.columns import Column
from dialoog.catalogue.catalogue import Catalogue, Rule
from dialoog.editorial.trials.many.tried import Tried

Properties = Mapping[str, Mapping[str, object]]
"""By kind and by slug, in order: what an advice looks at besides rules."""


def may_differ(before: Tried, after: Tried) -> Column:
    """The sets that both can answer, and whose advice may be another one. Never one too few."""
    both = before.sound & after.sound
    if not _are_alike(before.catalogue, after.catalogue):
        return both
    found = 0
    for old, new in (*_rules(before, after), *_circumstances(before, after)):
        found |= old ^ new
    return both & found


def _rules(before: Tried, after: Tried) -> Iterator[tuple[Column, Column]]:
    """Where a rule fires before and after; one that is on one side alone, or says something else, fires once.

    Before and after it was looked at outcomes: points do not wait for those.
    """
    old, new = before.catalogue.rules, after.catalogue.rules
    matcher = SequenceMatcher(None, list(map(_said, old)), list(map(_said, new)), autojunk=False)
    for tag, start, end, from_place, to_place in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[start:end], new[from_place:to_place], strict=True):
                yield before.fires.get(one, 0), after.fires.get(other, 0)
                yield before.scored.fired.get(one, 0), after.scored.fired.get(other, 0)
        else:
            yield from ((before.scored.fired.get(rule, 0), 0) for rule in old[start:end])
            yield from ((0, after.scored.fired.get(rule, 0)) for rule in new[from_place:to_place])


def _said(rule: Rule) -> tuple[object, ...]:
    """All that a rule does, without when and why."""
    lines = (rule.tips, rule.examples, rule.cautions, rule.actions, rule.organisations, rule.tools)
    return (
        rule.goal.slug if rule.goal else "",
        tuple((partner.slug, weight) for partner, weight in rule.partners),
        tuple((partner.slug, weight) for partner, weight in rule.partners_if_scored),
        tuple((partner.slug, tier) for partner, tier in rule.tiers),
        tuple(tuple((effect.item.slug, effect.weight) for effect in effects) for effects in lines),
        rule.known_bonus,
        rule.unknown_tier,
    )


def _circumstances(before: Tried, after: Tried) -> Iterator[tuple[Column, Column]]:
    """Who is known, the main goal, order rules that hold, and the answers with a part of their own."""
    one, other = before.scored, after.scored
    for partner, standing in one.standings.items():
        same = after.catalogue.partner_types.get(partner.slug)
        if same:
            yield standing.known, other.standings[same].known
    for slug in {**one.main_goal, **other.main_goal}:
        yield one.main_goal.get(slug, 0), other.main_goal.get(slug, 0)
    for old, new in zip(before.catalogue.order_rules, after.catalogue.order_rules, strict=True):
        yield before.answered.holds(old.conditions), after.answered.holds(new.conditions)
    for name in ("no_country_tips", "little_time", "bad_cooperation"):
        columns = (tried.answered.option(getattr(tried.catalogue.settings, name)) for tried in (before, after))
        yield next(columns), next(columns)


_NUMBERS = (
    "main_goal_factor", "min_score", "tie_width", "top_block", "also_block", "tips_emphasised", "examples_shown",
    "example_min",
)  # fmt: skip


def _are_alike(before: Catalogue, after: Catalogue) -> bool:
    """Whether what rules bring in counts the same; what one side alone has comes in by rules that the other lacks."""
    if any(getattr(before.settings, name) != getattr(after.settings, name) for name in _NUMBERS):
        return False
    if _pairs(before) != _pairs(after):
        return False
    old, new = _properties(before), _properties(after)
    return all(_in_common(old[kind], new[kind]) == _in_common(new[kind], old[kind]) for kind in old)


def _in_common(some: Mapping[str, object], others: Mapping[str, object]) -> list[tuple[str, object]]:
    return [(slug, found) for slug, found in some.items() if slug in others]


def _pairs(catalogue: Catalogue) -> tuple[list[Any], list[Any]]:
    signposts = [(s.partner_type.slug, s.leads_to.slug) for s in catalogue.signposts]
    return signposts, [(r.first.slug, r.then.slug, r.is_across_tiers) for r in catalogue.order_rules]


def _properties(catalogue: Catalogue) -> Properties:
    partners = catalogue.partner_types.values()
    return {
        "partner_types": {p.slug: (p.in_production_country, p.familiarity) for p in partners},
        "cautions": {c.slug: c.severity for c in catalogue.cautions.values()},
        "actions": {a.slug: (a.needs_time, {p.slug for p in a.partner_types}) for a in catalogue.actions.values()},
        "tips": {t.slug: t.tip_set for t in catalogue.tips.values()},
        "examples": dict.fromkeys(catalogue.practice_examples),
    }
