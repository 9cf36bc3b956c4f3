"""Reference cases: answers with what experts say the advice must hold."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Tier
from dialoog.content.models.base import Ordered, Sourced, choice_constraint, filled
from dialoog.content.models.versions import Kept


def _expected(model: str, verbose_name: Any) -> Any:
    return models.ManyToManyField(f"content.{model}", verbose_name=verbose_name, related_name="+", blank=True)


class ReferenceCase(Kept, Ordered, Sourced):
    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]\w*$", _("Begin met een hoofdletter, bijvoorbeeld P1 of B10."))],
        help_text=_("Zo heet dit geval bij het controleren en publiceren."),
    )
    title = models.CharField(_("titel"), max_length=160, help_text=_("Wie dit is en wat hij zoekt, in één regel."))
    why = models.TextField(
        _("waarom dit moet kloppen"),
        max_length=600,
        blank=True,
        help_text=_("Voor collega's. Laat leeg als de bronverwijzingen genoeg zeggen."),
    )
    answers = models.ManyToManyField(
        "content.Option",
        verbose_name=_("antwoorden"),
        related_name="+",
        help_text=_("Zoek op de korte naam van de vraag of op woorden uit het antwoord."),
    )
    first = models.ForeignKey(
        "content.PartnerType",
        verbose_name=_("staat op plaats 1"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    start = _expected("PartnerType", _("daar kun je mee beginnen"))
    not_start = _expected("PartnerType", _("daar kun je niet mee beginnen"))
    has_no_start = models.BooleanField(
        _("niemand om mee te beginnen"),
        default=False,
        help_text=_("Aangevinkt: het advies zegt dat er niemand is om mee te beginnen."),
    )
    top3 = _expected("PartnerType", _("staan bij de eerste drie"))
    top5 = _expected("PartnerType", _("staan bij de eerste vijf"))
    listed = _expected("PartnerType", _("komen voor in het advies"))
    not_top3 = _expected("PartnerType", _("staan niet bij de eerste drie"))
    not_top5 = _expected("PartnerType", _("staan niet bij de eerste vijf"))
    not_listed = _expected("PartnerType", _("komen niet voor in het advies"))
    first_example = models.ForeignKey(
        "content.PracticeExample",
        verbose_name=_("eerste praktijkvoorbeeld"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    cautions = _expected("Caution", _("waarschuwingen"))
    not_cautions = _expected("Caution", _("geen waarschuwing"))
    actions = _expected("Action", _("acties"))
    not_actions = _expected("Action", _("geen actie"))
    later_actions = _expected("Action", _("acties die meer tijd vragen"))
    tips = _expected("Tip", _("tips met nadruk"))
    not_tips = _expected("Tip", _("geen nadruk op tip"))
    tools = _expected("Tool", _("hulpmiddelen"))
    not_tools = _expected("Tool", _("geen hulpmiddel"))
    organisations = _expected("Organisation", _("organisaties"))
    not_organisations = _expected("Organisation", _("geen organisatie"))

    class Meta:
        verbose_name = _("referentiegeval")
        verbose_name_plural = _("referentiegevallen")
        ordering = ["order", "code"]
        constraints = [filled("title", "referencecase")]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"

    @property
    def reference(self) -> str:
        return self.code


class CaseTier(Ordered):
    case = models.ForeignKey(ReferenceCase, on_delete=models.CASCADE, related_name="tiers")
    partner_type = models.ForeignKey(
        "content.PartnerType", verbose_name=_("partnertype"), on_delete=models.PROTECT, related_name="+"
    )
    tier = models.CharField(_("staat bij"), max_length=20, choices=Tier.choices())

    class Meta:
        verbose_name = _("verwachte fase van een partnertype")
        verbose_name_plural = _("verwachte fasen van partnertypes")
        ordering = ["order", "pk"]
        constraints = [choice_constraint("tier", Tier, "casetier")]

    def __str__(self) -> str:
        return f"{self.partner_type}: {self.get_tier_display()}"


class CaseOrder(Ordered):
    case = models.ForeignKey(ReferenceCase, on_delete=models.CASCADE, related_name="orders")
    before = models.ForeignKey(
        "content.PartnerType", verbose_name=_("eerst"), on_delete=models.PROTECT, related_name="+"
    )
    after = models.ForeignKey(
        "content.PartnerType", verbose_name=_("daarna"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("verwachte volgorde van partnertypes")
        verbose_name_plural = _("verwachte volgorden van partnertypes")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="caseorder_of_two",
                violation_error_message=_("Kies twee verschillende partnertypes."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.before} vóór {self.after}"
