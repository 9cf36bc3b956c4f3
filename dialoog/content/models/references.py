"""What the source points to: organisations, the SER's own tools and practice examples."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.content.models.base import Kept, Ordered, Slugged, Sourced, WebAddressField, filled

URL_HELP = _("Laat leeg als het adres niet zeker is: het staat dan niet in het rapport.")


class Organisation(Kept, Slugged, Ordered, Sourced):
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort"), max_length=120)
    sector = models.ForeignKey(
        "content.Option",
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
    )
    text = models.TextField(_("wat het SER-document erover zegt"), max_length=600)
    url = WebAddressField(_("webadres"), blank=True, help_text=URL_HELP)
    partner_types = models.ManyToManyField("content.PartnerType", verbose_name=_("partnertypes"))

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["order", "slug"]
        constraints = [filled("name", "organisation")]

    def __str__(self) -> str:
        return self.name


class Tool(Kept, Slugged, Ordered, Sourced):
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort"), max_length=120)
    text = models.TextField(_("waarvoor"), max_length=600)
    url = WebAddressField(_("webadres"), blank=True, help_text=URL_HELP)

    class Meta:
        verbose_name = _("hulpmiddel")
        verbose_name_plural = _("hulpmiddelen")
        ordering = ["order", "slug"]
        constraints = [filled("name", "tool")]

    def __str__(self) -> str:
        return self.name


class PracticeExample(Kept, Slugged, Ordered, Sourced):
    goal = models.ForeignKey("content.Goal", verbose_name=_("doel"), on_delete=models.PROTECT, related_name="examples")
    title = models.CharField(_("titel"), max_length=160)
    text = models.TextField(_("wat er gebeurde"), max_length=2000)
    who = models.CharField(_("wie"), max_length=200)
    where = models.CharField(_("waar"), max_length=120)
    sector = models.CharField(_("sector"), max_length=120, blank=True)
    worked = models.TextField(_("wat werkte"), max_length=800, blank=True)
    did_not_work = models.TextField(_("wat niet werkte"), max_length=800, blank=True)
    lesson = models.TextField(_("de les"), max_length=800)
    partner_types = models.ManyToManyField(
        "content.PartnerType", verbose_name=_("partnertypes"), related_name="examples"
    )

    class Meta:
        verbose_name = _("praktijkvoorbeeld")
        verbose_name_plural = _("praktijkvoorbeelden")
        ordering = ["order", "slug"]
        constraints = [filled("title", "practiceexample")]

    def __str__(self) -> str:
        return self.title
