"""The advice as the plain data that `manage.py advise` prints: slugs and numbers alone."""

from typing import Any

from dialoog.advice.advice import Advice, Line
from dialoog.catalogue.catalogue import Catalogue


def to_json(catalogue: Catalogue, advice: Advice) -> dict[str, Any]:
    """A JSON-ready dict; every list is a list of slugs, except `ranking` (see the README)."""
    return {
        "answers": advice.answers.to_json(catalogue),
        "ranking": [
            {"partner_type": a.partner_type.slug, "score": a.score, "tier": a.tier.value} for a in advice.ranking
        ],
        "per_goal": {goal.slug: [a.partner_type.slug for a in best] for goal, best in advice.per_goal.items()},
        "cautions": _slugs(advice.cautions),
        "actions": _slugs(advice.actions),
        "tips": _slugs(advice.tips),
        "show_country_tips": advice.shows_country_tips,
        "examples": _slugs(advice.examples),
        "tools": _slugs(advice.tools),
        "organisations": _slugs(advice.organisations),
        "rules": [firing.rule.code for firing in advice.firings],
    }


def _slugs(lines: list[Line[Any]]) -> list[str]:
    return [line.item.slug for line in lines]
