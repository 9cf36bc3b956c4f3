"""What a running site holds at one moment: memory, open files, sockets, connections, files on the disk."""

import os
import re
from contextlib import suppress
from pathlib import Path

import psycopg

from benchmarks.soak.site import Site

Sample = dict[str, float]
"""A figure for each name; see `growth.py` for the names."""
OPEN = "open "
"""Before the name of an open file, with # for its numbers: how many of that kind there are."""
KB_PER_MB = 1024


def take_sample(site: Site) -> Sample:
    sample: Sample = {"pss": 0.0, "bestanden open": 0.0, "sockets": 0.0, "database": 0.0}
    roles = roles_of(site.pid)
    for pid, role in roles.items():
        with suppress(OSError):  # it ended meanwhile
            pss, rss = memory_of(pid)
            files = open_files(pid)
            sockets = sum(name.startswith("socket:") for name in files)
            sample["pss"] += pss
            sample["bestanden open"] += len(files) - sockets
            sample["sockets"] += sockets
            sample["database"] += sum(name.endswith(".sqlite3") for name in files)
            for name in files:
                kind = OPEN + re.sub(r"\d+", "#", name.rpartition("/")[2])
                sample[kind] = sample.get(kind, 0.0) + 1
            for name, value in ((f"pss {role}", pss), (f"rss {role}", rss)):
                sample[name] = sample.get(name, 0.0) + value
    sample["processen"] = len(roles)
    if os.environ.get("DATABASE_URL"):
        sample["database"] = connections(os.environ["DATABASE_URL"])
    sample["bestanden var"] = count_files(site.var)
    sample["bestanden tmp"] = count_files(site.scratch)
    sample["wal"] = sum(file.stat().st_size for file in site.var.glob("*-wal")) / KB_PER_MB**2
    return sample


def roles_of(master: int) -> dict[int, str]:
    """Without what makes one PDF, which is there for a second."""
    roles = {master: "master"}
    for pid in children(master):
        command = Path(f"/proc/{pid}/cmdline").read_bytes() if Path(f"/proc/{pid}").exists() else b""
        if b"forkserver" in command:
            roles[pid] = "forkserver"
        elif command and b"multiprocessing" not in command:
            roles[pid] = "workers"
    return roles


def children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def memory_of(pid: int) -> tuple[float, float]:
    """PSS and RSS in MB. Of pages that processes share, each has its share in PSS."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    found = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
    return found["Pss"] / KB_PER_MB, found["Rss"] / KB_PER_MB


def open_files(pid: int) -> list[str]:
    """What each file descriptor leads to."""
    names = []
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            names.append(str(descriptor.readlink()))
    return names


def connections(url: str) -> float:
    with psycopg.connect(url) as database:
        others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        row = database.execute(f"SELECT count(*) FROM pg_stat_activity WHERE {others}").fetchone()
    assert row
    return float(row[0])


def count_files(folder: Path) -> int:
    return sum(len(files) for _folder, _folders, files in os.walk(folder))
