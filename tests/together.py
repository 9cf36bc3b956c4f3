"""Several at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """What each of the works gives, or the exception that it ended with; each in a thread and connection of its own."""

    def apart(one: Callable[[], Any]) -> Any:
        try:
            return one()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(apart, work))
