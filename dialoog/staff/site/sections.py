"""How the admin's lists are grouped on its first page and in its sidebar, in the order in which editors work."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

SECTIONS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Vragenlijst"), ("content.Step", "content.Question")),
    (_("Advies"), ("content.Rule", "content.Goal", "content.AdviceSettings")),
    (_("Partners"), ("content.PartnerType", "content.Combination", "content.Signpost", "content.OrderRule")),
    (_("Wat de bezoeker kan doen"), ("content.Action", "content.Caution", "content.Tip", "content.DocumentTemplate")),
    (_("Waar het advies naar verwijst"), ("content.PracticeExample", "content.Organisation", "content.Tool")),
    (_("Bron"), ("content.Fact", "content.Verdict")),
    (_("Teksten van de site"), ("content.PageText",)),
    (_("Andere talen"), ("content.Translation",)),
    (_("Controle en uitgaven"), ("content.ReferenceCase", "content.Release")),
    (_("Gebruik"), ("insight.DayCount", "insight.Remark")),
    (_("Accounts"), ("auth.User", "auth.Group")),
)


def in_sections(apps: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Django's list of apps with their models, regrouped; a model that no section names stays with its app."""
    entries = {_name(app, entry): entry for app in apps for entry in app["models"]}
    for number, (title, names) in enumerate(SECTIONS, start=1):
        if found := [entries.pop(name) for name in names if name in entries]:
            yield {"name": title, "app_label": f"deel-{number}", "app_url": "", "models": found}
    for app in apps:
        if left := [entry for entry in app["models"] if _name(app, entry) in entries]:
            yield app | {"models": left}


def _name(app: dict[str, Any], entry: dict[str, Any]) -> str:
    return f"{app['app_label']}.{entry['object_name']}"
