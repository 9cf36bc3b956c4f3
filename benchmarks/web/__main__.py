"""Prints a table: each row one kind of work, our answers a second as a ratio to those of the other side.

Both run on this machine with the same server settings and the same database settings, in turn: what the machine does
besides changes both. `make bench` runs it; a quiet machine gives figures that are worth keeping.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.web.journeys import Journeys, ours, stock
from benchmarks.web.load import rate
from benchmarks.web.servers import our_site, stock_site
from benchmarks.web.visitor import Request

ROUNDS = 3


@dataclass(frozen=True)
class Row:
    name: str
    goal: float
    ours: list[Request]
    others: list[Request]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        here, there = Path(folder) / "ours", Path(folder) / "stock"
        here.mkdir()
        there.mkdir()
        with our_site(here) as our_address:
            mine = ours(our_address)
            with stock_site(there, [mine.pdf_size]) as stock_address:
                rows = list(rows_of(mine, stock(stock_address)))
                print(f"{'werk':<44}{'wij':>8}{'ander':>8}{'keer':>7}  {'spreiding':<13}{'doel':>5}")
                for row in rows:
                    print_row(row, our_address, stock_address)


def rows_of(mine: Journeys, theirs: Journeys) -> list[Row]:
    def page(size: int) -> list[Request]:
        return [Request("GET", f"/pagina/{size}/")]

    return [
        Row("laatste stap versturen / kale wizard", 2, mine.post_last, theirs.post_last),
        Row("laatste stap openen / kale wizard", 1.5, mine.get_last, theirs.get_last),
        Row("eerste stap versturen / kale wizard", 1.5, mine.post_first, theirs.post_first),
        Row("eerste stap openen / kale wizard", 1.5, mine.get_first, theirs.get_first),
        Row("startpagina / kale pagina na een query", 0.7, mine.home, page(mine.home_size)),
        Row("kennispagina / kale pagina na een query", 0.7, mine.knowledge, page(mine.knowledge_size)),
        Row("rapport / kale pagina na een query", 0.7, mine.report, page(mine.report_size)),
        Row("pdf, tweede keer / bestand", 0.5, mine.pdf, [Request("GET", f"/static/{mine.pdf_size}.pdf")]),
    ]


def print_row(row: Row, our_address: str, stock_address: str) -> None:
    pairs = [(rate(our_address, row.ours), rate(stock_address, row.others)) for _round in range(ROUNDS)]
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    mine, theirs = (median(side) for side in zip(*pairs, strict=True))
    spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
    print(f"{row.name:<44}{mine:>8.0f}{theirs:>8.0f}{median(ratios):>7.2f}  {spread:<13}{row.goal:>5}", flush=True)


if __name__ == "__main__":
    main()
