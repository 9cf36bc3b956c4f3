"""The advice as the plain data that `manage.py advise` prints: slugs and numbers alone."""

from collections.abc import Iterator
from typing import Any

from dialoog.advice.advice import Advice
from dialoog.advice.kinds import LINE_KINDS, TIPS
from dialoog.catalogue.catalogue import Catalogue


def to_json(catalogue: Catalogue, advice: Advice) -> dict[str, Any]:
    """A JSON-ready dict; every list is a list of slugs, except `ranking` (see `docs/advice.md`)."""
    return {
        "answers": advice.answers.to_json(catalogue),
        "ranking": [
            {"partner_type": a.partner_type.slug, "score": a.score, "tier": a.tier.value} for a in advice.ranking
        ],
        "per_goal": {goal.slug: [a.partner_type.slug for a in best] for goal, best in advice.per_goal.items()},
        **dict(_lines(advice)),
        "rules": [firing.rule.code for firing in advice.firings],
    }


def _lines(advice: Advice) -> Iterator[tuple[str, Any]]:
    """By kind; which tips there can be is said right behind the tips."""
    for kind in LINE_KINDS:
        yield kind.name, advice.slugs(kind)
        if kind is TIPS:
            yield "show_country_tips", advice.shows_country_tips
