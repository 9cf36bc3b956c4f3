"""The nginx of a server, before an echo that tells what reaches the site, and before the site itself."""

import json
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from http.client import RemoteDisconnected
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from tests.deploy.nginx import NAME, PROGRAM, ROOT, Nginx, free_port, nginx

TOKEN = "geheim-Token_0123456789abcdefXYZ"

pytestmark = pytest.mark.slow


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    begun: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.begun.append(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        asked = {"path": self.path, "headers": dict(self.headers.items()), "length": length}
        body = json.dumps(asked).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module", autouse=True)
def _nginx_is_there() -> None:
    """Where nobody looks on, a test that did not run must not pass for one that did."""
    if not PROGRAM:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("nginx is not there; `scripts/packages nginx` installs it")


@pytest.fixture(scope="module")
def before_echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as echo:
        Thread(target=echo.serve_forever, daemon=True).start()
        with nginx(tmp_path_factory.mktemp("echo"), echo.server_address[1]) as server:
            yield server
        echo.shutdown()


@pytest.fixture(scope="module")
def before_nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    with nginx(tmp_path_factory.mktemp("nothing"), free_port()) as server:
        yield server


@pytest.fixture(scope="module")
def before_the_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """As on a server: what prepares it, its settings of production, its own web server."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    settings = {
        "DIALOOG_PRODUCTION": "true",
        "DIALOOG_SECRET_KEY": "geheim-" * 10,
        "DIALOOG_ALLOWED_HOSTS": NAME,
        "DIALOOG_PROXY": "true",
        "DIALOOG_VAR": str(folder / "var"),
        "DIALOOG_BIND": f"127.0.0.1:{port}",
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DIALOOG_", "DJANGO_"))}
    environment = {name: value for name, value in clean.items() if name != "DATABASE_URL"} | settings
    subprocess.run([ROOT / "deploy/prepare"], env=environment, check=True, capture_output=True)
    site = subprocess.Popen([ROOT / "deploy/serve"], env=environment)
    try:
        subprocess.run([sys.executable, "-m", "deploy.ready", "120"], cwd=ROOT, env=environment, check=True)
        (folder / "nginx").mkdir()
        with nginx(folder / "nginx", port) as server:
            yield server
    finally:
        site.terminate()
        site.wait(timeout=40)


def reached(answer: object) -> dict[str, str]:
    """The headers that the site got, in small letters."""
    return {name.lower(): value for name, value in json.loads(answer.text)["headers"].items()}  # type: ignore[attr-defined]


def test_what_a_visitor_says_of_the_proxy_is_dropped(before_echo: Nginx) -> None:
    forged = {
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Host": "kwaad.example",
        "X-Forwarded-Port": "81",
        "X-Forwarded-Ssl": "off",
        "X-Forwarded-Protocol": "http",
        "X-Real-IP": "203.0.113.9",
        "Forwarded": "for=203.0.113.9;host=kwaad.example",
        "X-Request-ID": "gekozen",
    }
    headers = reached(before_echo.ask("GET", "/", headers=forged))

    assert headers["host"] == NAME
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-proto"] == "https"
    assert len(headers["x-request-id"]) == 32
    assert not {name for name in headers if name.startswith("x-forwarded")} - {"x-forwarded-for", "x-forwarded-proto"}
    assert not any("203.0.113.9" in value or "kwaad" in value for value in headers.values())


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1"])
def test_another_name_gets_nothing(before_echo: Nginx, host: str) -> None:
    with pytest.raises(RemoteDisconnected):
        before_echo.get("/", Host=host)
    with pytest.raises(RemoteDisconnected):
        before_echo.ask_plain("/", host)


def test_another_name_gets_no_certificate(before_echo: Nginx) -> None:
    with pytest.raises(ssl.SSLError):
        before_echo.connect("kwaad.example")


def test_plain_http_leads_to_https(before_echo: Nginx) -> None:
    answer = before_echo.ask_plain("/privacy/?a=b", NAME)

    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/privacy/?a=b")


@pytest.mark.parametrize(("size", "status"), [(1024 * 1024, 200), (3 * 1024 * 1024, 413)])
def test_a_body_far_too_large_does_not_reach_the_site(before_echo: Nginx, size: int, status: int) -> None:
    answer = before_echo.ask("POST", "/begin/", b"x" * size)

    assert answer.status == status
    assert ("te groot" in answer.text) == (status == 413)  # type: ignore[attr-defined]


def test_half_a_request_is_not_passed_on(before_echo: Nginx) -> None:
    """What a worker would wait for stays with nginx."""
    with before_echo.connect() as slow:
        slow.sendall(f"POST /begin/langzaam/ HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 10\r\n\r\nhalf".encode())
        slow.settimeout(0.5)
        with pytest.raises(TimeoutError):
            slow.recv(1)
        assert "/begin/langzaam/" not in Echo.begun
        slow.settimeout(10)
        slow.sendall(b"-whole")
        assert b'"length": 10' in slow.recv(4096)


@pytest.mark.parametrize(
    "path",
    [
        f"/advies/{TOKEN}/stap/doelen/",
        f"/rapport/{TOKEN}/",
        f"/RAPPORT/{TOKEN}/",
        f"/%61dvies/{TOKEN}/",
        f"//advies//{TOKEN}/",
        f"/begin/../rapport/{TOKEN}/advies.pdf",
        f"/rapport%2F{TOKEN}/",
        f"/en/advice/{TOKEN}/step/doelen/",
        f"/EN/Report/{TOKEN}/",
        f"/fr/avis/{TOKEN}/",
        f"/uitnodiging/{TOKEN}/",
        f"/en/invitation/{TOKEN}/",
        f"/en/{TOKEN}",
        f"/{TOKEN}/",
        f"/begin/?van={TOKEN}",
        f"/beheer/rapporten/bij/rapport/{TOKEN}/",
        f"/beheer/teksten/advies/{TOKEN}/",
        f"/beheer/teksten/advies/{TOKEN}/stap/doelen/",
        f"/beheer/teksten/rapport/{TOKEN}/",
        f"/beheer/teksten/rapport%252F{TOKEN}/",
    ],
)
def test_no_log_holds_a_token(before_echo: Nginx, before_nothing: Nginx, path: str) -> None:
    """Nor when there is no site, the body is too large, or plain HTTP was asked for, which nginx likes to quote."""
    headers = {"Referer": f"https://{NAME}{path}"}
    for server in (before_echo, before_nothing):
        before = len(server.access_log())
        server.ask("GET", path, headers=headers)
        server.ask("POST", path, b"x" * 3 * 1024 * 1024, headers=headers)
        server.ask_plain(path, NAME)

        assert len(server.access_log(before + 3)) >= before + 3
        assert TOKEN not in server.logs()


def test_the_log_says_which_kind_of_page_it_was_and_nothing_of_the_visitor(before_echo: Nginx) -> None:
    kinds = {
        f"/rapport/{TOKEN}/": "/rapport/...",
        f"/uitnodiging/{TOKEN}/": "/uitnodiging/...",
        "/privacy/": "/privacy/",
        "/static/css/site.css": "/static/css/site.css",
        "/": "/",
        f"/{TOKEN}": "/...",
        f"/en/report/{TOKEN}/": "/en/report/...",
        "/en/": "/en/",
        "/en/privacy/": "/en/privacy/",
        f"/fr/avis/{TOKEN}/": "/...",
        "/beheer/content/question/12/change/": "/beheer/content/question/12/change/",
        "/beheer/teksten/rapport/onbekend/": "/beheer/...",
    }
    before = len(before_echo.access_log())
    for path in kinds:
        before_echo.get(path, User_Agent="Bijzonder/1")

    logged = [line.split()[2] for line in before_echo.access_log(before + len(kinds))[-len(kinds) :]]
    assert logged == [*kinds.values()]
    assert "127.0.0.1" not in before_echo.logs()
    assert "Bijzonder" not in before_echo.logs()


def test_who_asks_too_much_is_told_to_wait(before_nothing: Nginx) -> None:
    answers = before_nothing.ask_at_once(f"/rapport/{TOKEN}/", 300)
    refused = [answer for answer in answers if answer.startswith("HTTP/1.1 429")]

    assert answers[0].startswith("HTTP/1.1 503")
    assert len(answers) == 300
    assert len(refused) > 100
    assert "Retry-After: 10" in refused[0]
    assert "te veel vragen" in refused[0]
    assert before_nothing.get("/static/css/site.css").status == 503
    assert TOKEN not in before_nothing.logs()


def test_without_a_site_there_is_a_sentence(before_nothing: Nginx) -> None:
    answer = before_nothing.get("/static/")

    assert answer.status == 503
    assert answer.headers["Retry-After"]
    assert "even niet bereikbaar" in answer.text  # type: ignore[attr-defined]


def test_the_health_of_the_site_is_asked_by_address(before_the_site: Nginx) -> None:
    answer = before_the_site.ask_plain("/gezond/", "127.0.0.1")

    assert (answer.status, answer.text) == (200, "gezond\n")  # type: ignore[attr-defined]


def test_the_site_knows_that_it_is_asked_over_https(before_the_site: Nginx) -> None:
    answer = before_the_site.get("/")

    assert answer.status == 200
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert "<h1" in answer.text  # type: ignore[attr-defined]


def test_what_is_a_little_too_large_gets_the_sites_own_page(before_the_site: Nginx) -> None:
    answer = before_the_site.ask("POST", "/begin/", b"x" * 1_500_000)

    assert answer.status == 413
    assert "<html" in answer.text  # type: ignore[attr-defined]


def test_static_files_come_through_with_their_headers(before_the_site: Nginx) -> None:
    page = before_the_site.get("/")
    address = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]  # type: ignore[attr-defined]
    answer = before_the_site.get(address)

    assert address.startswith("/static/")
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_dead_link_is_the_sites_own_page_and_in_no_log(before_the_site: Nginx) -> None:
    answer = before_the_site.get(f"/rapport/{TOKEN}/")

    assert answer.status == 404
    assert TOKEN not in before_the_site.logs()
