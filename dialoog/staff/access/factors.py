"""The second step of an account: an app with codes, passkeys, and codes for when those are lost."""

import secrets
from base64 import b32encode
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp import devices_for_user, verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

FACTORS = (TOTPDevice, WebAuthnCredential)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
RECOVERY_CODES = 10
CODE_LENGTH = 10


def has_factor(user: Any) -> bool:
    return any(model.objects.filter(user_id=user.pk, confirmed=True).exists() for model in FACTORS)


def is_in(user: Any) -> bool:
    """Whether somebody who logged in also passed the second step, or needs none."""
    return user.is_verified() or not (settings.DIALOOG_SECOND_FACTOR or has_factor(user))


def factors_of(user: Any) -> list[Device]:
    """Without the recovery codes, which are good for nothing alone."""
    return [device for device in devices_for_user(user) if isinstance(device, FACTORS)]


def codes_left(user: Any) -> int:
    return StaticToken.objects.filter(device__user_id=user.pk).count()


def app_in_preparation(user: Any) -> TOTPDevice:
    """One, so that a page that is loaded again shows the key that was scanned already."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return found or TOTPDevice.objects.create(user=user, name="Authenticatie-app", confirmed=False)


def confirm_app(device: TOTPDevice, code: str) -> bool:
    """Whether the app gives the right codes; from then on it counts."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        if device.confirmed or not device.verify_token(_tidy(code)):
            return False
        device.confirmed = True
        device.save()
    return True


def verified_by(user: Any, code: str) -> Device | None:
    """What the code proves to have: the app, or a recovery code, which is used up by that."""
    typed = _tidy(code)
    model, token = (TOTPDevice, typed) if typed.isdecimal() else (StaticDevice, _stored(user, typed))
    found = (
        verify_token(user, device.persistent_id, token) for device in devices_for_user(user) if type(device) is model
    )
    return next(filter(None, found), None)


def seconds_to_wait(user: Any) -> int:
    """Until a next code is looked at: django-otp doubles it with each mistake."""
    now, waits = timezone.now(), [0.0]
    for device in devices_for_user(user):
        _allowed, why = device.verify_is_allowed()
        if why and "locked_until" in why:
            waits.append((why["locked_until"] - now).total_seconds())
    return int(max(waits)) + 1 if max(waits) > 0 else 0


def new_recovery_codes(user: Any) -> list[str]:
    """To be shown once: the database keeps what they are checked with. The former ones end."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)) for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        device, _made = StaticDevice.objects.get_or_create(user=user, defaults={"name": "Herstelcodes"})
        device.token_set.all().delete()
        StaticToken.objects.bulk_create(StaticToken(device=device, token=_stored(user, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


@transaction.atomic
def remove_factor(device: Device) -> None:
    """With the last one go the recovery codes."""
    user = device.user
    device.delete()
    if not has_factor(user):
        StaticDevice.objects.filter(user=user).delete()


@transaction.atomic
def remove_all_factors(user: Any) -> int:
    removed = sum(model.objects.filter(user_id=user.pk).delete()[0] for model in (*FACTORS, StaticDevice))
    end_sessions(user)
    return removed


def end_sessions(user: Any, but: str | None = None) -> int:
    """On every device, `but` the session with this key. Only staff have sessions, so there are few to read."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but or ""):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
            ended += 1
    return ended


def _tidy(code: str) -> str:
    return "".join(character for character in code.casefold() if character.isalnum())


def _stored(user: Any, code: str) -> str:
    """80 bits of a digest with the site's secret, as long as the field of django-otp, which keeps the code itself."""
    digest = salted_hmac("dialoog.staff.access.recovery", f"{user.pk}:{code}", algorithm="sha256").digest()
    return b32encode(digest[:10]).decode()
