"""The real server as production has it, behind a proxy that is left out: who asks sends what that would send."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.web.servers import GUNICORN, ROOT, environment, free_port, manage, wait_for

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Site:
    address: str
    pid: int
    """Of the master."""
    var: Path
    scratch: Path
    """Its temporary folder."""
    log: Path
    cookies: dict[str, str]
    """Of an editor in chief who is logged in."""
    staff_pages: list[str]

    def headers(self, visitor: str) -> dict[str, str]:
        """What nginx sends along, and a browser with a form; `visitor` is an address."""
        return {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": visitor,
            "Origin": self.address.replace("http://", "https://"),
        }


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[Site]:
    """With the content of the fixtures, on SQLite in the folder or on the database in DATABASE_URL."""
    var, scratch, log = folder / "var", folder / "tmp", folder / "log"
    var.mkdir()
    scratch.mkdir()
    port = port or free_port()
    env = _settings(var, scratch, port)
    manage("dialoog.settings", env, "setup")
    manage("dialoog.settings", env, "collectstatic", "--noinput", "--verbosity=0")
    staff = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak.staff"], cwd=ROOT, env=environment(env), check=True, capture_output=True
    )
    made = json.loads(staff.stdout)
    address = f"http://{HOST}:{port}"
    with (
        log.open("wb") as file,
        subprocess.Popen([GUNICORN], cwd=ROOT, env=environment(env), stdout=file, stderr=file) as server,
    ):
        try:
            wait_for(f"{address}/gezond/", server)
            yield Site(address, server.pid, var, scratch, log, made["cookies"], made["pages"])
        finally:
            server.terminate()


def _settings(var: Path, scratch: Path, port: int) -> dict[str, str]:
    given = {"DATABASE_URL": os.environ["DATABASE_URL"]} if os.environ.get("DATABASE_URL") else {}
    return given | {
        "DJANGO_SETTINGS_MODULE": "dialoog.settings",
        "DIALOOG_PRODUCTION": "true",
        "DIALOOG_PROXY": "true",
        "DIALOOG_SECRET_KEY": secrets.token_urlsafe(50),
        "DIALOOG_ALLOWED_HOSTS": HOST,
        "DIALOOG_METRICS": f"{HOST}:{free_port()}",
        "DIALOOG_VAR": str(var),
        "TMPDIR": str(scratch),
        "PORT": str(port),
    }
