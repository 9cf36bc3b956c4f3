"""What stands twice in a rule counts twice, and nobody means that."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _


def refuse_repeats(rows: Iterable[Any], name: str) -> None:
    """An error at each row whose choice in this field a row before it has made."""
    seen = set()
    for form in rows:
        chosen = getattr(form, "cleaned_data", {}).get(name)
        if chosen is None:
            continue
        if chosen.pk in seen:
            form.add_error(name, _("Dit staat al in deze regel. Kies iets anders, of maak deze rij leeg."))
        seen.add(chosen.pk)
