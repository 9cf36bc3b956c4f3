"""A translation is typed below its Dutch text."""

from typing import Any

from django.contrib.admin.widgets import AdminTextareaWidget

from dialoog.content.translations.standing import Standing

CHARACTERS_PER_ROW = 70
FEWEST_ROWS, MOST_ROWS = 2, 12


class BesideDutch(AdminTextareaWidget):
    """Without a Dutch text it says that there is none any more."""

    template_name = "content/translating/beside_dutch.html"
    standing: Standing | None = None

    def beside(self, standing: Standing, language: str) -> None:
        rows = len(standing.text.place.text) // CHARACTERS_PER_ROW + 1
        self.standing = standing
        self.attrs |= {"rows": min(max(rows, FEWEST_ROWS), MOST_ROWS), "lang": language}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "standing": self.standing}
