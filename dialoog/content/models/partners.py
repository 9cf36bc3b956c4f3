"""Partner types, and what they do for each goal."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis, Familiarity, PartnerKind
from dialoog.content.models.base import Based, Ordered, Slugged, basis_field, choice_constraint, filled
from dialoog.content.models.versions import Kept

KNOWN_BY_ANSWER = [Familiarity.BY_ANSWER.value, Familiarity.FOR_HIRE.value]


def _fact_links(verbose_name: Any) -> Any:
    return models.ManyToManyField("content.Fact", verbose_name=verbose_name, related_name="+", blank=True)


class PartnerType(Kept, Slugged, Ordered):
    name = models.CharField(
        _("naam"), max_length=120, help_text=_("Staat overal waar het advies dit partnertype noemt.")
    )
    kind = models.CharField(
        _("soort"),
        max_length=20,
        choices=PartnerKind.choices(),
        default=PartnerKind.ORGANISATION,
        help_text=_("Een rol is iets wat verschillende organisaties kunnen vervullen."),
    )
    in_production_country = models.BooleanField(
        _("zit in het productieland"),
        default=False,
        help_text=_("Aangevinkt: staat dit partnertype vooraan, dan krijgt de bezoeker de tips voor productielanden."),
    )
    familiarity = models.CharField(
        _("bekendheid"),
        max_length=20,
        choices=Familiarity.choices(),
        default=Familiarity.IRRELEVANT,
        help_text=_("Regels over bekende en onbekende partijen kijken hiernaar."),
    )
    known_via = models.ForeignKey(
        "content.Option",
        verbose_name=_("bekend via antwoord"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="makes_known",
        help_text=_("Met dit antwoord zegt de bezoeker dat hij zo'n partij al kent."),
    )
    description = models.TextField(
        _("wie het is"), max_length=1000, help_text=_("Staat bovenaan de kaart van dit partnertype.")
    )
    description_facts = _fact_links(_("bronnen van wie het is"))
    description_basis = basis_field(_("grond van wie het is"))
    asks_in_return = models.TextField(
        _("wat het terugvraagt"), max_length=1000, blank=True, help_text=_("Staat op de kaart bij ‘Vraagt terug’.")
    )
    asks_in_return_facts = _fact_links(_("bronnen van wat het terugvraagt"))
    asks_in_return_basis = basis_field(_("grond van wat het terugvraagt"))
    how_to_find = models.TextField(
        _("hoe je het vindt"), max_length=1000, blank=True, help_text=_("Staat op de kaart bij ‘Zo vind je die’.")
    )
    how_to_find_facts = _fact_links(_("bronnen van hoe je het vindt"))
    how_to_find_basis = basis_field(_("grond van hoe je het vindt"))

    class Meta:
        verbose_name = _("partnertype")
        verbose_name_plural = _("partnertypes")
        ordering = ["order", "slug"]
        constraints = [
            filled("name", "partnertype"),
            choice_constraint("kind", PartnerKind, "partnertype"),
            choice_constraint("familiarity", Familiarity, "partnertype"),
            choice_constraint("description_basis", Basis, "partnertype"),
            choice_constraint("asks_in_return_basis", Basis, "partnertype"),
            choice_constraint("how_to_find_basis", Basis, "partnertype"),
            models.CheckConstraint(
                condition=Q(familiarity__in=KNOWN_BY_ANSWER, known_via__isnull=False)
                | (~Q(familiarity__in=KNOWN_BY_ANSWER) & Q(known_via__isnull=True)),
                name="partnertype_known_via_answer",
                violation_error_message=_("Kies een antwoord als de bekendheid daarvan afhangt, en anders niet."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerOffer(Based):
    partner_type = models.ForeignKey(PartnerType, on_delete=models.CASCADE, related_name="offers")
    goal = models.ForeignKey("content.Goal", verbose_name=_("doel"), on_delete=models.PROTECT, related_name="offers")
    text = models.TextField(
        _("wat het biedt"), max_length=600, help_text=_("Staat op de kaart bij ‘Biedt’ voor wie dit doel koos.")
    )

    class Meta:
        verbose_name = _("wat een partnertype biedt")
        verbose_name_plural = _("wat partnertypes bieden")
        ordering = ["partner_type", "goal__number"]
        constraints = [
            filled("text", "partneroffer"),
            choice_constraint("basis", Basis, "partneroffer"),
            models.UniqueConstraint(
                fields=["partner_type", "goal"],
                name="partneroffer_once_per_goal",
                violation_error_message=_("Dit partnertype heeft al een tekst voor dit doel."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_type} – {self.goal}"


class PartnerWatchOut(Ordered, Based):
    partner_type = models.ForeignKey(PartnerType, on_delete=models.CASCADE, related_name="watch_outs")
    text = models.TextField(_("let op"), max_length=600, help_text=_("Staat op de kaart bij ‘Let op’."))

    class Meta:
        verbose_name = _("aandachtspunt")
        verbose_name_plural = _("aandachtspunten")
        ordering = ["partner_type", "order", "pk"]
        constraints = [filled("text", "partnerwatchout"), choice_constraint("basis", Basis, "partnerwatchout")]

    def __str__(self) -> str:
        return self.text
