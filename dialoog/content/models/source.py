"""The source: places in the SER document, and what was judged of the texts that cite them."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Support
from dialoog.content.models.base import Ordered, choice_constraint, filled
from dialoog.content.models.versions import Kept


class Fact(Kept, Ordered):
    code = models.CharField(
        _("code"),
        max_length=8,
        unique=True,
        validators=[RegexValidator(r"^F\d+$", _("Een code is een F met een getal, bijvoorbeeld F12."))],
        help_text=_("Staat in het advies achter alles wat hierop steunt."),
    )
    chapter = models.CharField(_("hoofdstuk"), max_length=120, help_text=_("Van het SER-document."))
    section = models.CharField(_("onderdeel"), max_length=120, help_text=_("Het deel van het hoofdstuk."))
    text = models.TextField(
        _("wat er staat"),
        max_length=600,
        help_text=_("In eigen woorden, in één zin. Staat in het advies bij de bronnen."),
    )
    line = models.PositiveIntegerField(_("regel"), help_text=_("Regel in de tekstversie van het document."))
    is_background = models.BooleanField(
        _("achtergrond"),
        default=False,
        help_text=_("Aangevinkt: geen enkel advies hoeft hiernaar te verwijzen, ook al staat het in het document."),
    )

    left_out = models.CharField(
        _("waarom geen tekst dit noemt"),
        max_length=300,
        blank=True,
        help_text=_("Bij een achtergrond: waarom een bezoeker dit niet hoeft te lezen. Staat in de lijst met bronnen."),
    )
    is_withdrawn = models.BooleanField(
        _("vervallen"),
        default=False,
        help_text=_("Aangevinkt: staat niet (meer) in het document. Teksten die hiernaar verwijzen, kloppen dan niet."),
    )

    class Meta:
        verbose_name = _("bronverwijzing")
        verbose_name_plural = _("bronverwijzingen")
        ordering = ["order", "code"]
        constraints = [filled("text", "fact")]

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"

    @property
    def reference(self) -> str:
        return self.code


class Verdict(Kept, Ordered):
    """Whether the source supports a text. It holds as long as the text, its sources and its basis stay the same."""

    collection = models.CharField(_("soort"), max_length=40, help_text=_("Van welke soort inhoud de tekst is."))
    identity = models.CharField(_("record"), max_length=130, help_text=_("De code of sleutel van het record."))
    field = models.CharField(_("veld"), max_length=60, help_text=_("Welke tekst van het record."))
    digest = models.CharField(
        _("vingerafdruk"), max_length=12, help_text=_("Van tekst, bronnen en grond op het moment van oordelen.")
    )
    support = models.CharField(_("oordeel"), max_length=10, choices=Support.choices())
    why = models.TextField(
        _("toelichting"), max_length=300, blank=True, help_text=_("Nodig als de tekst maar deels gedekt is.")
    )
    judged_by = models.CharField(_("door"), max_length=150)
    judged_on = models.DateField(_("op"))

    class Meta:
        verbose_name = _("oordeel over een tekst")
        verbose_name_plural = _("oordelen over teksten")
        ordering = ["order", "collection", "identity", "field", "digest"]
        constraints = [
            filled("judged_by", "verdict"),
            choice_constraint("support", Support, "verdict"),
            models.CheckConstraint(
                condition=~models.Q(support=Support.PARTLY, why=""),
                name="verdict_partly_says_why",
                violation_error_message=_("Zeg waarom de tekst maar deels gedekt is en toch blijft."),
            ),
            models.UniqueConstraint(
                fields=["collection", "identity", "field", "digest"],
                name="verdict_once",
                violation_error_message=_("Over deze tekst is al geoordeeld."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collection} {self.identity}, {self.field}"

    @property
    def reference(self) -> str:
        return f"{self.collection} + {self.identity} + {self.field} + {self.digest}"
