"""The source: places in the SER document."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dialoog.content.models.base import Ordered, filled
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
