"""Names in a row that stands in a sentence, no longer than one reads at once."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dialoog.languages.enumeration import enumerated

NAMES = 3
"""Of more it is said how many they are."""


def in_a_short_row(names: Sequence[str]) -> str:
    if len(names) > NAMES:
        return _("%(named)s en nog %(more)d") % {"named": "; ".join(names[:NAMES]), "more": len(names) - NAMES}
    return enumerated(names, "; ")
