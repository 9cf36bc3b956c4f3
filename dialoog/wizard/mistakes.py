"""How the page after a redirect knows that what was sent had a mistake: a flag in its address.

A POST answers with a redirect, so that Back and Reload in a browser ask for nothing to be sent again. What was sent is
kept as a draft, and the page judges that. What a draft may not hold, an option that is not on offer, stands in the
flag: `?fout=partijen.bond`.
"""

from collections.abc import Mapping
from urllib.parse import quote

MISTAKES = "fout"

Refused = Mapping[str, list[str]]
"""By name of the field what was sent and not kept: slugs of options that its question has, and an empty text for all
else. Nothing that was typed goes into an address."""


def to_flag(refused: Refused) -> str:
    """For a query; without a value if all that was sent was kept."""
    references = ",".join(f"{name}.{slug}" for name, slugs in refused.items() for slug in slugs)
    return f"{MISTAKES}={quote(references, safe=',.')}" if references else MISTAKES


def from_flag(value: str) -> Refused:
    """Anybody can write an address: names and slugs are for the form to refuse."""
    refused: dict[str, list[str]] = {}
    for reference in filter(None, value.split(",")):
        name, _dot, slug = reference.partition(".")
        refused.setdefault(name, []).append(slug)
    return refused
