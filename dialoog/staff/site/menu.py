"""What staff can do beside editing, in the order in which they do it. Shown on the admin's first page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Task:
    name: Any
    about: Any
    url_name: str
    permission: str

    @property
    def url(self) -> str:
        return reverse(self.url_name)


TASKS: tuple[Task, ...] = (
    Task(
        _("Zoeken"),
        _("Vind het veld waarin een tekst van de site staat."),
        "editorial:search",
        "content.check_draft",
    ),
    Task(
        _("Voorbeeld"),
        _("Loop door de vragen en bekijk rapport en pdf, met het concept."),
        "editorial:preview",
        "content.check_draft",
    ),
    Task(
        _("Controle"),
        _("Zie wat er in het concept niet klopt of beter kan."),
        "editorial:checks",
        "content.check_draft",
    ),
    Task(
        _("Vertalen"),
        _("Zie per taal welke teksten verouderd zijn of nog ontbreken, en werk ze bij."),
        "editorial:translations",
        "content.check_draft",
    ),
    Task(
        _("Publiceren"),
        _("Bekijk wat je wijziging met het advies doet, en zet het concept op de site."),
        "editorial:publish",
        "content.publish_release",
    ),
    Task(
        _("Uitgaven"),
        _("Zie wat er wanneer gepubliceerd is, wat het verschil is, en zet een eerdere uitgave terug."),
        "editorial:releases",
        "content.view_release",
    ),
    Task(
        _("Verwijderde inhoud"),
        _("Zet terug wat uit het concept is verwijderd."),
        "content:deleted",
        "content.check_draft",
    ),
    Task(
        _("Uitwisselen"),
        _("Download alle inhoud als zip, of vervang het concept door de zip van een andere site."),
        "editorial:exchange",
        "content.check_draft",
    ),
    Task(
        _("Overzicht"),
        _("Zie hoe de vragenlijst vertakt, welke regels een doel dienen en waar de bron is gebruikt."),
        "editorial:map",
        "content.check_draft",
    ),
    Task(
        _("Inzicht"),
        _("Zie hoe vaak de gids is gebruikt, welke doelen mensen kiezen, waar ze stoppen en wat ze ervan vinden."),
        "insight:overview",
        "insight.view_daycount",
    ),
    Task(
        _("Rapporten"),
        _("Bewaar rapporten van bedrijven die je helpt, met een notitie, en vergelijk ze."),
        "advisers:list",
        "advisers.keep_reports",
    ),
    Task(
        _("Wachtende wijzigingen"),
        _("Keur goed wat een andere beheerder voor een account vroeg."),
        "access:pending",
        "auth.change_user",
    ),
)
"""A task is shown to whoever has its permission."""


def tasks_of(user: Any) -> list[Task]:
    return [task for task in TASKS if user.has_perm(task.permission)]
