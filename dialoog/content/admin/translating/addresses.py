"""Where a text is translated."""

from urllib.parse import urlencode

from django.urls import reverse

from dialoog.catalogue.document import Key
from dialoog.content.models import Translation
from dialoog.content.translations.desk import Desk

ROWS = "texts"
"""What the rows of a translation are called on its form."""


class Forms:
    """Of the translations of one record in one language: the one that is there, or the one for a new translation."""

    def __init__(self, language: str, key: Key) -> None:
        self.about = {"language": language, "collection": key.collection, "identity": key.identity}
        self.translation = Translation.objects.filter(**self.about).first()
        self.desk = Desk.of(self.translation, key)

    def address(self, path: str = "") -> str:
        """At one text, where it has a place on the form."""
        number = self.desk.number_of(path)
        place = f"#{ROWS}-{number}" if number is not None else ""
        if self.translation:
            return reverse("admin:content_translation_change", args=[self.translation.pk]) + place
        return f"{reverse('admin:content_translation_add')}?{urlencode(self.about)}{place}"
