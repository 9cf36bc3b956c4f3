"""Putting where runs stand in the table of counts, of many at once: daily, so that few are left to look up."""

from django.db import transaction

from dialoog.insight.counting import count_moved
from dialoog.wizard.models import Consultation

AT_ONCE = 500
"""Runs in one transaction: nobody who answers meanwhile waits long."""


def settle() -> int:
    """Count the moves of all runs; those that somebody is busy with stay for the next time. Returns how many."""
    total = 0
    while moved := _settle_some():
        total += moved
    return total


@transaction.atomic
def _settle_some() -> int:
    waiting = Consultation.objects.filter(moved_from__isnull=False).order_by("pk")
    return _count(list(waiting.select_for_update(skip_locked=True)[:AT_ONCE]))


@transaction.atomic
def delete_expired() -> int:
    """Under their locks: of a run whose date moves on at this very moment nothing goes. Where they stood is counted."""
    expired = list(Consultation.objects.expired().select_for_update().order_by("pk"))
    _count([run for run in expired if run.moved_from is not None])
    _rows, by_model = Consultation.objects.filter(pk__in=[run.pk for run in expired]).delete()
    return by_model.get("wizard.Consultation", 0)


def _count(runs: list[Consultation]) -> int:
    count_moved(move for run in runs for move in run.moves())
    return Consultation.objects.filter(pk__in=[run.pk for run in runs]).update(moved_from=None)
