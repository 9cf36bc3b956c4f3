"""The words that `docs/terms.md` says are not used in English."""

import re
from pathlib import Path

from django.conf import settings

_ROW = re.compile(r"^\|(?P<dutch>[^|]*)\|(?P<english>[^|]*)\|(?P<avoided>[^|]*)\|$", re.MULTILINE)


def _column(name: str) -> list[str]:
    """Each word of it, without its head and the line below that."""
    text = (Path(settings.BASE_DIR) / "docs/terms.md").read_text(encoding="utf-8")
    rows = list(_ROW.finditer(text))[2:]
    return [word.strip() for row in rows for word in row[name].split(",") if word.strip()]


FORBIDDEN = _column("avoided")
_INSTEAD = _column("english")


def forbidden_in(text: str) -> list[str]:
    """In one number or more. A word that is part of a term, like `chain` in `supply chain`, is sound there."""
    found: list[str] = []
    for word in FORBIDDEN:
        terms = [re.escape(term) for term in _INSTEAD if word in term and word != term]
        rest = re.sub("|".join(terms), "", text, flags=re.IGNORECASE) if terms else text
        found += re.findall(rf"\b{re.escape(word)}(?:s|es)?\b", rest, re.IGNORECASE)
    return [word.lower() for word in found]
