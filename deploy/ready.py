"""Waits until the site says that it can keep answers. `python -m deploy.ready [SECONDS]`, with the site's settings."""

import http.client
import os
import sys
import time

PATH = "/gezond/"
PATIENCE = 60
"""Seconds, for a start after a migration."""


def address() -> tuple[str, int]:
    """Where the server listens, as gunicorn.conf.py reads it; what listens everywhere is asked on this machine."""
    bind = os.environ.get("DIALOOG_BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
    host, _, port = bind.rpartition(":")
    return host.replace("0.0.0.0", "127.0.0.1").strip("[]"), int(port)  # noqa: S104


def is_ready() -> bool:
    """Under the site's own name, because it answers to no other."""
    connection = http.client.HTTPConnection(*address(), timeout=5)
    name = os.environ.get("DIALOOG_ALLOWED_HOSTS", "localhost").partition(",")[0].strip()
    try:
        connection.request("GET", PATH, headers={"Host": name})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def main(patience: float = PATIENCE) -> None:
    until = time.monotonic() + patience
    while not is_ready():
        if time.monotonic() > until:
            sys.exit(f"De site zegt op {PATH} niet dat hij gezond is.")
        time.sleep(1)
    print("De site is gezond.")


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
