"""The advice as the plain data that `manage.py advise` prints: slugs and numbers alone."""

from collections.abc import Iterator
from typing import Any

from dialoog.advice.advice import Advice
from dialoog.advice.kinds import ACTIONS, LINE_KINDS, TIPS
from dialoog.catalogue.catalogue import Catalogue


def to_json(catalogue: Catalogue, advice: Advice) -> dict[str, Any]:
    """A JSON-ready dict; every list is a list of slugs, but not `ranking` and `signposts` (see `docs/advice.md`)."""
    return {
        "answers": advice.answers.to_json(catalogue),
        "ranking": [
            {
                "partner_type": a.partner_type.slug,
                "score": a.score,
                "tier": a.tier.value,
                "place": a.place or None,
                "main_goal_score": a.main_goal_score,
                "is_known": a.is_known,
            }
            for a in advice.ranking
        ],
        "start": [a.partner_type.slug for a in advice.start],
        "signposts": [
            {"partner_type": s.partner_type.slug, "leads_to": s.leads_to.slug, "reason": s.statement.text}
            for s in advice.signposts
        ],
        "per_goal": {goal.slug: [a.partner_type.slug for a in best] for goal, best in advice.per_goal.items()},
        **dict(_lines(advice)),
        "rules": [firing.rule.code for firing in advice.firings],
    }


def _lines(advice: Advice) -> Iterator[tuple[str, Any]]:
    """By kind; which of the actions need more time, and which tips there can be, is said right behind those."""
    for kind in LINE_KINDS:
        yield kind.name, advice.slugs(kind)
        if kind is ACTIONS:
            yield "later_actions", [line.item.slug for line in advice.later_actions]
        if kind is TIPS:
            yield "show_country_tips", advice.shows_country_tips
