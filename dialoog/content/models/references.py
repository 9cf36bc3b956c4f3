"""What the source points to: organisations, the SER's own tools and practice examples."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis
from dialoog.content.models.base import (
    Based,
    Ordered,
    Slugged,
    Sourced,
    WebAddressField,
    basis_field,
    choice_constraint,
    filled,
)
from dialoog.content.models.versions import Kept

URL_HELP = _("Staat als link achter de tekst. Laat leeg als het adres niet zeker is: dan blijft de link weg.")
NAME_HELP = _("Staat in het advies onder ‘Tools van de SER’.")
KIND_HELP = _("Staat tussen haakjes achter de naam, bijvoorbeeld: Monitoringspartner.")


class LookedUp(models.Model):
    """A web address, with where and when somebody found it. The source lost its links, so each was looked up."""

    url = WebAddressField(_("webadres"), blank=True, help_text=URL_HELP)
    url_is_overview = models.BooleanField(
        _("leidt naar een overzicht"),
        default=False,
        help_text=_("Aangevinkt: geen eigen pagina gevonden. De link leidt naar de projectpagina, en zegt dat."),
    )
    url_found_at = models.CharField(
        _("gevonden op"),
        max_length=300,
        blank=True,
        help_text=_("De pagina die dit adres bevestigt, van de organisatie zelf of van de SER."),
    )
    url_found_on = models.DateField(_("gevonden op datum"), null=True, blank=True)
    url_is_confirmed = models.BooleanField(
        _("bevestigd door de SER"),
        default=False,
        help_text=_("Niet aangevinkt: opgezocht, nog niet bevestigd."),
    )

    class Meta:
        abstract = True


class Organisation(Kept, Slugged, Ordered, Based, LookedUp):
    name = models.CharField(
        _("naam"), max_length=120, help_text=_("Staat in het advies onder ‘Organisaties die het document noemt’.")
    )
    kind = models.CharField(_("soort"), max_length=120, help_text=KIND_HELP)
    sector = models.ForeignKey(
        "content.Option",
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        help_text=_("Voor redacteuren; niet op de site."),
    )
    text = models.TextField(
        _("wat het SER-document erover zegt"), max_length=600, help_text=_("Staat in het advies achter de naam.")
    )
    partner_types = models.ManyToManyField(
        "content.PartnerType",
        verbose_name=_("partnertypes"),
        help_text=_("Waar deze organisatie een voorbeeld van is."),
    )

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["order", "slug"]
        constraints = [filled("name", "organisation"), choice_constraint("basis", Basis, "organisation")]

    def __str__(self) -> str:
        return self.name


class Tool(Kept, Slugged, Ordered, Based, LookedUp):
    name = models.CharField(_("naam"), max_length=120, help_text=NAME_HELP)
    kind = models.CharField(_("soort"), max_length=120, help_text=KIND_HELP)
    text = models.TextField(_("waarvoor"), max_length=600, help_text=_("Staat in het advies achter de naam."))

    class Meta:
        verbose_name = _("hulpmiddel")
        verbose_name_plural = _("hulpmiddelen")
        ordering = ["order", "slug"]
        constraints = [filled("name", "tool"), choice_constraint("basis", Basis, "tool")]

    def __str__(self) -> str:
        return self.name


class PracticeExample(Kept, Slugged, Ordered, Sourced):
    goal = models.ForeignKey(
        "content.Goal",
        verbose_name=_("doel"),
        on_delete=models.PROTECT,
        related_name="examples",
        help_text=_("Waar dit een voorbeeld van is. Voor redacteuren; niet op de site."),
    )
    title = models.CharField(
        _("titel"), max_length=160, help_text=_("Staat in het advies onder ‘Zo deden anderen het’.")
    )
    text = models.TextField(_("wat er gebeurde"), max_length=2000, help_text=_("Het verhaal onder de titel."))
    who = models.CharField(_("wie"), max_length=200, help_text=_("Staat tussen de titel en het verhaal."))
    where = models.CharField(_("waar"), max_length=120, help_text=_("Staat achter ‘wie’."))
    sector = models.CharField(
        _("sector"), max_length=120, blank=True, help_text=_("Voor redacteuren; niet op de site.")
    )
    worked = models.TextField(
        _("wat werkte"), max_length=800, blank=True, help_text=_("Staat onder het verhaal bij ‘Wat werkte’.")
    )
    did_not_work = models.TextField(
        _("wat niet werkte"), max_length=800, blank=True, help_text=_("Staat onder het verhaal bij ‘Wat niet werkte’.")
    )
    lesson = models.TextField(_("de les"), max_length=800, help_text=_("Staat onder het verhaal bij ‘De les’."))
    lesson_basis = basis_field(_("grond van de les"))
    partner_types = models.ManyToManyField(
        "content.PartnerType",
        verbose_name=_("partnertypes"),
        related_name="examples",
        help_text=_("Staan onder het verhaal bij ‘Met wie’."),
    )

    class Meta:
        verbose_name = _("praktijkvoorbeeld")
        verbose_name_plural = _("praktijkvoorbeelden")
        ordering = ["order", "slug"]
        constraints = [
            filled("title", "practiceexample"),
            choice_constraint("lesson_basis", Basis, "practiceexample"),
        ]

    def __str__(self) -> str:
        return self.title
