"""Beginning and ending what ties two runs, under the lock of the run whose row changes: its owner's delete wins."""

from functools import partial
from typing import TypedDict

from django.utils.crypto import get_random_string

from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.second_opinion.models import MOST_INVITED, Acceptance, Invitation
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run
from dialoog.wizard.tokens import hash_token, invitation_token


class Typed(TypedDict):
    """What the owner typed for who is invited; empty where nobody did."""

    name: str
    host_name: str
    about: str


class NoRoom(Exception):
    """As many colleagues are invited as can be, or this run itself answers an invitation."""


class InvitationGone(Exception):
    """Withdrawn, used, or of a run that is gone; nobody is told which."""


def invite(run: Consultation, token: str, key: str, typed: Typed, allowance: Allowance = UNCOUNTED) -> None:
    """Under the key of its form: sent twice it stands there once. Raises NoRoom, RunGone or TooMany."""
    allowance.counted(partial(_invite, run, token, key, typed))


def withdraw(run: Consultation, key: str, allowance: Allowance = UNCOUNTED) -> None:
    """End an invitation, and the tie with the run that answers it. Raises RunGone or TooMany."""
    allowance.counted(lambda: run.locked().invitations.filter(key=key).delete())


def stop(run: Consultation, allowance: Allowance = UNCOUNTED) -> None:
    """No longer answer an invitation. Raises RunGone or TooMany."""
    allowance.counted(lambda: Acceptance.objects.filter(consultation=run.locked()).delete())


def accept(token: str, allowance: Allowance = UNCOUNTED) -> tuple[Run, str]:
    """Begin a run on the release of who invites; returns it with its owner's token.

    Raises InvitationGone or TooMany.
    """
    return allowance.counted(partial(_accept, token))


def _invite(run: Consultation, token: str, key: str, typed: Typed) -> None:
    now = run.locked()
    rows = list(now.invitations.all())
    if any(row.key == key for row in rows):
        return
    acceptance = Acceptance.objects.filter(consultation=now)
    if (
        len(rows) >= MOST_INVITED
        or acceptance.filter(invitation__consultation__in=Consultation.objects.live()).exists()
    ):
        raise NoRoom
    acceptance.delete()  # of a tie that the other side ended: what is told of it has been read
    salt = get_random_string(32)
    token_hash = hash_token(invitation_token(token, salt))
    Invitation.objects.create(consultation=now, key=key, salt=salt, token_hash=token_hash, **typed)


def _accept(token: str) -> tuple[Run, str]:
    """Whoever comes second waits for the lock, and then finds it used."""
    invitation = Invitation.objects.made_with(token).first()
    if invitation is None:
        raise InvitationGone
    try:
        invitation.consultation.locked()
    except RunGone as error:
        raise InvitationGone from error
    if not Invitation.objects.filter(pk=invitation.pk, is_used=False).update(is_used=True):
        raise InvitationGone
    run, new_token = Run.begin(invitation.consultation.release, {})
    Acceptance.objects.create(consultation=run.consultation, invitation=invitation)
    return run, new_token
