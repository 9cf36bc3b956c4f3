"""Drives the real server for SOAK_MINUTES at half of what it can do, and says whether it grew. Ends with 1 if it did.

    make soak                          # on SQLite
    make soak ON=tests/with_postgres   # on a PostgreSQL of its own

A sample each ten seconds, the first after every page of staff and two minutes of work, at full and then at half speed:
what is loaded only when it is needed is there by then. The rate counts the visitors' own work on this machine, too.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.soak.growth import MEASURES, Growth, growth_of, opened
from benchmarks.soak.load import Load
from benchmarks.soak.samples import Sample, take_sample
from benchmarks.soak.site import Site, served

MINUTES = 20.0
FULL_SECONDS, WARM_UP_SECONDS = 60.0, 60.0
EVERY = 10.0
"""Seconds between two samples."""
FEWEST = 10
"""Samples of which something can be said."""
REST_SECONDS = 5.0


@dataclass(frozen=True)
class Soaked:
    samples: list[Sample]
    """Under load, one EVERY so many seconds."""
    rests: tuple[Sample, Sample]
    """Before and after that, when nobody asks anything."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=float(os.environ.get("SOAK_MINUTES", MINUTES)))
    parser.add_argument("--port", type=int, default=0, help="waarop de site luistert; anders een die vrij is")
    asked = parser.parse_args()
    count = int(60 * asked.minutes / EVERY)
    if count < FEWEST:
        parser.error(f"minstens {FEWEST * EVERY / 60:.1f} minuten")
    with tempfile.TemporaryDirectory(prefix="dialoog-soak-") as folder, served(Path(folder), asked.port) as site:
        load = Load(site)
        soaked = soak(site, load, count)
        lines = site.log.read_text(errors="replace").splitlines()
    return told(load, soaked, [line for line in lines if "INFO" not in line])


def soak(site: Site, load: Load, count: int) -> Soaked:
    load.warm_up()
    rate, requests = load.measure(FULL_SECONDS)
    print(f"Op volle kracht: {rate:.2f} adviezen/s, {requests:.0f} verzoeken/s. Nu de helft.", flush=True)
    half = max(rate, 0.1) / 2
    with driven(load, half):
        time.sleep(WARM_UP_SECONDS)
    before, samples = at_rest(site), []
    with driven(load, half):
        begun = time.monotonic()
        for number in range(1, count + 1):
            time.sleep(max(0.0, begun + number * EVERY - time.monotonic()))
            samples.append(take_sample(site))
    return Soaked(samples, (before, at_rest(site)))


@contextmanager
def driven(load: Load, rate: float) -> Iterator[None]:
    """Meanwhile; whoever began is done when it ends."""
    ended = threading.Event()
    driver = threading.Thread(target=load.drive, args=(rate, ended))
    driver.start()
    try:
        yield
    finally:
        ended.set()
        driver.join()


def at_rest(site: Site) -> Sample:
    time.sleep(REST_SECONDS)
    return take_sample(site)


def told(load: Load, soaked: Soaked, log: list[str]) -> int:
    """Prints the table and the verdict; the exit status."""
    growths = [growth_of(measure, soaked.samples, soaked.rests, EVERY) for measure in MEASURES]
    print(f"{'':<34}{'begin':>9}{'eind':>9}{'per uur':>9}{'hoogstens':>11}")
    for growth in growths:
        print(line_of(growth))
    for name, before, after in opened(soaked.rests):
        print(f"  {name}: {before:.0f}, later {after:.0f}")
    print(
        f"{load.journeys} adviezen, {load.pdfs} pdf's, {load.requests} verzoeken, {load.errors.total()} fouten, "
        f"{len(log)} regels in het log"
    )
    for text, times in load.errors.most_common(10):
        print(f"  {times} keer {text}")
    for line in log[:5]:
        print(f"  log: {line[:200]}")
    growing = [growth.measure.label.strip() for growth in growths if growth.is_growing]
    print(f"Groeit: {', '.join(growing)}." if growing else "Er groeit niets.")
    return int(bool(growing or load.errors))


def line_of(growth: Growth) -> str:
    allowed = "" if growth.allowed is None else f"{growth.allowed:.1f}"
    mark = "  GROEIT" if growth.is_growing else ""
    name = growth.measure.label
    return f"{name:<34}{growth.first:>9.1f}{growth.last:>9.1f}{growth.per_hour:>+9.1f}{allowed:>11}{mark}"


if __name__ == "__main__":
    sys.exit(main())
