"""What a request pays for its connection to PostgreSQL: kept by its thread, from psycopg's pool, or opened each time.

Two gunicorn workers with four threads each, as without a proxy, on a database of its own; in turn, in one run. The
figure to compare between runs is the ratio.

    tests/with_postgres .venv/bin/python -m benchmarks.connections
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
VISITORS, REQUESTS, ROUNDS = 8, 40, 3
"""At once, and of each visitor in each round."""

WAYS = {
    "bewaard (CONN_MAX_AGE)": "",
    "pool van psycopg": "d['CONN_MAX_AGE'] = 0; d['OPTIONS'] = d['OPTIONS'] | {'pool': {'min_size': 4, 'max_size': 4}}",
    "elke keer nieuw": "d['CONN_MAX_AGE'] = 0",
}
"""What differs in the settings."""

SETTINGS = "from dialoog.settings import *\nd = DATABASES['default']\n{change}\n"


def main() -> None:
    if "postgres" not in os.environ.get("DATABASE_URL", ""):
        sys.exit("Dit meet PostgreSQL: zet DATABASE_URL, of begin met tests/with_postgres.")
    with tempfile.TemporaryDirectory(prefix="dialoog-bench-") as folder:
        environment = os.environ | {"DIALOOG_VAR": folder, "PYTHONPATH": f"{folder}:{ROOT}"}
        for command in (["setup"], ["collectstatic", "--noinput", "--verbosity", "0"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
        seconds: dict[str, list[float]] = {way: [] for way in WAYS}
        for way, change in [*WAYS.items()] * ROUNDS:
            seconds[way] += measure(Path(folder), change, environment)
    kept = median(seconds["bewaard (CONN_MAX_AGE)"])
    for way, times in seconds.items():
        slow = 1000 * quantiles(times, n=20)[-1]
        print(f"{way:24} {1000 * median(times):6.1f} ms, 95%: {slow:6.1f} ms ({median(times) / kept:.2f} x)")


def measure(folder: Path, change: str, environment: dict[str, str]) -> list[float]:
    """Seconds of each request."""
    (folder / "bench_settings.py").write_text(SETTINGS.format(change=change))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [Path(sys.executable).with_name("gunicorn"), "--bind", f"127.0.0.1:{port}"],
        cwd=ROOT,
        env=environment | {"DJANGO_SETTINGS_MODULE": "bench_settings"},
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        with ThreadPoolExecutor(VISITORS) as pool:
            list(pool.map(visit, [port] * VISITORS))  # every thread has served somebody
            return [seconds for times in pool.map(visit, [port] * VISITORS) for seconds in times]
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("gunicorn does not start")


def visit(port: int) -> list[float]:
    """A link that is not there: one question to the database, each time on a connection of its own to gunicorn."""
    seconds = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        browser = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        browser.request("GET", "/advies/onbekend/")
        answer = browser.getresponse()
        answer.read()
        browser.close()
        assert answer.status == 404, answer.status
        seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    main()
