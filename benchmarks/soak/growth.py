"""Whether figures grew: their first fifth against their last fifth, with what is allowed between the two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median

from benchmarks.soak.samples import Sample

SECONDS_PER_HOUR = 3600
MEMORY_SHARE, MEMORY_MB = 0.05, 4.0
"""Memory may end five percent above where it began, or four MB: a process that has done all kinds of work once still
fills some blocks that it has, and remembers of up to 4,096 runs whether there is news."""
SPARE = 2.0
"""Files and connections at their lowest, of things that happened to go on in every sample of a fifth."""
WAL_MB = 16.0
"""SQLite writes on in its log while somebody reads, and begins at its start again when nobody does."""


@dataclass(frozen=True)
class Measure:
    name: str
    label: str
    level: Callable[[Sequence[float]], float]
    """What stands for a fifth: the middle of what moves by itself, the lowest of what is opened and closed again."""
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
    Measure("processen", "processen", min, spare=0.0),
    Measure("bestanden open", "open bestanden", min),
    Measure("sockets", "sockets", min),
    Measure("database", "verbindingen met de database", min),
    Measure("bestanden var", "bestanden in DIALOOG_VAR", min),
    Measure("bestanden tmp", "bestanden in TMPDIR", min),
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


def growth_of(measure: Measure, samples: Sequence[Sample], seconds: float) -> Growth:
    """Of at least five samples, one each so many seconds. A figure that is missing counts as zero."""
    values = [sample.get(measure.name, 0.0) for sample in samples]
    fifth = len(values) // 5
    slope = linear_regression([seconds * number for number in range(len(values))], values).slope
    return Growth(measure, measure.level(values[:fifth]), measure.level(values[-fifth:]), slope * SECONDS_PER_HOUR)
