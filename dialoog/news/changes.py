"""What was kept of a change as visitors read it, in the active language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.translated import Foreign
from dialoog.content.releases.visible import FATES, NAMES

HEADINGS: Mapping[str, Mapping[str, str | Promise]] = {
    "partner_types": {
        "new": _("Nieuwe partners"),
        "changed": _("Gewijzigde partners"),
        "gone": _("Partners die weg zijn"),
    },
    "questions": {"new": _("Nieuwe vragen"), "changed": _("Gewijzigde vragen"), "gone": _("Vragen die weg zijn")},
    "actions": {"new": _("Nieuwe acties"), "changed": _("Gewijzigde acties"), "gone": _("Acties die weg zijn")},
    "cautions": {
        "new": _("Nieuwe aandachtspunten"),
        "changed": _("Gewijzigde aandachtspunten"),
        "gone": _("Aandachtspunten die weg zijn"),
    },
    "tips": {"new": _("Nieuwe tips"), "changed": _("Gewijzigde tips"), "gone": _("Tips die weg zijn")},
    "practice_examples": {
        "new": _("Nieuwe praktijkvoorbeelden"),
        "changed": _("Gewijzigde praktijkvoorbeelden"),
        "gone": _("Praktijkvoorbeelden die weg zijn"),
    },
    "organisations": {
        "new": _("Nieuwe organisaties"),
        "changed": _("Gewijzigde organisaties"),
        "gone": _("Organisaties die weg zijn"),
    },
    "tools": {
        "new": _("Nieuwe hulpmiddelen"),
        "changed": _("Gewijzigde hulpmiddelen"),
        "gone": _("Hulpmiddelen die weg zijn"),
    },
    "goals": {"new": _("Nieuwe doelen"), "changed": _("Gewijzigde doelen"), "gone": _("Doelen die weg zijn")},
    "document_templates": {
        "new": _("Nieuwe werkdocumenten"),
        "changed": _("Gewijzigde werkdocumenten"),
        "gone": _("Werkdocumenten die weg zijn"),
    },
}


@dataclass(frozen=True)
class Group:
    """Of one kind and with one fate."""

    heading: str
    names: tuple[str, ...]
    """One that has no translation says so itself."""
    more: int
    """How many there are beside these."""


@dataclass(frozen=True)
class Changes:
    groups: tuple[Group, ...]
    rules: int
    """How many of what decides about an advice are other ones."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Of what was kept for one language: see `content/releases/visible.py`."""
        return cls(tuple(_groups(kept)), kept.get("rules", 0))

    def __bool__(self) -> bool:
        return bool(self.groups or self.rules)


def _groups(kept: Mapping[str, Any]) -> Iterator[Group]:
    for kind in NAMES:
        for fate in FATES:
            if told := kept.get(kind, {}).get(fate):
                names = tuple(Foreign(name) if language else name for name, language in told["names"])
                yield Group(str(HEADINGS[kind][fate]), names, told["more"])
