"""What a visitor should do or watch: tips, cautions, actions and outlines of documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis, Moment, Severity, SheetForm, TipSet
from dialoog.content.models.base import Based, Ordered, Slugged, choice_constraint, filled
from dialoog.content.models.versions import Kept


class Tip(Kept, Slugged, Ordered, Based):
    tip_set = models.CharField(
        _("reeks"),
        max_length=20,
        choices=TipSet.choices(),
        help_text=_("Tips voor productielanden krijgt alleen wie daar een dialoog of partner heeft."),
    )
    number = models.PositiveSmallIntegerField(_("nummer"), help_text=_("Het nummer van de tip in het SER-document."))
    title = models.CharField(_("titel"), max_length=120, help_text=_("Staat in het advies boven de tip."))
    text = models.TextField(_("tekst"), max_length=800, help_text=_("Staat in het advies onder de titel van de tip."))

    class Meta:
        verbose_name = _("tip")
        verbose_name_plural = _("tips")
        ordering = ["order", "slug"]
        constraints = [
            filled("title", "tip"),
            choice_constraint("tip_set", TipSet, "tip"),
            choice_constraint("basis", Basis, "tip"),
            models.UniqueConstraint(
                fields=["tip_set", "number"],
                name="tip_number_in_set",
                violation_error_message=_("Dit nummer bestaat al in deze reeks."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Caution(Kept, Slugged, Ordered, Based):
    severity = models.PositiveSmallIntegerField(
        _("ernst"),
        choices=Severity.choices(),
        help_text=_("Bepaalt onder welk kopje de waarschuwing in het advies staat; het ernstigste staat eerst."),
    )
    is_leading = models.BooleanField(
        _("opent het rapport"),
        default=False,
        help_text=_(
            "Aangevinkt: staat bovenaan het advies, vóór andere waarschuwingen. Is er geen, dan die met ernst 3."
        ),
    )
    text = models.TextField(
        _("tekst"), max_length=600, help_text=_("Staat in het advies onder ‘Waar moet je op letten?’.")
    )

    class Meta:
        verbose_name = _("waarschuwing")
        verbose_name_plural = _("waarschuwingen")
        ordering = ["order", "slug"]
        constraints = [
            filled("text", "caution"),
            choice_constraint("severity", Severity, "caution"),
            choice_constraint("basis", Basis, "caution"),
        ]

    def __str__(self) -> str:
        return self.text


class Action(Kept, Slugged, Ordered, Based):
    moment = models.CharField(
        _("moment"), max_length=20, choices=Moment.choices(), help_text=_("Waar in het stappenplan de actie staat.")
    )
    text = models.TextField(_("tekst"), max_length=600, help_text=_("Staat in het stappenplan van het advies."))
    needs_time = models.BooleanField(
        _("vraagt meer tijd als er geen partner is"),
        default=False,
        help_text=_(
            "Aangevinkt: dit doe je met een partner. Wie weinig tijd heeft en met niemand kan beginnen, ziet de actie "
            "onder ‘Als je meer tijd maakt’."
        ),
    )
    partner_types = models.ManyToManyField(
        "content.PartnerType",
        verbose_name=_("met welke partners"),
        related_name="+",
        blank=True,
        help_text=_(
            "Alleen bij een actie die meer tijd vraagt: dan staat die bij de stappen voor nu zodra je met één van deze "
            "partnertypes kunt beginnen. Leeg: met wie dan ook."
        ),
    )

    class Meta:
        verbose_name = _("actie")
        verbose_name_plural = _("acties")
        ordering = ["order", "slug"]
        constraints = [
            filled("text", "action"),
            choice_constraint("moment", Moment, "action"),
            choice_constraint("basis", Basis, "action"),
        ]

    def __str__(self) -> str:
        return self.text


class DocumentTemplate(Kept, Slugged, Ordered):
    title = models.CharField(
        _("titel"), max_length=160, help_text=_("Staat in het advies onder ‘Teksten om mee te beginnen’.")
    )
    form = models.CharField(
        _("vorm als document"),
        max_length=20,
        choices=SheetForm.choices(),
        default=SheetForm.LIST,
        help_text=_("Hoe de regels in het werkdocument (Word of ODT) staan dat de bezoeker kan downloaden."),
    )
    needs = models.ManyToManyField(
        "content.Option",
        verbose_name=_("alleen bij"),
        related_name="+",
        blank=True,
        help_text=_("Antwoorden, waarvan er één gekozen moet zijn. Leeg: deze opzet staat in elk advies."),
    )

    class Meta:
        verbose_name = _("documentopzet")
        verbose_name_plural = _("documentopzetten")
        ordering = ["order", "slug"]
        constraints = [
            filled("title", "documenttemplate"),
            choice_constraint("form", SheetForm, "documenttemplate"),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentTemplateLine(Ordered, Based):
    template = models.ForeignKey(DocumentTemplate, on_delete=models.CASCADE, related_name="lines")
    text = models.TextField(
        _("regel"),
        max_length=600,
        help_text=_(
            "Een woord tussen accolades, zoals {naam}, is iets om in te vullen. Wat de bezoeker al vertelde, vult de "
            "gids zelf in: {bedrijf}, {afzender}, {land}, {thema}, {stakeholders}, {hoofddoel}, {overige_doelen}, "
            "{kopen in bij / beleggen in}, {toezeggingen}, {ketenpartij}, en in een werkdocument {reden_uit_advies}, "
            "{Wij zijn / U kent ons al: wij zijn} en {kennismaken / verder praten}. "
            "Een regel met {toezeggingen} staat er alleen als de bezoeker iets toezegt."
        ),
    )

    class Meta:
        verbose_name = _("regel van een documentopzet")
        verbose_name_plural = _("regels van documentopzetten")
        ordering = ["template", "order", "pk"]
        constraints = [filled("text", "templateline"), choice_constraint("basis", Basis, "templateline")]

    def __str__(self) -> str:
        return self.text
