"""What the knowledge base has a place for: pages, and records that have a part of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """Of a page. Its value is the name of its address and of its template."""

    INDEX = "index"
    GOAL = "goal"
    PARTNER = "partner"
    EXAMPLE = "example"
    GENERAL_TIPS = "general_tips"
    COUNTRY_TIPS = "country_tips"
    ORGANISATIONS = "organisations"
    TOOLS = "tools"
    QUESTIONS = "questions"
    TERMS = "terms"

    @property
    def heading(self) -> str:
        return str(HEADINGS[self])

    @property
    def one(self) -> str:
        """What a page of this kind is about, where each record has a page; empty elsewhere."""
        return str(ONE.get(self, ""))


HEADINGS: Mapping[Kind, Any] = {
    Kind.INDEX: _("Kennis"),
    Kind.GOAL: _("Doelen"),
    Kind.PARTNER: _("Soorten partners"),
    Kind.EXAMPLE: _("Praktijkvoorbeelden"),
    Kind.GENERAL_TIPS: _("Tips voor elke samenwerking"),
    Kind.COUNTRY_TIPS: _("Tips voor partners in productielanden"),
    Kind.ORGANISATIONS: _("Organisaties"),
    Kind.TOOLS: _("Hulpmiddelen van de SER"),
    Kind.QUESTIONS: _("De vragen van de gids"),
    Kind.TERMS: _("Van A tot Z"),
}
ONE: Mapping[Kind, Any] = {
    Kind.GOAL: _("Een doel van samenwerken"),
    Kind.PARTNER: _("Een soort partner"),
    Kind.EXAMPLE: _("Een praktijkvoorbeeld"),
}
SUMMARIES: Mapping[Kind, Any] = {
    Kind.INDEX: _(
        "Lees waarvoor je samenwerkt, met wie dat kan en hoe anderen het deden. Je hoeft niets in te vullen."
    ),
    Kind.GENERAL_TIPS: _("Zo maak je van een samenwerking een goede samenwerking."),
    Kind.COUNTRY_TIPS: _("Waar je op let als je partner in een productieland zit."),
    Kind.ORGANISATIONS: _("Organisaties die het SER-document noemt, en bij welk soort partner ze horen."),
    Kind.TOOLS: _("Hulpmiddelen van de SER waar het document naar verwijst."),
    Kind.QUESTIONS: _("Alles wat de gids kan vragen, met de reden en de antwoorden waaruit je kiest."),
    Kind.TERMS: _("Alle onderwerpen op volgorde van het alfabet, met in één regel wat het is."),
}


@dataclass(frozen=True)
class Subject:
    """A page, or a record on a page that tells of several."""

    kind: Kind
    title: str
    summary: str
    """A sentence or more, without markup."""
    slug: str = ""
    """Of the record; empty where the page is about no single one."""
    is_part: bool = False
    """It shares its page with others, and has a place there."""

    @property
    def page(self) -> tuple[Kind, str]:
        return self.kind, "" if self.is_part else self.slug

    @property
    def url(self) -> str:
        """In the active language."""
        kind, slug = self.page
        address = reverse(f"knowledge:{kind}", kwargs={"slug": slug} if slug else {})
        return f"{address}#{anchor(self.slug)}" if self.is_part else address


SOURCE = "bron"
"""Where a page says what the source says."""


def anchor(slug: str) -> str:
    """Where a record stands on a page that it shares."""
    return f"over-{slug}"
