"""The pages on which staff edit the content: plain Django admin, in Dutch, one module for each kind."""

from dialoog.content.admin.kinds import (
    cases,
    goals,
    guidance,
    pages,
    partners,
    questions,
    references,
    releases,
    rules,
    source,
    translations,
)

__all__ = [
    "cases",
    "goals",
    "guidance",
    "pages",
    "partners",
    "questions",
    "references",
    "releases",
    "rules",
    "source",
    "translations",
]
