"""Who takes part in a second opinion, and how far each is: nothing of what anybody answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from dialoog.second_opinion.models import Acceptance, Invitation
from dialoog.wizard.models import Consultation, RunGone


class Stand(StrEnum):
    INVITED = "invited"
    BUSY = "busy"
    READY = "ready"
    STOPPED = "stopped"
    """Began, and takes part no longer: stopped, deleted the run, or let it come to its date."""


@dataclass(frozen=True)
class Called:
    short: str
    """Above a column."""
    advice: str
    """The advice, in a sentence."""


@dataclass(frozen=True)
class Guest:
    """A colleague who was invited."""

    invitation: Invitation
    run: Consultation | None
    name: str
    """As the owner typed it, or what stands for one; another than those of the other guests."""

    @property
    def stand(self) -> Stand:
        return stand_of(self.run) if self.run or not self.invitation.is_used else Stand.STOPPED


@dataclass(frozen=True)
class Circle:
    own: Consultation
    """The run of who looks."""
    host: Consultation
    """The run that invites; the same for its owner, and for who takes part in nothing."""
    guests: tuple[Guest, ...]
    has_ended: bool
    """The run of who looks answered an invitation, and the other side ended that."""

    @property
    def is_host(self) -> bool:
        return self.own.pk == self.host.pk

    @property
    def about(self) -> str:
        """What it is about: as the invitation of who looks says, or to who invites the last one."""
        rows = [guest for guest in self.guests if self.is_host or (guest.run and guest.run.pk == self.own.pk)]
        return rows[-1].invitation.about if rows else ""

    @property
    def others(self) -> tuple[Guest, ...]:
        """The guests that are not who looks."""
        return tuple(guest for guest in self.guests if guest.run is None or guest.run.pk != self.own.pk)

    @property
    def size(self) -> int:
        """How many take part or may still begin, with who invites: not those who stopped."""
        return 1 + sum(guest.stand is not Stand.STOPPED for guest in self.guests)

    @cached_property
    def ready(self) -> list[Consultation]:
        """What is compared, that of who looks first; nothing before that and the run that invites are both finished."""
        runs = [self.host, *(guest.run for guest in self.guests if guest.run)]
        finished = [run for run in runs if run.is_completed]
        if not (self.own.is_completed and self.host.is_completed) or len(finished) < 2:
            return []
        return sorted(finished, key=lambda run: run.pk != self.own.pk)

    def shows_remarks(self, run: Consultation) -> bool:
        """Who wrote them was told before: a guest by the invitation, who invites by making one."""
        rows = [guest.invitation for guest in self.guests if run.pk in (self.host.pk, guest.run and guest.run.pk)]
        return any(row.tells_of_remarks for row in rows)

    def called(self, run: Consultation, *, is_for_all: bool = False) -> Called:
        """What a run that is compared is called by who looks, or by anybody: on paper nobody knows who `you` are."""
        if run.pk == self.own.pk and not is_for_all:
            return Called(_("jij"), _("jouw advies"))
        name = self.host_name or self._nameless_host(is_for_all=is_for_all)
        if run.pk != self.host.pk:
            guest = next(guest for guest in self.guests if guest.run and guest.run.pk == run.pk)
            is_nameless = not guest.invitation.name and len(self.guests) == 1
            name = _("de collega die meedeed") if is_nameless and is_for_all else guest.name
        return Called(name, _("het advies van %s") % name)

    @property
    def host_name(self) -> str:
        """As who invites typed it, the last time; empty if that was never."""
        return host_name([guest.invitation for guest in self.guests])

    @staticmethod
    def _nameless_host(*, is_for_all: bool) -> str:
        return _("de collega die uitnodigde") if is_for_all else _("je collega")


def stand_of(run: Consultation | None) -> Stand:
    return Stand.INVITED if run is None else Stand.READY if run.is_completed else Stand.BUSY


def circle_of(own: Consultation) -> Circle:
    """Of a run, in two or three queries."""
    acceptance = Acceptance.objects.select_related("invitation").filter(consultation=own).first()
    invitation = acceptance.invitation if acceptance else None
    host_pk = invitation.consultation_id if invitation else own.pk
    rows = list(Invitation.objects.filter(consultation=host_pk))
    runs = _runs(host_pk, rows, own)
    host = runs.get(host_pk)
    if host is None and invitation is None:
        raise RunGone
    if host is None:  # past its date: as good as deleted
        return Circle(own, own, (), has_ended=True)
    found = {run.acceptance.invitation_id: run for run in runs.values() if run.pk != host.pk and run.acceptance}
    guests = tuple(Guest(row, found.get(row.pk), name) for row, name in zip(rows, _names(rows), strict=True))
    return Circle(runs.get(own.pk, own), host, guests, has_ended=acceptance is not None and invitation is None)


def _runs(host_pk: int, rows: list[Invitation], own: Consultation) -> dict[int, Any]:
    """Live, with what was concluded; none are asked for where nobody takes part."""
    if not any(row.is_used for row in rows):
        return {own.pk: own}
    found = Consultation.objects.live().with_release().select_related("advice", "acceptance")
    return {run.pk: run for run in found.filter(Q(pk=host_pk) | Q(acceptance__invitation__in=rows))}


def host_name(rows: list[Invitation]) -> str:
    return next((row.host_name for row in reversed(rows) if row.host_name), "")


def _names(rows: list[Invitation]) -> Iterator[str]:
    """A number where there is no name, or one that another has too."""
    given = [host_name(rows).casefold(), *(row.name.casefold() for row in rows)]
    for number, row in enumerate(rows, 1):
        if not row.name:
            yield _("collega %d") % number if len(rows) > 1 else _("je collega")
        elif given.count(row.name.casefold()) > 1:
            yield f"{row.name} ({number})"
        else:
            yield row.name
