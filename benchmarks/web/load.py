"""Requests as fast as a site answers them, with wrk."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks.web.visitor import Request

SCRIPT = Path(__file__).with_name("requests.lua")
CONNECTIONS = 8
SECONDS = 3


def rate(address: str, requests: list[Request]) -> float:
    """Answers a second; each request in turn. Raises AssertionError when the site refused one."""
    program = shutil.which("wrk")
    if program is None:
        raise SystemExit("wrk ontbreekt; `make bench` installeert het.")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("".join(f"{r.method}\t{r.path}\t{r.cookies}\t{r.body}\n" for r in requests))
        file.flush()
        command = [program, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(SCRIPT), address, "--", file.name]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert not re.search("Non-2xx|Socket errors", said), said
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])
