"""Whether figures grew, with what is allowed.

Memory in the first fifth against the last, under load; what is opened and closed again at rest before it against at
rest after it, since somebody may wait for a PDF in every sample.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median

from benchmarks.soak.samples import OPEN, Sample

SECONDS_PER_HOUR = 3600
MEMORY_SHARE, MEMORY_MB = 0.05, 4.0
"""Memory may end five percent above where it began, or four MB: a process that has done all kinds of work once still
fills some blocks that it has, and remembers of up to 4,096 runs whether there is news."""
SPARE = 3.0
"""Files and connections: one for each worker. SQLite closes a file only when no connection of its process holds a lock
on it, and till then keeps it for the next one that opens it."""
WAL_MB = 16.0
"""SQLite writes on in its log while somebody reads, and begins at its start again when nobody does."""


@dataclass(frozen=True)
class Measure:
    name: str
    label: str
    level: Callable[[Sequence[float]], float] | None = None
    """What stands for a fifth; None: it counts at rest."""
    share: float = 0.0
    spare: float | None = SPARE
    """What it may grow by, when that is more than the share; None: it is shown and not judged."""


MEASURES = (
    Measure("pss", "geheugen, alles (PSS, MB)", median, MEMORY_SHARE, MEMORY_MB),
    Measure("pss master", "  master (PSS, MB)", median, MEMORY_SHARE, MEMORY_MB),
    Measure("pss workers", "  workers (PSS, MB)", median, MEMORY_SHARE, MEMORY_MB),
    Measure("pss forkserver", "  forkserver (PSS, MB)", median, MEMORY_SHARE, MEMORY_MB),
    Measure("rss master", "  master (RSS, MB)", median, spare=None),
    Measure("rss workers", "  workers (RSS, MB)", median, spare=None),
    Measure("rss forkserver", "  forkserver (RSS, MB)", median, spare=None),
    Measure("processen", "processen", spare=0.0),
    Measure("bestanden open", "open bestanden"),
    Measure("sockets", "sockets"),
    Measure("database", "verbindingen met de database"),
    Measure("bestanden var", "bestanden in DIALOOG_VAR"),
    Measure("bestanden tmp", "bestanden in TMPDIR"),
    Measure("wal", "log van SQLite (MB)", max, spare=WAL_MB),
)


@dataclass(frozen=True)
class Growth:
    measure: Measure
    first: float
    last: float
    per_hour: float
    """By the line that fits all samples best."""

    @property
    def allowed(self) -> float | None:
        """What it may be at most at the end."""
        measure = self.measure
        return None if measure.spare is None else self.first + max(measure.share * self.first, measure.spare)

    @property
    def is_growing(self) -> bool:
        return self.allowed is not None and self.last > self.allowed


def growth_of(measure: Measure, samples: Sequence[Sample], rests: tuple[Sample, Sample], seconds: float) -> Growth:
    """Of at least five samples, one each so many seconds, and those at rest. What is missing counts as zero."""
    values = [sample.get(measure.name, 0.0) for sample in samples]
    slope = linear_regression([seconds * number for number in range(len(values))], values).slope
    if measure.level is None:
        first, last = (rest.get(measure.name, 0.0) for rest in rests)
    else:
        fifth = len(values) // 5
        first, last = measure.level(values[:fifth]), measure.level(values[-fifth:])
    return Growth(measure, first, last, slope * SECONDS_PER_HOUR)


def opened(rests: tuple[Sample, Sample]) -> list[tuple[str, float, float]]:
    """Kinds of open files of which there are more at the end: where to look when they grow."""
    before, after = rests
    kinds = sorted(name for name in after if name.startswith(OPEN))
    return [(name, before.get(name, 0.0), after[name]) for name in kinds if after[name] > before.get(name, 0.0)]
