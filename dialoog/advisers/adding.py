"""Putting reports in a list: what somebody typed is read by all who can read something in it."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from dialoog.advisers.models import MOST, Entry, Held
from dialoog.compare.adding import Trouble, trouble_with
from dialoog.compare.pointing import Pointer, pointers_in, runs_of
from dialoog.handover.opening import token_behind
from dialoog.wizard.models import Consultation

Reader = Callable[[str, HttpRequest], Iterable[Pointer]]
"""From what was typed, and who asks, to the reports that it leads to."""


def in_links(typed: str, _request: HttpRequest) -> list[Pointer]:
    return pointers_in(typed)


def in_code(typed: str, request: HttpRequest) -> list[Pointer]:
    """Of one sharing code. A wrong one counts as a try. Raises TooMany."""
    token = token_behind(typed, request)
    return [Pointer.of_token(token, is_owner=False)] if token else []


READERS: tuple[Reader, ...] = (in_links, in_code)
"""In turn, until one finds something."""


def pointed_at(typed: str, request: HttpRequest) -> list[Pointer]:
    found = (list(read(typed, request)) for read in READERS)
    return next(filter(None, found), [])


def add(adviser: Any, pointers: list[Pointer]) -> tuple[list[Held], list[Trouble]]:
    """What was added to somebody's list, and what is wrong with the rest.

    A report that was ended for this list and is opened anew by another link keeps its label and note.
    """
    return _add(adviser, pointers, runs_of(pointers))


@transaction.atomic
def _add(adviser: Any, pointers: list[Pointer], found: dict[Pointer, Consultation]) -> tuple[list[Held], list[Trouble]]:
    User.objects.select_for_update().get(pk=adviser.pk)  # two tabs take turns, so that no list grows too long
    runs = _locked(found)
    held = {row.consultation_id: row for row in Held.objects.filter(adviser=adviser).select_related("entry")}
    there = set(Held.objects.live().filter(adviser=adviser).values_list("consultation_id", flat=True))
    room = MOST - Entry.objects.filter(adviser=adviser).count()
    added, troubles = list[Held](), list[Trouble]()
    for pointer in pointers:
        run = runs.get(pointer)
        former = held.get(run.pk) if run else None
        if trouble := trouble_with(pointer, run, there, is_full=not (former or room)):
            troubles.append(trouble)
        elif run:
            added.append(_renewed(former, run) if former else _new(adviser, run))
            room -= former is None
            there.add(run.pk)
    return added, list(dict.fromkeys(troubles))


def _locked(found: dict[Pointer, Consultation]) -> dict[Pointer, Consultation]:
    """As they are now, which nobody changes or deletes until this is done. All take them in one order."""
    keys = [run.pk for run in found.values()]
    runs = list(Consultation.objects.live().select_for_update().filter(pk__in=keys).order_by("pk"))
    return {pointer: run for pointer in found for run in runs if pointer.leads_to(run)}


def _new(adviser: Any, run: Consultation) -> Held:
    entry = Entry.objects.create(adviser=adviser)
    return Held.objects.create(entry=entry, adviser=adviser, consultation=run, share_hash=run.share_hash)


def _renewed(held: Held, run: Consultation) -> Held:
    held.share_hash, held.entry.added_on = run.share_hash, timezone.localdate()
    held.save()
    held.entry.save()
    return held
