"""What there is to do, by whom and when. Whoever knows more of an action than the advice does says it here."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from dialoog.report.body.report import Report


@dataclass(frozen=True)
class Task:
    what: str
    moment: str
    """When in the dialogue, in the words of the release."""
    who: str = ""
    """Empty: there is room to write it."""
    when: str = ""


def tasks_of(report: Report) -> Iterator[Task]:
    """The actions for now, in the order of doing."""
    plan = report.plan
    groups = (plan.first, *(group.actions for group in (*plan.in_view, *plan.folded)))
    for action in chain.from_iterable(groups):
        yield Task(action.item.statement.text, str(report.words.of(action.item.moment)))
