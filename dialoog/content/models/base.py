"""What content models have in common: a slug as key, an order, and places in the source."""

from typing import Any

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Basis

SLUG = RegexValidator(r"^[a-z][a-z0-9_]*$", _("Gebruik kleine letters, cijfers en liggende streepjes."))


BASIS_HELP = _("Hoe stevig het SER-document hierachter staat. Staat in het advies bij de tekst.")


class Ordered(models.Model):
    order = models.PositiveIntegerField(
        _("volgorde"),
        default=0,
        db_index=True,
        help_text=_("Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt."),
    )

    class Meta:
        abstract = True


class Slugged(models.Model):
    slug = models.CharField(
        _("sleutel"),
        max_length=60,
        unique=True,
        validators=[SLUG],
        help_text=_("Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet."),
    )

    class Meta:
        abstract = True

    @property
    def reference(self) -> str:
        """How a document refers to this record."""
        return self.slug


class Sourced(models.Model):
    facts = models.ManyToManyField(
        "content.Fact",
        verbose_name=_("bronverwijzingen"),
        blank=True,
        help_text=_("De plaatsen in het SER-document waar dit op steunt."),
    )

    class Meta:
        abstract = True


BASIS_NAME = _("grond")


def basis_field(verbose_name: Any = BASIS_NAME) -> Any:
    return models.CharField(
        verbose_name, max_length=20, choices=Basis.choices(), default=Basis.ADVICE, help_text=BASIS_HELP
    )


class Based(Sourced):
    """A text of which is known how firmly the source stands behind it."""

    basis = basis_field()

    class Meta:
        abstract = True


class WebAddressField(models.URLField):
    """An address of a page. One that is typed without a scheme is taken for HTTPS."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **kwargs})


def choice_constraint(field: str, vocabulary: Any, model: str, *, blank: bool = False) -> models.CheckConstraint:
    """Only members of a fixed list, kept by the database too."""
    values = [value for value, _label in vocabulary.choices()] + ([""] if blank else [])
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}),
        name=f"{model}_{field}_known",
        violation_error_message=_("Kies een waarde uit de lijst."),
    )


def filled(field: str, model: str) -> models.CheckConstraint:
    """A text that may not be empty, kept by the database too."""
    return models.CheckConstraint(
        condition=~models.Q(**{field: ""}),
        name=f"{model}_{field}_filled",
        violation_error_message=_("Vul een tekst in."),
    )
