"""What a database leaves on the disk of rows that were deleted."""

from django.db import connection


def erase_remnants() -> bool:
    """Empty the log that SQLite writes ahead; whether it could. Without this, old rows stay in it for long.

    The database itself overwrites what is deleted (secure_delete, in the settings). PostgreSQL looks after its own.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    with connection.cursor() as cursor:
        is_busy, _in_log, _carried_over = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy
