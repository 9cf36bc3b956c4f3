"""What a browser compares: pointers to reports, in a signed cookie of the visitor, and nowhere on the server.

A set for each report that was compared from, and one of the page that belongs to no report. In the set of a variant
stands what it came from, so that one click compares the two.
"""

from typing import Self

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from dialoog.compare.pointing import Pointer

COLUMNS = 4
"""Reports in one table."""
SETS = 6
"""The oldest goes, so that all fit in a cookie."""
SECONDS = 24 * 60 * 60
"""After that a browser that never closes has forgotten as well."""
_SALT = "dialoog.compare"


class Tray:
    def __init__(self, sets: dict[str, list[Pointer]]) -> None:
        self.sets = sets

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """What is no cookie of ours is none."""
        try:
            text = request.COOKIES.get(settings.DIALOOG_COMPARE_COOKIE, "")
            written = signing.loads(text, salt=_SALT, max_age=SECONDS)
            return cls({base: list(map(Pointer.read, pointers)) for base, pointers in written.items()})
        except (signing.BadSignature, ValueError, AttributeError, KeyError, TypeError):
            return cls({})

    def beside(self, base: Pointer | None) -> list[Pointer]:
        """What is compared with a report; without one, all that is compared."""
        return list(self.sets.get(_key(base), []))

    def put(self, base: Pointer | None, pointers: list[Pointer]) -> None:
        """In the place of what was there; the newest set stands last."""
        self.sets.pop(_key(base), None)
        if pointers:
            self.sets[_key(base)] = pointers[: room_beside(base)]

    def begin_variant(self, origin: Pointer, variant: Pointer) -> None:
        """Compare it with what it came from and the latest variants of that, and what it came from with this one."""
        others = self.beside(origin)[1 - room_beside(origin) :]
        self.put(origin, [*others, variant])
        self.put(variant, [origin, *others])

    def keep(self, response: HttpResponse) -> None:
        """Until the browser closes."""
        kept = dict(list(self.sets.items())[-SETS:])
        value = {base: list(map(str, pointers)) for base, pointers in kept.items()}
        response.set_cookie(
            settings.DIALOOG_COMPARE_COOKIE,
            signing.dumps(value, salt=_SALT, compress=True),
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def room_beside(base: Pointer | None) -> int:
    return COLUMNS - 1 if base else COLUMNS


def _key(base: Pointer | None) -> str:
    return str(base) if base else ""
