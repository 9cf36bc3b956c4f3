"""What an owner does with the code of a run: switch it on, replace it, end it, and see it again."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils import timezone

from dialoog.handover.codes import code_of, in_threes
from dialoog.handover.models import KEPT, HandoverCode
from dialoog.handover.sealing import digest_of, seal
from dialoog.handover.spelling import spelled
from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.wizard.models import Consultation
from dialoog.wizard.tokens import new_token, share_token


class NotShared(Exception):
    """Readers have no link, so there is nothing that a code could open."""


@dataclass(frozen=True)
class Shown:
    """A code as its owner sees it."""

    text: str
    aloud: str
    """With names for its letters, as one says it on the telephone."""
    ends_at: datetime


def shown_code(run: Consultation, owner_token: str) -> Shown | None:
    """None if no code works now; so too when the site has got another secret since."""
    row = HandoverCode.objects.live().filter(consultation=run).first()
    code = code_of(owner_token, row.salt) if row else ""
    if row is None or row.digest != digest_of(code):
        return None
    return Shown(in_threes(code), spelled(code), min(row.ends_at, run.expires_at))


def switch_on(run: Consultation, owner_token: str, allowance: Allowance = UNCOUNTED) -> bool:
    """Whether that made a code: one that works already stays, so that a second tab ends nobody's.

    Raises NotShared, RunGone or TooMany.
    """
    return allowance.counted(partial(_switch_on, run, owner_token))


def replace(run: Consultation, owner_token: str, allowance: Allowance = UNCOUNTED) -> None:
    """By another one, for seven days from now. Raises NotShared, RunGone or TooMany."""
    allowance.counted(partial(_make, run, owner_token))


def switch_off(run: Consultation) -> bool:
    """Whether there was one to end."""
    return HandoverCode.objects.filter(consultation=run).delete()[0] > 0


def _switch_on(run: Consultation, owner_token: str) -> bool:
    now = run.locked()
    if shown_code(now, owner_token):
        return False
    _make(now, owner_token)
    return True


def _make(run: Consultation, owner_token: str) -> None:
    now = run.locked()
    if not now.is_shared(owner_token):
        raise NotShared
    salt = new_token()
    code = code_of(owner_token, salt)
    kept = {
        "salt": salt,
        "digest": digest_of(code),
        "share_hash": now.share_hash,
        "sealed": seal(code, share_token(owner_token, now.share_round)),
        "ends_at": timezone.now() + KEPT,
    }
    HandoverCode.objects.update_or_create(consultation=now, defaults=kept)
