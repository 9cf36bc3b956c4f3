"""How much there is in each of the databases that are measured side by side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    runs: int
    """Finished, with their answers, their advice and the page that was rendered of each."""
    releases: int
    versions: int
    """Of the records that there are; the deletions have their own."""
    deletions: int
    """Of records that did not come back, each with a version before it."""
    days: int
    """On which something was counted."""
    remarks: int


EMPTY = Size(runs=0, releases=0, versions=0, deletions=0, days=0, remarks=0)
"""As `setup` leaves it: one release, and one version of each record."""

PAGE = Size(runs=0, releases=50, versions=8_000, deletions=25, days=0, remarks=100)
"""As much as the first page of each list shows, so that what is compared shows the same number of lines."""

GROWN = Size(runs=100_000, releases=300, versions=49_000, deletions=1_000, days=730, remarks=5_000)

SIZES = {"empty": EMPTY, "page": PAGE, "grown": GROWN}
