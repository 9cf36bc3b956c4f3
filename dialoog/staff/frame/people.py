"""Who staff are to each other: a name, where an account has one."""

from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _


def name_of(user: Any) -> str:
    """Of an account; of what a command or a migration did, the system."""
    return user.get_full_name() or user.get_username() if user else _("het systeem")


def roles_with(permission: str) -> list[str]:
    """Names of the roles that have a permission, such as `content.change_rule`."""
    app, _dot, codename = permission.partition(".")
    roles = Group.objects.filter(permissions__content_type__app_label=app, permissions__codename=codename)
    return list(roles.order_by("name").values_list("name", flat=True).distinct())
