"""Whether years of use make the site slower: the same work on a new site and on a grown one, in turn, in one run.

Each database has a process of its own that answers requests with Django's test client, and what is measured is the
time of the processor, there and in PostgreSQL's process for it: gunicorn and the clock would add what other programs
do meanwhile. The figure to compare between runs is the ratio. Ends with 1 when a goal is missed.

    python -m benchmarks.growth              SQLite, and then PostgreSQL of its own
    python -m benchmarks.growth sqlite       one of both; `postgres` wants DATABASE_URL
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

from benchmarks.growth.table import ROWS, Row

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("empty", "page", "grown")
MISSING = 69
"""How tests/with_postgres says that there is no PostgreSQL."""


def main(kinds: list[str]) -> int:
    if kinds:
        return measure(kinds[0])
    itself = [sys.executable, "-m", "benchmarks.growth"]
    ends = [subprocess.run([*itself, "sqlite"], cwd=ROOT).returncode]
    ends.append(subprocess.run([ROOT / "tests" / "with_postgres", *itself, "postgres"], cwd=ROOT).returncode)
    return next((end for end in ends if end not in (0, MISSING)), 0)


def measure(kind: str) -> int:
    with tempfile.TemporaryDirectory(prefix="dialoog-bench-") as folder, ExitStack() as stack:
        start = time.monotonic()
        environments = databases(kind, Path(folder))
        manage(environments["empty"], "collectstatic", "--noinput", "--verbosity=0")
        processes = {name: stack.enter_context(started(name, env)) for name, env in environments.items()}
        ready = time.monotonic()
        for process in processes.values():
            process.do("fill")
        print(f"\n{kind}: ingericht in {ready - start:.0f} s, gevuld in {time.monotonic() - ready:.0f} s", flush=True)
        for process in processes.values():
            process.do("prepare")
        print(f"{'werk':34} {'leeg':>9} {'bladzijde':>9} {'gegroeid':>9} {'keer':>6}  {'spreiding':11} {'doel':>4}")
        missed = [row.name for row in ROWS if not show(row, processes)]
    print(f"gemist: {', '.join(missed) or 'niets'}")
    return 1 if missed else 0


def show(row: Row, processes: "dict[str, Process]") -> bool:
    """Prints a line of the table; whether the goal is met."""
    times: dict[str, list[float]] = {name: [] for name in NAMES}
    for turn in range(row.rounds):
        for name in NAMES if turn % 2 else reversed(NAMES):
            times[name].append(median(1000 * processes[name].do(row.name) for _ in range(row.times)))
    middle = {name: median(of_name) for name, of_name in times.items()}
    ratios = [grown / beside for grown, beside in zip(times["grown"], times[row.beside], strict=True)]
    ratio, (low, _middle, high) = middle["grown"] / middle[row.beside], quantiles(ratios, n=4)
    is_met = ratio <= row.goal
    shown = " ".join(f"{middle[name]:9.1f}" for name in NAMES)
    beside = (
        "" if row.beside == "empty" else f"  naast een volle bladzijde; {middle['grown'] / middle['empty']:.2f} x leeg"
    )
    mark = "" if is_met else "  GEMIST"
    print(f"{row.name:34} {shown} {ratio:6.2f}  {low:.2f}-{high:.2f}   {row.goal:4}{mark}{beside}", flush=True)
    return is_met


class Process:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def do(self, name: str) -> float:
        """Seconds it took."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline() or sys.exit(f"Bij '{name}' ging het mis."))


@contextmanager
def started(name: str, env: dict[str, str]) -> Iterator[Process]:
    command = [sys.executable, "-m", "benchmarks.growth.worker", name]
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Process(process)
        finally:
            process.terminate()


def databases(kind: str, folder: Path) -> dict[str, dict[str, str]]:
    """The environment with each of them; one is set up, and the others are copies of it. Static files are shared."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("DIALOOG_", "DATABASE_"))}
    make = new_sqlite if kind == "sqlite" else new_postgres
    found: dict[str, dict[str, str]] = {}
    for name in NAMES:
        address = make(folder, name, NAMES[0] if found else None)
        found[name] = {**plain, "DIALOOG_VAR": str(folder), "DATABASE_URL": address}
        if len(found) == 1:
            manage(found[name], "setup")
    return found


def new_sqlite(folder: Path, name: str, original: str | None) -> str:
    path = folder / f"{name}.sqlite3"
    if original:
        with sqlite3.connect(folder / f"{original}.sqlite3") as connection:
            connection.execute("VACUUM INTO ?", [str(path)])
    return f"sqlite:///{path}"


def new_postgres(_folder: Path, name: str, original: str | None) -> str:
    """Beside the one of DATABASE_URL, on the same server."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    parts = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(parts._replace(scheme="postgresql").geturl(), autocommit=True) as connection:
        template = SQL("TEMPLATE {}").format(Identifier(f"growth_{original}")) if original else SQL("")
        connection.execute(SQL("CREATE DATABASE {} {}").format(Identifier(f"growth_{name}"), template))
    return parts._replace(path=f"/growth_{name}").geturl()


def manage(env: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
