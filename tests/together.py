"""Several at the same moment."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
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


@contextmanager
def meanwhile(work: Callable[[int], None], workers: int) -> Iterator[None]:
    """So many threads do the work again and again, each time with another number; what was begun is done at the end."""
    numbers, enough = count(), threading.Event()

    def go_on() -> None:
        while not enough.is_set():
            work(next(numbers))

    threads = [threading.Thread(target=go_on) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()
