"""What happens to accounts, on a line each. Accounts are numbers here, and an address is a key."""

import logging
from contextvars import ContextVar
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import Group, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

from dialoog.staff.access.addresses import short_key

logger = logging.getLogger("dialoog.access")

current: ContextVar[HttpRequest | None] = ContextVar("current", default=None)
"""The request that is being answered, for signals that do not bring it along."""

WATCHED = ("username", "email", "is_active", "is_staff", "is_superuser")


def note(event: str, account: Any = None, **details: Any) -> None:
    """A line with who it is about, who did it, and from where; `system` is a command on the machine."""
    request = current.get()
    actor = getattr(request, "user", None)
    by = "system" if request is None else getattr(actor, "pk", None) or "nobody"
    values = {"account": getattr(account, "pk", account) or "unknown", "by": by}
    values |= {"from": short_key(request)} if request else {}
    logger.info("%s %s", event, " ".join(f"{name}={value}" for name, value in (values | details).items()))


@receiver(user_logged_in)
def _logged_in(user: Any, **_kwargs: Any) -> None:
    note("logged in", user)


@receiver(user_logged_out)
def _logged_out(user: Any, **_kwargs: Any) -> None:
    if user:
        note("logged out", user)


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], **_kwargs: Any) -> None:
    note("password refused", _number(credentials.get("username")))


@receiver(user_locked_out)
def _locked_out(request: HttpRequest, **_kwargs: Any) -> None:
    note("locked out", _number((getattr(request, "axes_credentials", None) or {}).get("username")))


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
@receiver(m2m_changed, sender=Group.permissions.through)
def _rights_changed(sender: Any, instance: Any, action: str, pk_set: set[int] | None, **_kwargs: Any) -> None:
    if action.startswith("post_"):
        what = f"{sender._meta.model_name} {action.removeprefix('post_')}"
        note("rights changed", instance, what=what.replace(" ", "-"), keys=sorted(pk_set or ()))


@receiver(pre_save, sender=User)
def _account_changed(instance: User, update_fields: Any, **_kwargs: Any) -> None:
    """Which fields, not their values."""
    if not instance.pk or (update_fields and not set(update_fields) & set(WATCHED)):
        return
    before = User.objects.filter(pk=instance.pk).values(*WATCHED).first() or {}
    changed = [field for field in WATCHED if field in before and before[field] != getattr(instance, field)]
    if changed:
        note("account changed", instance, fields=",".join(changed))


@receiver(post_save, sender=User)
def _account_made(instance: User, created: bool, **_kwargs: Any) -> None:
    if created:
        note("account made", instance)


@receiver(post_delete, sender=User)
def _account_deleted(instance: User, **_kwargs: Any) -> None:
    note("account deleted", instance)


@receiver(post_delete, sender=TOTPDevice)
@receiver(post_delete, sender=StaticDevice)
@receiver(post_delete, sender=WebAuthnCredential)
def _factor_removed(sender: Any, instance: Any, **_kwargs: Any) -> None:
    if instance.confirmed:
        note("factor removed", instance.user_id, kind=sender._meta.model_name)


def _number(username: Any) -> int | None:
    return User.objects.filter(username=username).values_list("pk", flat=True).first() if username else None
