"""A process on one database, which does what it is told: `worker EMPTY|PAGE|GROWN`, then lines of standard input.

`fill` fills its database, `prepare` makes all works ready; the name of a work does it once. Each is answered with a
line: the seconds it took of the processor, here and in the database's server.
"""

import gc
import logging
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")


def main(size: str) -> None:
    import django

    django.setup()
    logging.disable()  # requests that are slow because the machine is busy
    works = {}
    for line in sys.stdin:
        name = line.strip()
        if name == "fill":
            answer = seconds(lambda: fill_with(size))
        elif name == "prepare":
            works = prepared()
            answer = 0.0
        else:
            works[name].before()
            answer = seconds(works[name].work)
        print(answer, flush=True)


def fill_with(size: str) -> None:
    from benchmarks.growth.filling import fill
    from benchmarks.growth.sizes import SIZES
    from benchmarks.growth.works import walking

    with walking():
        fill(SIZES[size])


def prepared() -> dict:  # type: ignore[type-arg]
    from benchmarks.growth.works import prepare

    works = prepare()
    for work in works.values():  # what is done once in a process is not what is measured
        work.before()
        work.work()
    gc.collect()
    gc.freeze()
    return works


def seconds(work: Callable[[], object]) -> float:
    start = used()
    work()
    return used() - start


def used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime + of_server()


def of_server() -> float:
    """Of the process in which PostgreSQL serves this one; Linux says it to the nanosecond."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    scheduled = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    return int(scheduled.split()[0]) / 1e9


if __name__ == "__main__":
    main(sys.argv[1])
