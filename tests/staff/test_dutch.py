"""Django speaks the Dutch of this site to staff: je-form, and roles are called roles."""

import gettext
import re
from pathlib import Path

import django
import pytest
from django.utils.translation import gettext as translated
from django.utils.translation import ngettext, override

DJANGO = Path(django.__file__).parent
APPS = ("contrib/admin", "contrib/auth")
FORMAL = re.compile(r"\b([Uu]w|[Uu])\b")


def messages(app: str) -> list[str]:
    """All that an app of Django can say, in the English that its code has."""
    with (DJANGO / app / "locale/nl/LC_MESSAGES/django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return [key for key in catalogue if isinstance(key, str) and key and "\x04" not in key]


@pytest.mark.parametrize("app", APPS)
def test_nobody_is_called_u(app: str) -> None:
    with override("nl"):
        formal = {message: translated(message) for message in messages(app) if FORMAL.search(translated(message))}

    assert len(messages(app)) > 50
    assert formal == {}


def test_a_message_about_a_record_has_no_article_that_can_be_wrong() -> None:
    with override("nl"):
        said = translated("The {name} “{obj}” was changed successfully.")

    assert said.format(name="praktijkvoorbeeld", obj="Pakistan") == "‘Pakistan’ is bewaard (praktijkvoorbeeld)."


def test_groups_are_called_roles() -> None:
    with override("nl"):
        assert (translated("group"), translated("groups")) == ("rol", "rollen")


def test_passwords_are_judged_in_dutch() -> None:
    with override("nl"):
        said = ngettext(
            "Your password must contain at least %(min_length)d character.",
            "Your password must contain at least %(min_length)d characters.",
            12,
        )

    assert said % {"min_length": 12} == "Je wachtwoord moet minstens 12 tekens lang zijn."
