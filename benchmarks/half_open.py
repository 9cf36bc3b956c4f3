"""What sockets that ask for nothing, or never end their question, do to who does ask: `half_open PORT`.

A site must be running there. Prints the milliseconds in which the start page comes, quiet and during each attack; the
figure to compare between runs is the one during an attack against the quiet one.
"""

import http.client
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

SOCKETS = 200
PAGES = 200
PATIENCE = 40
"""Seconds for one page, after which it counts as that long."""
ATTACKS = {
    "niets gestuurd": b"",
    "halve kop": b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/ht",
    "half formulier": (
        b"POST /begin/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 1000\r\n\r\ncsrfmiddlewaretoken=abc"
    ),
}


def main(port: int, sockets: int = SOCKETS) -> None:
    measure(port, 20)
    report("rustig", measure(port, PAGES))
    for name, beginning in ATTACKS.items():
        with half_open(port, sockets, beginning):
            report(f"{sockets} x {name}", measure(port, PAGES))


def report(name: str, seconds: list[float]) -> None:
    inside = sorted(seconds)
    middle, late = inside[len(inside) // 2], inside[int(len(inside) * 0.95)]
    print(f"{name:24} p50 {1000 * middle:6.0f} ms   p95 {1000 * late:6.0f} ms   ({len(inside)} keer)", flush=True)


@contextmanager
def half_open(port: int, count: int, beginning: bytes) -> Iterator[None]:
    opened = []
    try:
        for _ in range(count):
            opened.append(socket.create_connection(("127.0.0.1", port), timeout=5))
            opened[-1].sendall(beginning)
        time.sleep(1)  # the server has taken in what it takes in
        yield
    finally:
        for one in opened:
            one.close()


def measure(port: int, times: int) -> list[float]:
    """Seconds of each page; ends early when it is clear that none will come soon."""
    took: list[float] = []
    while len(took) < times and sum(took) < 2 * PATIENCE:
        started = time.perf_counter()
        try:
            get(port)
        except OSError:
            took.append(float(PATIENCE))
        else:
            took.append(time.perf_counter() - started)
    return took


def get(port: int) -> None:
    """A visitor of its own, with a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise OSError(f"status {answer.status}")
    finally:
        connection.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
