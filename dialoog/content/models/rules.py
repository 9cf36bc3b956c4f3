"""Rules: if conditions, then effects, because of a reason."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis, Outcome, Tier
from dialoog.content.models.base import BASIS_HELP, Ordered, Sourced, choice_constraint
from dialoog.content.models.questions import ConditionFields, condition_constraints
from dialoog.content.models.versions import Kept

WEIGHT_HELP = _("Hoe zwaar dit telt, bijvoorbeeld 3. Onder nul telt tegen. Bij het hoofddoel telt het dubbel.")


class Rule(Kept, Ordered, Sourced):
    code = models.CharField(
        _("code"),
        max_length=8,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]\d+$", _("Een code is een hoofdletter met een getal, bijvoorbeeld K07."))],
        help_text=_("Zo heet de regel in het beheer. Bezoekers zien die niet."),
    )
    goal = models.ForeignKey(
        "content.Goal",
        verbose_name=_("doel"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="rules",
        help_text=_(
            "Is dit het hoofddoel van de bezoeker, dan tellen de punten zwaarder. Dit is geen voorwaarde: geldt de "
            "regel alleen als het doel is gekozen, zet dat dan bij de voorwaarden. Laat leeg voor een regel van elk "
            "doel."
        ),
    )
    known_bonus = models.PositiveSmallIntegerField(
        _("extra punten voor bekende partijen"),
        default=0,
        help_text=_("Alleen voor partnertypes die al punten hebben."),
    )
    unknown_tier = models.CharField(
        _("onbekende partijen gaan naar"),
        max_length=20,
        choices=Tier.choices(),
        blank=True,
        help_text=_("Zet alle partnertypes die de bezoeker nog niet kent later of apart."),
    )
    reason = models.TextField(
        _("onderbouwing"),
        max_length=600,
        blank=True,
        help_text=_("Waarom dit advies klopt, in één zin. Staat in het advies bij de partnertypes van deze regel."),
    )
    basis = models.CharField(_("grond"), max_length=20, choices=Basis.choices(), help_text=BASIS_HELP)
    is_confirmed = models.BooleanField(
        _("bevestigd"),
        default=False,
        help_text=_(
            "Vink aan als je deze regel hebt beoordeeld en ermee instemt. Vooral nodig bij ‘Dit leiden wij zelf af’."
        ),
    )
    confirmed_by = models.CharField(_("bevestigd door"), max_length=150, blank=True, editable=False)
    confirmed_on = models.DateField(_("bevestigd op"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("adviesregel")
        verbose_name_plural = _("adviesregels")
        ordering = ["order", "code"]
        constraints = [
            choice_constraint("basis", Basis, "rule"),
            choice_constraint("unknown_tier", Tier, "rule", blank=True),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"

    @property
    def reference(self) -> str:
        return self.code


class RuleCondition(ConditionFields):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="conditions")

    class Meta(ConditionFields.Meta):
        verbose_name = _("voorwaarde")
        verbose_name_plural = _("voorwaarden")
        constraints = condition_constraints("rulecondition")


class RuleOutcome(models.Model):
    """A condition on what came out: looked at when the partner types have been ranked. Rows go as in conditions."""

    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="outcomes")
    group = models.PositiveSmallIntegerField(
        _("groep"), default=1, help_text=_("Binnen een groep is één voorwaarde genoeg. Elke groep moet kloppen.")
    )
    outcome = models.CharField(_("uitkomst"), max_length=30, choices=Outcome.choices())
    is_absent = models.BooleanField(
        _("juist niet"), default=False, help_text=_("Aangevinkt: de regel geldt als dit niet zo is.")
    )
    partner_types = models.ManyToManyField(
        "content.PartnerType",
        verbose_name=_("partnertypes"),
        related_name="+",
        blank=True,
        help_text=_("Eén ervan is genoeg. Leeg bij ‘er is niemand om mee te beginnen’."),
    )

    class Meta:
        verbose_name = _("voorwaarde op de uitkomst")
        verbose_name_plural = _("voorwaarden op de uitkomst")
        ordering = ["group", "pk"]
        constraints = [choice_constraint("outcome", Outcome, "ruleoutcome")]

    def __str__(self) -> str:
        return self.get_outcome_display()


class Effect(Ordered):
    class Meta:
        abstract = True
        ordering = ["order", "pk"]


class LineEffect(Effect):
    """Brings a line into the advice, which is not about partner types: it says itself why."""

    reason = models.CharField(
        _("waarom juist dit"),
        max_length=300,
        blank=True,
        help_text=_(
            "Waarom juist dit bij de antwoorden hoort; steunt op de bronnen van de regel. Herhaal de onderbouwing van "
            "de regel niet. Leeg: in het advies staat alleen bij welke antwoorden dit hoort."
        ),
    )

    class Meta(Effect.Meta):
        abstract = True


class PartnerEffect(Effect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="partners")
    partner_type = models.ForeignKey(
        "content.PartnerType", verbose_name=_("partnertype"), on_delete=models.PROTECT, related_name="effects"
    )
    weight = models.SmallIntegerField(_("gewicht"), help_text=WEIGHT_HELP)
    only_if_scored = models.BooleanField(
        _("alleen als het al punten heeft"),
        default=False,
        help_text=_("Aangevinkt: telt mee, maar is op zichzelf geen reden om dit partnertype te noemen."),
    )

    class Meta(Effect.Meta):
        verbose_name = _("punten voor een partnertype")
        verbose_name_plural = _("punten voor partnertypes")

    def __str__(self) -> str:
        return f"{self.partner_type} {self.weight:+d}"


class TierEffect(Effect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="tiers")
    partner_type = models.ForeignKey(
        "content.PartnerType", verbose_name=_("partnertype"), on_delete=models.PROTECT, related_name="+"
    )
    tier = models.CharField(
        _("gaat naar"),
        max_length=20,
        choices=Tier.choices(),
        help_text=_("‘Laatste keus’ en ‘Afgeraden’ staan in het advies bij ‘Wie je het laatst of liever niet kiest’."),
    )

    class Meta(Effect.Meta):
        verbose_name = _("verplaatsing")
        verbose_name_plural = _("verplaatsingen")
        constraints = [choice_constraint("tier", Tier, "tiereffect")]

    def __str__(self) -> str:
        return f"{self.partner_type} → {self.get_tier_display()}"


class TipEffect(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="tips")
    tip = models.ForeignKey("content.Tip", verbose_name=_("tip"), on_delete=models.PROTECT, related_name="effects")
    weight = models.SmallIntegerField(
        _("gewicht"), help_text=_("Hoe meer gewicht, hoe hoger de tip in het advies staat.")
    )

    class Meta(LineEffect.Meta):
        verbose_name = _("nadruk op een tip")
        verbose_name_plural = _("nadruk op tips")

    def __str__(self) -> str:
        return f"{self.tip} {self.weight:+d}"


class ExampleEffect(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="examples")
    example = models.ForeignKey(
        "content.PracticeExample",
        verbose_name=_("praktijkvoorbeeld"),
        on_delete=models.PROTECT,
        related_name="effects",
    )
    weight = models.SmallIntegerField(_("gewicht"), help_text=WEIGHT_HELP)

    class Meta(LineEffect.Meta):
        verbose_name = _("praktijkvoorbeeld bij een regel")
        verbose_name_plural = _("praktijkvoorbeelden bij regels")

    def __str__(self) -> str:
        return f"{self.example} {self.weight:+d}"


class RuleCaution(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="cautions")
    caution = models.ForeignKey(
        "content.Caution", verbose_name=_("waarschuwing"), on_delete=models.PROTECT, related_name="links"
    )

    class Meta(LineEffect.Meta):
        verbose_name = _("waarschuwing bij een regel")
        verbose_name_plural = _("waarschuwingen bij regels")

    def __str__(self) -> str:
        return str(self.caution)


class RuleAction(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="actions")
    action = models.ForeignKey(
        "content.Action", verbose_name=_("actie"), on_delete=models.PROTECT, related_name="links"
    )

    class Meta(LineEffect.Meta):
        verbose_name = _("actie bij een regel")
        verbose_name_plural = _("acties bij regels")

    def __str__(self) -> str:
        return str(self.action)


class RuleOrganisation(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(
        "content.Organisation", verbose_name=_("organisatie"), on_delete=models.PROTECT, related_name="links"
    )

    class Meta(LineEffect.Meta):
        verbose_name = _("organisatie bij een regel")
        verbose_name_plural = _("organisaties bij regels")

    def __str__(self) -> str:
        return str(self.organisation)


class RuleTool(LineEffect):
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="tools")
    tool = models.ForeignKey(
        "content.Tool", verbose_name=_("hulpmiddel"), on_delete=models.PROTECT, related_name="links"
    )

    class Meta(LineEffect.Meta):
        verbose_name = _("hulpmiddel bij een regel")
        verbose_name_plural = _("hulpmiddelen bij regels")

    def __str__(self) -> str:
        return str(self.tool)
