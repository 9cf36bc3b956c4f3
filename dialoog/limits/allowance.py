"""How often one address may do something. Counted in the transaction that is there anyway, for all servers together."""

import base64
import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self, TypeVar

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from dialoog.addresses import address_of
from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.errors import TooMany

WINDOW = timedelta(minutes=10)
ALL = "*"
"""In the place of an address: all of them together."""

logger = logging.getLogger(__name__)
T = TypeVar("T")


class Kind(Vocabulary):
    BEGIN = "begin", "Beginnen"
    SAVE = "save", "Een stap bewaren"
    PDF = "pdf", "Een pdf maken"
    OPINION = "opinion", "Een mening geven"
    CODE = "code", "Een verkeerde deelcode"
    CODE_IN_ALL = "code_in_all", "Een verkeerde deelcode, van alle adressen samen"


class CountFailed(Exception):
    """The count is in trouble, which is no reason to refuse anybody."""


@dataclass(frozen=True)
class Allowance:
    """What one address still may."""

    kind: Kind
    address: str
    """Empty for whoever is not counted: a command, a preview, somebody without an address."""

    @classmethod
    def of(cls, request: HttpRequest, kind: Kind) -> Self:
        return cls(kind, address_of(request))

    @classmethod
    def of_all(cls, kind: Kind) -> Self:
        """What all addresses may together, also those that are not known."""
        return cls(kind, ALL)

    def counted(self, work: Callable[[], T]) -> T:
        """What the work gives, done in one transaction in which it is counted; what it raises is not counted.

        Raises TooMany, and then nothing was done or written.
        """
        if self.address:
            try:
                with transaction.atomic():
                    self._count()
                    return work()
            except CountFailed as error:
                logger.warning("somebody was let through uncounted", exc_info=error)
        with transaction.atomic():
            return work()

    def spend(self) -> None:
        """Count what takes long, before it is done: it has cost as much when it fails. Raises TooMany."""
        self.counted(lambda: None)

    @property
    def _most(self) -> int:
        return int(settings.DIALOOG_LIMITS[self.kind])

    def _count(self) -> None:
        try:
            self.count()
        except DatabaseError as error:
            raise CountFailed from error

    def count(self) -> None:
        """In the transaction that is open, for who is not let through uncounted. Raises TooMany or DatabaseError.

        One statement, which finds nothing to change where the limit is reached.
        """
        if not self.address:
            return
        name, ends_at = self._row()
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO limits_tally (name, number, ends_at) VALUES (%s, 1, %s)"
                " ON CONFLICT (name) DO UPDATE SET number = limits_tally.number + 1"
                " WHERE limits_tally.number < %s RETURNING number",
                [name, connection.ops.adapt_datetimefield_value(ends_at), self._most],
            )
            is_counted = cursor.fetchone()
        if not is_counted:
            raise TooMany(_seconds_until(ends_at))

    def _row(self) -> tuple[str, datetime]:
        """Name and end of this window's row. The key is another each day, and is kept nowhere."""
        start = int(timezone.now().timestamp() // WINDOW.total_seconds() * WINDOW.total_seconds())
        begins_at = datetime.fromtimestamp(start, UTC)
        key = hmac.digest(settings.SECRET_KEY.encode(), f"grenzen {begins_at.date()}".encode(), "sha256")
        digest = hmac.digest(key, f"{self.kind} {start} {self.address}".encode(), "sha256")
        return base64.urlsafe_b64encode(digest).decode().rstrip("="), begins_at + WINDOW


UNCOUNTED = Allowance(Kind.SAVE, "")


def _seconds_until(moment: datetime) -> int:
    return max(1, int((moment - timezone.now()).total_seconds()) + 1)
