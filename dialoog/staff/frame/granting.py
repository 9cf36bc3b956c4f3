"""For migrations: groups and their permissions.

Django makes permissions after all migrations have run, which is too late for one that gives them to a group.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions


def make_permissions(apps: Any, using: str, *labels: str) -> None:
    """The permissions of these apps as they are at this migration, which must depend on theirs."""
    for label in labels:
        create_permissions(installed.get_app_config(label), verbosity=0, using=using, apps=apps)


def grant(apps: Any, using: str, role: str, permissions: Iterable[str]) -> None:
    """Give a group, made if it is not there, permissions such as `content.change_rule`. They must exist."""
    group, _made = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=role)
    known = apps.get_model("auth", "Permission").objects.using(using)
    for permission in permissions:
        label, _dot, codename = permission.partition(".")
        group.permissions.add(known.get(content_type__app_label=label, codename=codename))
