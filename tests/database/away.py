"""A database that is really away: another address, at which nobody answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections

from tests.together import at_once

NOWHERE = {
    "sqlite3": {"NAME": "/dev/null/dialoog.sqlite3"},
    "postgresql": {"HOST": "127.0.0.1", "PORT": "1", "OPTIONS": {}},
}


@contextmanager
def database_away() -> Iterator[None]:
    """For every connection that is opened meanwhile; threads of `apart` open their own."""
    database = connections.settings["default"]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in NOWHERE[database["ENGINE"].rpartition(".")[2]].items():
            patch.setitem(database, name, value)
        yield


def apart(work: Callable[[], Any]) -> Any:
    """What the work gives, in a thread and a connection of its own."""
    return at_once(work)[0]
