"""What the server promises whatever is sent to it."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from benchmarks.half_open import ATTACKS, half_open
from tests.worker.site import PATIENCE, ROOT, Site, kill, site, until

pytestmark = [pytest.mark.slow]
SOCKETS = 200


@pytest.fixture(scope="module")
def served(django_db_setup: None) -> Iterator[Site]:
    with site() as one:
        yield one.start().await_start()


@pytest.mark.parametrize("beginning", ATTACKS.values(), ids=ATTACKS)
def test_half_open_sockets_hold_nobody_up(served: Site, beginning: bytes) -> None:
    with half_open(served.port, SOCKETS, beginning):
        for _ in range(10):
            assert served.ask("GET", "/").status == 200


def test_an_overlong_link_gets_the_page_of_the_site(served: Site) -> None:
    answer = served.ask("GET", "/rapport/" + "a" * 20_000 + "/")

    assert answer.status == 404
    assert "<h1>" in answer.content.decode()


def test_what_is_too_large_gets_the_page_of_the_site_before_it_is_sent(served: Site) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as line:
        line.sendall(b"POST /begin/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"<h1>" in answer


def test_a_body_without_an_announced_size_is_limited_too(served: Site) -> None:
    part = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as line:
        line.sendall(b"POST /begin/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        line.sendall(part * 16)
        line.sendall(b"10\r\n" + b"a" * 16)
        assert line.recv(65536).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("path", ["/", "/bestaat-niet/"])
def test_head_gives_the_head_alone(served: Site, path: str) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as line:
        line.sendall(f"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 ")
    assert answer.endswith(b"\r\n\r\n")


def test_the_log_names_no_address(served: Site) -> None:
    served.ask("GET", "/rapport/een-geheim/")

    assert "geheim" not in served.log.read_text()
    assert "/rapport/" not in served.log.read_text() or "/rapport/…" in served.log.read_text()


def test_a_killed_process_is_replaced(served: Site) -> None:
    before = served.workers()
    kill(before[0])
    until(lambda: before[0] not in served.workers() and len(served.workers()) == len(before))

    assert served.is_there()


def test_what_was_asked_is_answered_before_the_end(django_db_setup: None) -> None:
    with site() as one:
        one.start("tests.worker.slow:application").await_start()
        answers = []
        asker = threading.Thread(target=lambda: answers.append(one.ask("GET", "/lang/").content))
        asker.start()
        time.sleep(0.3)  # it is under way
        ended = one.stop()
        asker.join()

        assert answers == [b"goed"]
        assert ended == 0
        assert [*one.room.iterdir()] == []


def test_ctrl_c_ends_it_without_a_word(django_db_setup: None) -> None:
    with site() as one:
        one.start().await_start()
        one.await_workers(2)
        os.killpg(one.process.pid, signal.SIGINT)

        assert one.process.wait(PATIENCE) == 0
        assert "Traceback" not in one.log.read_text()
        assert [*one.room.iterdir()] == []


def test_a_wrong_setting_stops_the_start_with_a_sentence() -> None:
    environ = {**os.environ, "DIALOOG_HTTPS": "misschien", "PORT": "0"}
    started = subprocess.run(
        [sys.executable, "-m", "gunicorn"], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=PATIENCE
    )

    assert started.returncode != 0
    assert "dialoog start niet: DIALOOG_HTTPS" in started.stderr
    assert "Traceback" not in started.stderr
