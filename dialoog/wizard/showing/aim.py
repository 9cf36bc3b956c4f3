"""The goal that somebody comes with who was reading about it: named in addresses until the first step is sent.

It is ticked on that step and not saved, as nobody answered anything yet.
"""

from django.http import QueryDict

from dialoog.catalogue.catalogue import Catalogue, Goal

GOAL = "doel"
"""In the query of the start page and of a step, and in the form that begins."""


def goal_of(catalogue: Catalogue, sent: QueryDict) -> Goal | None:
    """None of what this release does not have."""
    return catalogue.goals.get(sent.get(GOAL, ""))


def with_goal(url: str, goal: Goal | None) -> str:
    return f"{url}?{GOAL}={goal.slug}" if goal else url
