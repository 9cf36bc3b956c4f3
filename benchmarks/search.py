"""How fast the search of visitors is: the sixty written queries, and the making of its index. `make bench` runs it.

Machines differ and are shared; that of a search is the middle of all queries, each at its best of some rounds.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dialoog.settings")

from dialoog.catalogue.catalogue import Catalogue  # noqa: E402 - after the path is set
from dialoog.catalogue.reader import read_catalogue  # noqa: E402
from tests.knowledge.queries import QUERIES  # noqa: E402

ROUNDS = 5
GOAL = 5.0
"""Milliseconds."""


def main() -> None:
    import django

    django.setup()
    from dialoog.content.files.fixtures import read_fixtures

    measure(read_catalogue(read_fixtures(ROOT / "fixtures")))


def measure(catalogue: Catalogue) -> None:
    from dialoog.knowledge.search.finding import search
    from dialoog.knowledge.search.index import Index
    from dialoog.knowledge.search.showing import Results
    from dialoog.knowledge.search.synonyms import SLUG, groups_in
    from dialoog.knowledge.search.texts import entries_of
    from dialoog.knowledge.shelf import Shelf

    entries = list(entries_of(Shelf(catalogue)))
    began = time.perf_counter()
    index = Index(entries, "nl", groups_in(catalogue.page_text(SLUG).text))
    made = time.perf_counter() - began
    took = [
        best_of(lambda query=query: Results.of(index, search(index, query), query)) for query, _kind, _slug in QUERIES
    ]
    print(
        f"zoeken: {1000 * median(took):.2f} ms, hoogstens {1000 * max(took):.2f} ms (doel {GOAL:.0f} ms); "
        f"de index: {made:.2f} s, {len(index.known)} woorden"
    )


def best_of(work: Callable[[], object]) -> float:
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main()
