"""Two sites side by side, each as production has it: the one that is measured, and the stock project."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
GUNICORN = Path(sys.executable).with_name("gunicorn")
STOCK_CONFIGURATION = Path(__file__).with_name("stock") / "gunicorn.conf.py"
PATIENCE = 60
"""Seconds within which a site must answer."""


@contextmanager
def our_site(folder: Path, started: Callable[[float], None] = lambda seconds: None) -> Iterator[str]:
    """The address of this site with the content of the fixtures; `started` hears after how long it answered."""
    env = {"DIALOOG_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "dialoog.settings"}
    manage("dialoog.settings", env, "setup")
    manage("dialoog.settings", env, "collectstatic", "--noinput", "--verbosity=0")
    begun = time.monotonic()
    with _served([], env, "/") as address:
        started(time.monotonic() - begun)
        yield address


@contextmanager
def stock_site(folder: Path, static_sizes: list[int]) -> Iterator[str]:
    """The address of the stock project, with a static file `SIZE.pdf` of each of these sizes in bytes."""
    env = {"STOCK_FOLDER": str(folder), "DJANGO_SETTINGS_MODULE": "benchmarks.web.stock.settings"}
    (folder / "static").mkdir()
    for size in static_sizes:
        (folder / "static" / f"{size}.pdf").write_bytes(os.urandom(size))
    manage("benchmarks.web.stock.settings", env, "migrate", "--verbosity=0")
    with _served(["--config", str(STOCK_CONFIGURATION)], env, "/pagina/100/") as address:
        yield address


def manage(settings: str, env: dict[str, str], *command: str) -> None:
    program = [sys.executable, "-m", "django", *command, "--settings", settings]
    subprocess.run(program, cwd=ROOT, env=environment(env), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _served(options: list[str], env: dict[str, str], path: str) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        [GUNICORN, *options], cwd=ROOT, env=environment({**env, "PORT": str(port)}), stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            wait_for(address + path, server)
            yield address
        finally:
            server.terminate()


def wait_for(url: str, server: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urlopen(url):
                return
        except OSError:
            time.sleep(0.02)
        if server.poll() is not None:
            break
    server.terminate()
    raise SystemExit(f"{url} gaf geen antwoord:\n{server.communicate()[1]}")


def environment(changes: dict[str, str]) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("DIALOOG_", "DATABASE_"))}
    return {**plain, "PYTHONPATH": str(ROOT), **changes}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
