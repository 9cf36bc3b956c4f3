"""What a web server does with the database before the first visitor comes."""

import logging

from django.conf import settings
from django.db import connection, connections

from dialoog.database.private import keep_private
from dialoog.database.upgrading import NewerDatabase, refuse_newer
from dialoog.database.waiting import limited_options
from dialoog.environment import stop
from dialoog.errors import TROUBLE

logger = logging.getLogger(__name__)


def prepare_for_visitors() -> None:
    """Limits on waiting, files for the owner's eyes alone, and no start on a database that newer code migrated.

    A database that is away is no reason not to start: it may be back before the first visitor.
    """
    limit_waiting()
    keep_private()
    try:
        refuse_newer(connection)
    except NewerDatabase as error:
        stop(str(error))
    except TROUBLE as error:
        logger.warning("the database did not answer at the start", exc_info=error)


def limit_waiting() -> None:
    """For every connection that this process makes from now on; a command never calls this."""
    for name, database in connections.settings.items():
        connections[name].close()
        database["OPTIONS"] = limited_options(
            database["ENGINE"],
            database["OPTIONS"],
            settings.DIALOOG_LOCK_TIMEOUT,
            settings.DIALOOG_STATEMENT_TIMEOUT,
        )
