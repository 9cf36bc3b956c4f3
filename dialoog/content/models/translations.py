"""What visitors read in another language: a layer over the content, record by record."""

from django.apps import apps
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.content.models.base import Ordered, filled
from dialoog.content.models.versions import Kept
from dialoog.languages.names import dutch_name


class Translation(Kept, Ordered):
    """The texts of one record in one language."""

    language = models.CharField(
        _("taal"),
        max_length=8,
        validators=[RegexValidator(r"^[a-z]{2,3}(-[a-z0-9]+)*$", _("Een taal is een code, zoals en of fr."))],
    )
    collection = models.CharField(_("soort"), max_length=40, help_text=_("Van welke soort inhoud de teksten zijn."))
    identity = models.CharField(
        _("record"), max_length=130, blank=True, help_text=_("De code of sleutel van het record.")
    )

    class Meta:
        verbose_name = _("vertaling")
        verbose_name_plural = _("vertalingen")
        ordering = ["order", "language", "collection", "identity"]
        constraints = [
            filled("language", "translation"),
            filled("collection", "translation"),
            models.UniqueConstraint(
                fields=["language", "collection", "identity"],
                name="translation_once",
                violation_error_message=_("Van dit record is er al een vertaling in deze taal."),
            ),
        ]

    def __str__(self) -> str:
        return f"{dutch_name(self.language)}: {self.kind} ‘{self.identity}’"

    @property
    def kind(self) -> str:
        """What editors call the record: a collection is the plural of its model's name."""
        try:
            model = apps.get_model("content", self.collection.removesuffix("s").replace("_", ""))
        except LookupError:
            return self.collection
        return str(model._meta.verbose_name)

    @property
    def reference(self) -> str:
        return f"{self.language} + {self.collection} + {self.identity}"


class TranslatedText(models.Model):
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="texts")
    path = models.CharField(
        _("plaats"), max_length=200, help_text=_("Het veld; in een rij van het record met die rij: options/krap/help.")
    )
    source = models.TextField(
        _("Nederlands"),
        help_text=_("De tekst waar de vertaling van gemaakt is. Is die nu anders, dan is de vertaling verouderd."),
    )
    text = models.TextField(_("vertaling"), blank=True, help_text=_("Leeg: bezoekers lezen het Nederlands."))

    class Meta:
        verbose_name = _("vertaalde tekst")
        verbose_name_plural = _("vertaalde teksten")
        ordering = ["pk"]
        constraints = [
            filled("source", "translatedtext"),
            models.UniqueConstraint(
                fields=["translation", "path"],
                name="translatedtext_once",
                violation_error_message=_("Deze plaats staat hier al."),
            ),
        ]

    def __str__(self) -> str:
        return self.path
