"""What each role may do. Migrations make a group for each role; a test compares them with this list."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

CONTENT = tuple(
    sorted(
        str(model._meta.model_name)
        for model in apps.get_app_config("content").get_models()
        if model.__name__ not in ("Release", "Version")
    )
)
"""Everything that is edited, by the names that permissions use."""


def _permissions(app: str, actions: Iterable[str], models: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{app}.{action}_{model}" for action, model in product(actions, models))


EDITING = (
    *_permissions("content", ("add", "change", "delete", "view"), CONTENT),
    "content.view_release",
    "content.check_draft",
    "insight.view_daycount",
    "insight.view_remark",
)
CLEARING_REMARKS = ("insight.view_remark", "insight.delete_remark")


@dataclass(frozen=True)
class Role:
    name: str
    """Of its group."""
    about: Any
    permissions: tuple[str, ...]
    """As Django writes them: `content.change_rule`."""


ROLES = (
    Role("Redacteur", _("Bewerkt alle inhoud en controleert het concept."), EDITING),
    Role(
        "Eindredacteur",
        _("Bewerkt alle inhoud, publiceert, zet een eerdere uitgave terug en wisselt inhoud uit."),
        (*EDITING, "content.publish_release", "content.exchange_content", "insight.delete_remark"),
    ),
    Role(
        "Beheerder",
        _("Maakt accounts, geeft ze een rol en verwijdert opmerkingen van bezoekers. Ziet de inhoud niet."),
        (*_permissions("auth", ("view", "add", "change", "delete"), ("user",)), "auth.view_group", *CLEARING_REMARKS),
    ),
    Role(
        "Adviseur",
        _("Bewaart rapporten van bedrijven in een eigen lijst. Ziet de inhoud niet."),
        ("advisers.keep_reports",),
    ),
)
