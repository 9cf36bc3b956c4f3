"""Makes an editor in chief who is logged in with a second step; prints the cookies, and pages to open, as JSON."""

import json

import django

PAGES = (
    "admin:index",
    "admin:content_rule_changelist",
    "insight:overview",
    "editorial:preview",
    "editorial:releases",
    "editorial:coverage",
    "editorial:map",
    "editorial:sources",
)
SEARCHES = ("vakbond", "lonen", "leverancier")


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import Group, User
    from django.test import Client
    from django.urls import reverse
    from django_otp import DEVICE_ID_SESSION_KEY
    from django_otp.plugins.otp_static.models import StaticDevice

    from dialoog.content.models import Rule

    user = User.objects.create_user("belasting", is_staff=True)
    user.groups.set(Group.objects.filter(name="Eindredacteur"))
    device = StaticDevice.objects.create(user=user, name="belasting", confirmed=True)
    client = Client()
    client.force_login(user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    pages = [reverse(page) for page in PAGES]
    pages += [reverse("admin:content_rule_change", args=[rule.pk]) for rule in Rule.objects.all()[:5]]
    pages += [f"{reverse('editorial:search')}?q={word}" for word in SEARCHES]
    print(json.dumps({"cookies": {settings.SESSION_COOKIE_NAME: session.session_key}, "pages": pages}))


if __name__ == "__main__":
    main()
