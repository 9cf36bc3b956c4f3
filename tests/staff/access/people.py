"""Somebody who logs in, step by step."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "een-lang-wachtwoord"
LOGIN = "/beheer/login/"


def make_user(username: str = "eva", *roles: str, **fields: Any) -> User:
    user = User.objects.create_user(username, is_staff=True, password=PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def with_app(user: User) -> TOTPDevice:
    return TOTPDevice.objects.create(user=user, name="Authenticatie-app", confirmed=True)


def code_of(device: TOTPDevice, ahead: int = 0) -> str:
    """What the app shows now, or some half minutes from now: a code is good once."""
    import time

    clock = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    clock.time = time.time() + ahead * device.step
    return f"{clock.token():06d}"


def try_password(client: Client, username: str, password: str = PASSWORD, **headers: Any) -> Any:
    return client.post(LOGIN, {"username": username, "password": password, "next": "/beheer/"}, **headers)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
