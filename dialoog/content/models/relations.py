"""How partner types go together: pairs, who shows the way to whom, and who comes first."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis
from dialoog.content.models.base import Based, Ordered, choice_constraint, filled
from dialoog.content.models.partners import PartnerType
from dialoog.content.models.questions import ConditionFields, condition_constraints
from dialoog.content.models.versions import Kept


def _once(model: str, *pair: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=pair,
        name=f"{model}_once",
        violation_error_message=_("Deze twee partnertypes staan al samen in de lijst."),
    )


class Combination(Kept, Ordered, Based):
    first = models.ForeignKey(
        PartnerType, verbose_name=_("partnertype"), on_delete=models.PROTECT, related_name="combinations"
    )
    second = models.ForeignKey(PartnerType, verbose_name=_("met"), on_delete=models.PROTECT, related_name="+")
    text = models.TextField(
        _("waarom samen"), max_length=600, help_text=_("Staat in het advies bij ‘Partners die elkaar aanvullen’.")
    )

    class Meta:
        verbose_name = _("combinatie")
        verbose_name_plural = _("combinaties")
        ordering = ["order", "pk"]
        constraints = [
            filled("text", "combination"),
            choice_constraint("basis", Basis, "combination"),
            models.CheckConstraint(
                condition=~Q(first=F("second")),
                name="combination_of_two",
                violation_error_message=_("Kies twee verschillende partnertypes."),
            ),
            _once("combination", "first", "second"),
        ]

    def __str__(self) -> str:
        return f"{self.first} + {self.second}"


class Signpost(Kept, Ordered, Based):
    """A party that cannot do the job itself, but knows the way to one that can."""

    partner_type = models.ForeignKey(
        PartnerType,
        verbose_name=_("wie de weg weet"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Telt alleen als de bezoeker zo'n partij al kent en er niet mee kan beginnen."),
    )
    leads_to = models.ForeignKey(
        PartnerType, verbose_name=_("naar wie"), on_delete=models.PROTECT, related_name="signposts"
    )
    text = models.TextField(
        _("tekst"), max_length=600, help_text=_("Wat de bezoeker kan vragen. Staat in ‘Je advies in het kort’.")
    )

    class Meta:
        verbose_name = _("wegwijzer")
        verbose_name_plural = _("wegwijzers")
        ordering = ["order", "pk"]
        constraints = [
            filled("text", "signpost"),
            choice_constraint("basis", Basis, "signpost"),
            models.CheckConstraint(
                condition=~Q(partner_type=F("leads_to")),
                name="signpost_to_another",
                violation_error_message=_("Een wegwijzer wijst naar een ander partnertype."),
            ),
            _once("signpost", "partner_type", "leads_to"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_type} → {self.leads_to}"


class OrderRule(Kept, Ordered, Based):
    first = models.ForeignKey(PartnerType, verbose_name=_("eerst"), on_delete=models.PROTECT, related_name="+")
    then = models.ForeignKey(PartnerType, verbose_name=_("daarna"), on_delete=models.PROTECT, related_name="+")
    across_tiers = models.BooleanField(
        _("ook over fasen heen"),
        default=False,
        help_text=_(
            "Aangevinkt: zolang het eerste partnertype een nummer heeft, komt het tweede pas daarna, in welke fase het "
            "ook staat. Anders geldt de volgorde alleen binnen één fase."
        ),
    )
    reason = models.TextField(
        _("onderbouwing"),
        max_length=600,
        blank=True,
        help_text=_("Staat in het advies bij het tweede partnertype als dat door deze regel later komt."),
    )

    class Meta:
        verbose_name = _("volgorderegel")
        verbose_name_plural = _("volgorderegels")
        ordering = ["order", "pk"]
        constraints = [
            choice_constraint("basis", Basis, "orderrule"),
            models.CheckConstraint(
                condition=~Q(first=F("then")),
                name="orderrule_of_two",
                violation_error_message=_("Kies twee verschillende partnertypes."),
            ),
            _once("orderrule", "first", "then"),
        ]

    def __str__(self) -> str:
        return f"{self.first} vóór {self.then}"


class OrderRuleCondition(ConditionFields):
    owner = models.ForeignKey(OrderRule, on_delete=models.CASCADE, related_name="conditions")

    class Meta(ConditionFields.Meta):
        verbose_name = _("voorwaarde van een volgorderegel")
        verbose_name_plural = _("voorwaarden van volgorderegels")
        constraints = condition_constraints("orderrulecondition")
