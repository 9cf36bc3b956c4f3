"""Every address of the site, as the URL resolver knows them: nobody has to remember to add a new one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.apps import apps
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize
from django.utils.translation import override

from dialoog.languages.active import all_languages
from dialoog.languages.catalogues import SOURCE_LANGUAGE

PLACE = re.compile(r"<(?:[a-z]+:)?(\w+)>")
"""A part of an address that differs, as `path()` writes it."""


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    parameters: tuple[str, ...]
    language: str = SOURCE_LANGUAGE

    def __str__(self) -> str:
        return f"{self.name} /{self.route}"

    @property
    def room(self) -> str:
        """Which part of the site it belongs to; pages of records in the admin go by the kind of record."""
        first, _, rest = self.name.partition(":")
        return rest.rpartition("_")[0] if first == "admin" and self.model else first

    @property
    def model(self) -> type[Model] | None:
        """Of a page of the admin for one kind of record."""
        found = re.match(r"beheer/(content|insight|auth)/([a-z]+)/", self.route)
        return apps.get_model(found[1], found[2]) if found else None

    def filled(self, values: dict[str, bytes], safe: str = "") -> str:
        """The path with its parts in their places, written as a browser writes them; `safe` is left as it is."""
        return "/" + PLACE.sub(lambda place: quote(values[place[1]], safe=safe), self.route)


def every_address() -> list[Address]:
    """Those of visitors in every language; what has one address is in the source language, which comes first."""
    found: dict[str, Address] = {}
    for language in all_languages():
        with override(language):
            for address in _walk(get_resolver(), "", ""):
                found.setdefault(str(address), replace(address, language=language))
    return sorted(found.values(), key=lambda address: (address.route, address.name))


def _walk(resolver: URLResolver, before: str, space: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + _route(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name or ''}", route, tuple(PLACE.findall(route)))


def _route(pattern: str) -> str:
    """What `re_path()` says in the words of `path()`."""
    if not pattern.startswith("^") and "(?P" not in pattern:
        return pattern
    ((form, names),) = normalize(pattern)
    return form % {name: f"<{name}>" for name in names}
