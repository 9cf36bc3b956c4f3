"""One account manager alone gives nobody rights, and gets into no account that has them.

A change that would do so waits until another account manager approves it, or whoever runs the machine
(`manage.py approve`). A superuser may do everything already, and is asked nothing.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from dialoog.staff.access import journal
from dialoog.staff.access.factors import end_sessions, remove_all_factors
from dialoog.staff.access.models import ChangeKind, PendingChange

MANAGES = "auth.change_user"


class Refused(Exception):
    """Not by this person, or not any more. The message is for staff."""


def has_rights(account: Any) -> bool:
    """Whether it may do anything beyond logging in."""
    held = Permission.objects.filter(Q(group__user=account.pk) | Q(user=account.pk))
    return bool(account.is_superuser or held.exists())


def needs_second(actor: Any, account: Any) -> bool:
    return not actor.is_superuser and has_rights(account)


def gives_rights(roles: Iterable[Group]) -> list[Group]:
    """Those among them with any permission."""
    return [role for role in roles if role.permissions.exists()]


@transaction.atomic
def ask(kind: ChangeKind, account: Any, actor: Any, roles: Iterable[Group] = (), email: str = "") -> PendingChange:
    """In the place of an earlier question of this kind, so that what was looked at is what is approved."""
    User.objects.select_for_update().get(pk=account.pk)  # two managers who ask at once take turns
    PendingChange.objects.filter(account=account, kind=kind).delete()
    change = PendingChange.objects.create(kind=kind, account=account, asked_by=actor, email=email)
    change.roles.set(roles)
    journal.note("change asked", account, kind=kind.name.lower())
    return change


def may_approve(change: PendingChange, approver: Any) -> bool:
    """Somebody else than who asked, and than whom it is about."""
    return approver.has_perm(MANAGES) and approver.pk not in (change.asked_by_id, change.account_id)


@transaction.atomic
def approve(pk: int, approver: Any = None) -> tuple[PendingChange, str]:
    """The change, and the path of a link for a new password where there is one. None approves for the machine.

    Raises Refused.
    """
    change = PendingChange.objects.waiting().select_for_update().filter(pk=pk).first()
    if change is None:
        raise Refused(_("Deze wijziging wacht niet meer. Misschien was een collega je voor."))
    if approver is not None and not may_approve(change, approver):
        raise Refused(_("Dit moet iemand anders goedkeuren: niet wie het vroeg, en niet om wie het gaat."))
    asker = User.objects.get(pk=change.asked_by_id)
    if not asker.has_perm(MANAGES):
        raise Refused(_("Wie dit vroeg, beheert geen accounts meer. Wijs de wijziging af."))
    account = User.objects.select_for_update().get(pk=change.account_id)
    if account.is_superuser and approver is not None and not approver.is_superuser:
        raise Refused(_("Dit account is intussen van een supergebruiker. Wijs de wijziging af."))
    path = _apply(change, account)
    journal.note("change approved", account, kind=ChangeKind(change.kind).name.lower(), asked_by=change.asked_by_id)
    PendingChange.objects.filter(pk=pk).delete()
    return change, path


def decline(pk: int) -> None:
    for change in PendingChange.objects.filter(pk=pk):
        journal.note("change declined", change.account_id, kind=ChangeKind(change.kind).name.lower())
        change.delete()


def link_path(account: Any) -> str:
    """Of the page on which its owner chooses a new password. Good once, and for PASSWORD_RESET_TIMEOUT seconds."""
    journal.note("link made", account)
    number = urlsafe_base64_encode(force_bytes(account.pk))
    return reverse("access:new_password", args=[number, default_token_generator.make_token(account)])


def _apply(change: PendingChange, account: User) -> str:
    if change.kind == ChangeKind.LINK:
        return link_path(account)
    if change.kind == ChangeKind.FACTOR:
        remove_all_factors(account)
    elif change.kind == ChangeKind.MAIL:
        account.email = change.email
        account.save(update_fields=["email"])
    else:
        return _give(account, list(change.roles.all()))
    return ""


def _give(account: User, roles: list[Group]) -> str:
    """An account that had no rights was in the hands of whoever made it: with rights it begins anew."""
    is_first = not has_rights(account)
    account.groups.add(*roles)
    if not is_first:
        return ""
    account.set_unusable_password()
    account.save(update_fields=["password"])
    remove_all_factors(account)
    end_sessions(account)
    return link_path(account)
