"""Which code a database belongs to, and one upgrade at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

LOCK_NUMBER = 0x6469616C6F6F67
"""Of the advisory lock: "dialoog" in ASCII, which no other program on the same server takes by accident."""


class NewerDatabase(Exception):
    """The database was migrated by newer code than this; the message, in Dutch, names a migration and what to do."""


def refuse_newer(connection: BaseDatabaseWrapper) -> None:
    """Raises NewerDatabase.

    Only of apps that this code has: whatever an app that was taken out left behind harms nobody.
    """
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update((app, name) for app, name in migration.replaces)
    unknown = sorted(set(MigrationRecorder(connection).applied_migrations()) - known)
    for app, name in unknown:
        if app in loader.migrated_apps:
            raise NewerDatabase(
                f"de database is van nieuwere code ({app}.{name}). "
                "Start die, of zet de back-up van voor de update terug."
            )


@contextmanager
def one_at_a_time(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Whoever comes second waits here, and then finds the work done. A lock ends with the process that holds it."""
    if connection.vendor == "postgresql":
        with _advisory_lock(connection):
            yield
    else:
        with (Path(settings.DIALOOG_VAR) / "setup.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


@contextmanager
def _advisory_lock(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Of the session, because migrations have transactions of their own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])
