"""From what somebody typed to the reader's token, within a budget of wrong tries; and what to say if there is none."""

from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dialoog.errors import TooMany
from dialoog.handover.codes import LENGTH, count_signs, is_reference, read_code
from dialoog.handover.journal import note
from dialoog.handover.models import HandoverCode
from dialoog.handover.sealing import digest_of, unseal
from dialoog.limits.allowance import Allowance, Kind

NO_CODE = _("Een deelcode heeft negen letters en cijfers. Kijk of je alles hebt overgenomen.")
REFERENCE = _(
    "Dit lijkt op het kenmerk van een rapport. Daarmee open je niets. Vraag de maker van het advies om een deelcode of "
    "om de link. De maker vindt die onder het advies, bij ‘Laat een ander meelezen’."
)
DEAD = _(
    "Deze deelcode werkt niet (meer). Kijk of elk teken klopt. Klopt alles? Vraag de maker van het advies dan om een "
    "nieuwe code of om de link."
)
"""For a code that never was, is over or was ended: nobody can find out whether there was one."""


def token_behind(typed: str, request: HttpRequest) -> str:
    """The reader's token, or an empty text for what opens nothing. Raises TooMany.

    What is no code at all is no try. A try is counted before it is judged, so that tries at the same moment do not slip
    by, and a right one is taken off again with the transaction. Who cannot be counted is not let through.
    """
    code = read_code(typed)
    if not code:
        return ""
    try:
        with transaction.atomic():
            Allowance.of(request, Kind.CODE).count()
            Allowance.of_all(Kind.CODE_IN_ALL).count()
            token = _find(code)
            transaction.set_rollback(bool(token))
    except TooMany:
        note("refused", request)
        raise
    note("opened" if token else "wrong", request)
    return token


def why_not(typed: str) -> str | Promise:
    """The sentence for what opened nothing; of a code the same for every reason."""
    if read_code(typed):
        return DEAD
    if is_reference(typed):
        return REFERENCE
    number = count_signs(typed)
    return NO_CODE if number in (0, LENGTH) else _how_many(number)


def _how_many(number: int) -> str:
    said = ngettext(
        "Je vulde %(number)d teken in. Een deelcode heeft er %(length)d. Kijk wat er mist of te veel is.",
        "Je vulde %(number)d tekens in. Een deelcode heeft er %(length)d. Kijk wat er mist of te veel is.",
        number,
    )
    return said % {"number": number, "length": LENGTH}


def why_wait(error: TooMany) -> str:
    minutes = -(-error.seconds // 60)
    when = ngettext("Probeer het over %d minuut opnieuw.", "Probeer het over %d minuten opnieuw.", minutes) % minutes
    said = _("Er is te vaak een verkeerde code ingevuld. %(when)s Heb je de link naar het advies? Die werkt gewoon.")
    return str(said) % {"when": when}


def _find(code: str) -> str:
    row = HandoverCode.objects.live().filter(digest=digest_of(code)).first()
    return unseal(code, row.sealed) if row else ""
