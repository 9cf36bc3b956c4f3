"""Keeping what is noted with an action: under the lock of its run, and with every change its date moves on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Aggregate, Count, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.plan.merging import values_of
from dialoog.plan.models import MOST_OWN, OWN, PlannedAction, new_key
from dialoog.wizard.models import Consultation, expiry_from
from dialoog.wizard.seen import Merged, Seen, merged


class ActionGone(Exception):
    """An own action was deleted meanwhile."""


class ActionsClash(Exception):
    """Fields were changed here and elsewhere, to something else; nothing was kept."""

    def __init__(self, outcome: Merged) -> None:
        super().__init__(", ".join(outcome.clashes))
        self.fields = outcome.clashes
        self.changed_here = tuple(outcome.values)


class TooManyOwn(Exception):
    """There are as many own actions as there may be."""


@dataclass(frozen=True)
class Change:
    """What one form says of one action."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    """By field; one that is not named stays what it was."""
    seen: Seen = field(default_factory=dict)
    """What the form showed."""
    is_done: bool | None = None
    """None: that stays what it was."""


def change_action(run: Consultation, change: Change, allowance: Allowance = UNCOUNTED) -> None:
    """Raises ActionsClash, ActionGone, RunGone or TooMany; then nothing has changed."""
    allowance.counted(partial(_change, run, change))


def add_action(run: Consultation, change: Change, allowance: Allowance = UNCOUNTED) -> str:
    """An own action, under the key of its form: sent twice it stands there once. Returns its key.

    Raises TooManyOwn, RunGone or TooMany.
    """
    return allowance.counted(partial(_add, run, change))


def remove_action(run: Consultation, key: str, allowance: Allowance = UNCOUNTED) -> None:
    """An own action; one that is gone already is gone. Raises RunGone or TooMany."""
    allowance.counted(partial(_remove, run, key))


def last_day(run: Consultation) -> Any:
    """Until when a plan can keep its run, from its finish on."""
    return (run.completed_at or run.created_at) + timedelta(days=settings.DIALOOG_PLAN_DAYS)


def _change(run: Consultation, change: Change) -> None:
    now = run.locked()
    row = now.planned_actions.filter(key=change.key).first()
    if row is None and change.key.startswith(OWN):
        raise ActionGone
    outcome = merged(change.seen, values_of(row), change.values)
    if outcome.clashes:
        raise ActionsClash(outcome)
    row = row or PlannedAction(consultation=now, key=change.key)
    ticks = change.is_done is not None and change.is_done != row.is_done
    if not (outcome.values or ticks):
        return
    for name, value in outcome.values.items():
        setattr(row, name, value)
    if ticks:
        row.done_on = timezone.localdate() if change.is_done else None
    row.save()
    _changed(now)


def _add(run: Consultation, change: Change) -> str:
    now = run.locked()
    own = now.planned_actions.filter(key__startswith=OWN)
    same = own.filter(key=change.key).first()
    if same and values_of(same) == {**values_of(None), **change.values}:
        return same.key
    if own.count() >= MOST_OWN:
        raise TooManyOwn
    key = new_key() if same else change.key
    PlannedAction.objects.create(consultation=now, key=key, **change.values)
    _changed(now)
    return key


def _remove(run: Consultation, key: str) -> None:
    now = run.locked()
    if now.planned_actions.filter(key=key, key__startswith=OWN).delete()[0]:
        _changed(now)


def keep_longer(run: Consultation) -> None:
    """As after every save, but not beyond the last day of a plan; never shorter than it was."""
    Consultation.objects.filter(pk=run.pk).update(expires_at=_moved(run))


def _changed(run: Consultation) -> None:
    """Its date moves on, and its report says how the plan stands."""
    Consultation.objects.filter(pk=run.pk).update(expires_at=_moved(run), **STANDING)


def _moved(run: Consultation) -> datetime:
    return max(run.expires_at, min(expiry_from(timezone.now()), last_day(run)))


def _of_its_actions(result: Aggregate) -> Subquery:
    actions = PlannedAction.objects.filter(consultation=OuterRef("pk")).order_by()
    return Subquery(actions.values("consultation").annotate(found=result).values("found"))


STANDING = {
    "plan_done": Coalesce(_of_its_actions(Count("done_on")), 0),
    "plan_next_on": _of_its_actions(Min("due_on", filter=Q(done_on=None))),
}
"""What a run says of its plan, worked out by the database from the actions as they are."""


def settle_standings() -> None:
    """Of all plans, as a server with older code changes actions without saying how the plan stands."""
    Consultation.objects.filter(pk__in=PlannedAction.objects.values("consultation")).update(**STANDING)
