"""Passwords that are the name of their owner, however often and with whatever behind it."""

import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialoog.staff.access import journal

SHORTEST_NAME = 2
"""Letters; one letter is in every password."""
LEFT = 8
"""Letters and digits that must be left when all names are taken out."""


class OwnNameValidator:
    """Refuses `janjanjanjan` and `jan-jan-2026` for `jan`, which look unlike the name to Django's own."""

    def validate(self, password: str, user: Any = None) -> None:
        rest = plain = _plain(password)
        for name in sorted(_names(user), key=len, reverse=True):
            rest = rest.replace(name, "")
        if rest != plain and len(rest) < LEFT:
            raise ValidationError(self.get_help_text(), code="password_is_own_name")

    def password_changed(self, password: str, user: Any = None) -> None:
        """Django calls this after every change, whoever made it."""
        journal.note("password changed", user)

    def get_help_text(self) -> str:
        return _("Je wachtwoord mag niet bestaan uit je eigen naam, ook niet herhaald of met een getal erachter.")


def _names(user: Any) -> set[str]:
    fields = ("username", "first_name", "last_name", "email")
    texts = [str(getattr(user, field, "") or "") for field in fields]
    words = [word for text in texts for word in (text, text.partition("@")[0], *text.replace("@", " ").split())]
    return {name for name in map(_plain, words) if len(name) >= SHORTEST_NAME}


def _plain(text: str) -> str:
    """Letters and digits alone, without accents and capitals."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in parts if character.isalnum())
