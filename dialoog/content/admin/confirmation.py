"""Who has confirmed a rule, and when that no longer holds."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dialoog.content.document.exporting import export_record
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Rule
from dialoog.staff.frame.people import name_of

ABOUT_IT = ("code", "is_confirmed", "confirmed_by", "confirmed_on")
"""What can change while a rule still says the same."""


def content(rule: Rule) -> dict[str, Any]:
    """What a rule says, as it is saved."""
    saved = export_record(SCHEMA["rules"], rule)
    return {name: value for name, value in saved.items() if name not in ABOUT_IT}


def decide(rule: Rule, user: AbstractBaseUser | AnonymousUser) -> None:
    """Somebody ticked or unticked the box."""
    if rule.is_confirmed:
        rule.confirmed_by = name_of(user)
        rule.confirmed_on = timezone.localdate()
    else:
        withdraw(rule)


def withdraw(rule: Rule) -> None:
    rule.is_confirmed = False
    rule.confirmed_by = ""
    rule.confirmed_on = None


def sentence(rule: Rule) -> str:
    if not rule.is_confirmed:
        return _("Nog niet bevestigd.")
    if rule.confirmed_on is None:
        return _("Bevestigd.")
    return _("Bevestigd door %(name)s op %(date)s.") % {
        "name": rule.confirmed_by,
        "date": date_format(rule.confirmed_on, "j F Y"),
    }
