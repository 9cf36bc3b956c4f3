"""What tells reports apart whose titles do not: mostly a report and its variants."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import Question
from dialoog.compare.columns import Column
from dialoog.compare.saying.wording import only_here
from dialoog.compare.variant import without_mark

SHOWN = 2
"""Answers; with the first alone above a table."""


def tell_apart(columns: list[Column]) -> list[Column]:
    """Say with each that shares its title what it alone answered, beside the first of the others that do."""
    for column in columns:
        title = without_mark(column.cover.title)
        others = (other for other in columns if other is not column and without_mark(other.cover.title) == title)
        if other := next(others, None):
            column.about = tuple(_answers(column, other))[:SHOWN]
    return columns


def _answers(here: Column, there: Column) -> Iterator[str]:
    """What one can choose oneself before what a situation is."""
    for question in sorted(here.catalogue.questions.values(), key=_is_given):
        one, other = here.side.given(question.slug), there.side.given(question.slug)
        if added := only_here(one, other):
            yield ", ".join(added)
        elif dropped := only_here(other, one):
            yield _("zonder ‘%s’") % ", ".join(dropped)


def _is_given(question: Question) -> bool:
    return not question.is_changeable
