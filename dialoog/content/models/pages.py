"""Texts of the site itself, and the numbers of the advice."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.content.models.base import Ordered, Slugged, WebAddressField
from dialoog.content.models.versions import Kept


class PageText(Kept, Slugged, Ordered):
    place = models.CharField(_("plaats"), max_length=200, help_text=_("Waar deze tekst op de site staat."))
    title = models.CharField(_("titel"), max_length=160, blank=True, help_text=_("Staat op die plaats als kop."))
    text = models.TextField(_("tekst"), max_length=8000, blank=True, help_text=_("Met opmaak (Markdown)."))

    class Meta:
        verbose_name = _("paginatekst")
        verbose_name_plural = _("paginateksten")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return f"{self.place}: {self.title}"


def _option(verbose_name: Any, help_text: Any) -> Any:
    return models.ForeignKey(
        "content.Option",
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=help_text,
    )


class AdviceSettings(Kept):
    source_url = WebAddressField(
        _("webadres van het SER-document"),
        blank=True,
        help_text=_("In een advies leidt elke plaats in het document hierheen."),
    )
    main_goal_factor = models.PositiveSmallIntegerField(
        _("factor van het hoofddoel"),
        default=2,
        help_text=_("Zo vaak tellen de punten van regels bij het hoofddoel. Bij 2 tellen ze dubbel."),
    )
    min_score = models.PositiveSmallIntegerField(
        _("laagste score die in het advies komt"),
        default=1,
        help_text=_("Een partnertype met minder punten staat niet in het advies."),
    )
    tie_width = models.PositiveSmallIntegerField(
        _("punten verschil binnen één plaats"),
        default=1,
        validators=[MaxValueValidator(10)],
        help_text=_("Partnertypes die niet meer dan zoveel punten schelen, delen een plaats: ‘past even goed’."),
    )
    top_block = models.PositiveSmallIntegerField(
        _("partnertypes bovenaan"), default=3, help_text=_("Zoveel staan er in ‘Je advies in het kort’ en als eerste.")
    )
    also_block = models.PositiveSmallIntegerField(
        _("partnertypes daaronder"),
        default=3,
        help_text=_("Zoveel tellen er daarna nog mee bij ‘Partners die elkaar aanvullen’."),
    )
    cautions_shown = models.PositiveSmallIntegerField(
        _("waarschuwingen in beeld"), default=6, help_text=_("De andere staan achter een uitklapknop.")
    )
    actions_shown = models.PositiveSmallIntegerField(
        _("acties in beeld"), default=10, help_text=_("De andere staan achter een uitklapknop.")
    )
    tips_emphasised = models.PositiveSmallIntegerField(
        _("tips met nadruk"), default=5, help_text=_("De andere staan achter een uitklapknop.")
    )
    examples_shown = models.PositiveSmallIntegerField(
        _("praktijkvoorbeelden in beeld"), default=2, help_text=_("Meer komen er niet in het advies.")
    )
    example_min = models.PositiveSmallIntegerField(
        _("laagste gewicht van een praktijkvoorbeeld"),
        default=2,
        help_text=_("Een praktijkvoorbeeld met minder gewicht komt niet in het advies."),
    )
    goals_question = models.ForeignKey(
        "content.Question",
        verbose_name=_("vraag naar de doelen"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("De antwoorden op deze vraag zijn de doelen."),
    )
    main_goal_question = models.ForeignKey(
        "content.Question",
        verbose_name=_("vraag naar het hoofddoel"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Het antwoord op deze vraag telt het zwaarst."),
    )
    no_country_tips_option = models.ForeignKey(
        "content.Option",
        verbose_name=_("antwoord zonder tips voor productielanden"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "Wie dit antwoordt, krijgt geen tips voor productielanden, tenzij er een partner daar bovenaan staat."
        ),
    )
    little_time_option = _option(
        _("antwoord van wie weinig tijd heeft"),
        _("Wie dit antwoordt, ziet apart wat meer tijd vraagt, en met wie hij kan beginnen als hij die tijd maakt."),
    )
    bad_cooperation_option = _option(
        _("antwoord van wie stroef samenwerkt"),
        _("Wie dit antwoordt, begint niet met een partij die hij kent: dat gesprek gaat voor."),
    )
    buying_option = _option(
        _("antwoord van wie inkoopt"),
        _("Wie dit niet antwoordt, heeft geen leverancier. De controle zoekt wat er toch van spreekt."),
    )

    class Meta:
        verbose_name = _("adviesinstellingen")
        verbose_name_plural = _("adviesinstellingen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="advicesettings_only_one",
                violation_error_message=_("Er is maar één rij met instellingen."),
            )
        ]

    def __str__(self) -> str:
        return "Adviesinstellingen"

    @property
    def reference(self) -> str:
        return "adviesinstellingen"
