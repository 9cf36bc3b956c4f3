"""The seven goals of working together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis
from dialoog.content.models.base import Slugged, Sourced, basis_field, choice_constraint, filled
from dialoog.content.models.versions import Kept


class Goal(Kept, Slugged, Sourced):
    number = models.PositiveSmallIntegerField(
        _("nummer"), unique=True, help_text=_("Bepaalt de volgorde van de doelen in het advies.")
    )
    name = models.CharField(_("naam"), max_length=120, help_text=_("Staat in het advies, ook in het kort bovenaan."))
    summary = models.CharField(
        _("in het kort"), max_length=300, help_text=_("Staat in het advies onder de naam van het doel.")
    )
    theory = models.TextField(
        _("de theorie"),
        max_length=3000,
        help_text=_("Met opmaak (Markdown). Staat in het advies onder ‘Waar gaat het om?’."),
    )
    theory_facts = models.ManyToManyField(
        "content.Fact", verbose_name=_("bronnen van de theorie"), related_name="+", blank=True
    )
    theory_basis = basis_field(_("grond van de theorie"))
    what_to_do = models.TextField(
        _("wat moet je doen"),
        max_length=3000,
        help_text=_("Met opmaak (Markdown). Staat in het advies onder ‘Wat kun je doen?’."),
    )
    what_to_do_facts = models.ManyToManyField(
        "content.Fact", verbose_name=_("bronnen van wat je moet doen"), related_name="+", blank=True
    )
    what_to_do_basis = basis_field(_("grond van wat je moet doen"))

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ["number", "slug"]
        constraints = [
            filled("name", "goal"),
            choice_constraint("theory_basis", Basis, "goal"),
            choice_constraint("what_to_do_basis", Basis, "goal"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"
