"""nginx with the very file that a server gets: only its ports and folders are the test's."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "deploy/nginx/dialoog.conf"
NAME = "dialoog.example.nl"
PROGRAM = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

TRUSTING = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
TRUSTING.check_hostname = False
TRUSTING.verify_mode = ssl.CERT_NONE

AROUND = """
daemon off;
pid {folder}/pid;
error_log {folder}/main.log error;
{user}
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log off;
    include {folder}/dialoog.conf;
}}
"""
"""What Debian's own nginx.conf does for a server, as far as it matters."""


@dataclass(frozen=True)
class Nginx:
    folder: Path
    plain: int
    secure: int
    headers: dict[str, str] = field(default_factory=lambda: {"Host": NAME})

    def get(self, path: str, **headers: str) -> HTTPResponse:
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> HTTPResponse:
        """An answer over TLS, for the site's name in it whatever the header says."""
        connection = HTTPSConnection("127.0.0.1", self.secure)
        connection.sock = self.connect()
        return _answer(connection, method, path, body, self.headers | (headers or {}))

    def ask_at_once(self, path: str, times: int) -> list[str]:
        """The answers to as many requests in one breath, so that no slow test comes between them."""
        request = f"GET {path} HTTP/1.1\r\nHost: {NAME}\r\n"
        with self.connect() as connection, connection.makefile("rb") as stream:
            connection.sendall(f"{request}\r\n".encode() * (times - 1) + f"{request}Connection: close\r\n\r\n".encode())
            return [f"HTTP/1.1 {answer}" for answer in stream.read().decode().split("HTTP/1.1 ")[1:]]

    def connect(self, name: str = NAME) -> ssl.SSLSocket:
        return TRUSTING.wrap_socket(socket.create_connection(("127.0.0.1", self.secure), 30), server_hostname=name)

    def ask_plain(self, path: str, host: str) -> HTTPResponse:
        return _answer(HTTPConnection("127.0.0.1", self.plain, timeout=30), "GET", path, b"", {"Host": host})

    def logs(self) -> str:
        """All that it wrote, wherever."""
        return "\n".join(file.read_text(errors="replace") for file in sorted(self.folder.glob("**/*.log")))

    def access_log(self, least: int = 0) -> list[str]:
        """Its lines; one is written a moment after the answer that it is about."""
        deadline = time.monotonic() + 10
        while len(lines := self._lines()) < least and time.monotonic() < deadline:
            time.sleep(0.02)
        return lines

    def _lines(self) -> list[str]:
        return (self.folder / "log/dialoog_access.log").read_text().splitlines()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def nginx(folder: Path, site: int) -> Iterator[Nginx]:
    """Before what listens on the port `site`."""
    server = Nginx(folder, free_port(), free_port())
    (folder / "log").mkdir()
    _make_certificate(folder)
    (folder / "dialoog.conf").write_text(_moved(FILE.read_text(encoding="utf-8"), server, site), encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    process = subprocess.Popen([str(PROGRAM), "-e", f"{folder}/main.log", "-c", f"{folder}/nginx.conf"])
    try:
        _wait_for(server.secure, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def _moved(text: str, server: Nginx, site: int) -> str:
    for before, after in (
        ("listen 80", f"listen {server.plain}"),
        ("listen [::]:80", f"listen [::]:{server.plain}"),
        ("listen 443", f"listen {server.secure}"),
        ("listen [::]:443", f"listen [::]:{server.secure}"),
        ("127.0.0.1:8000", f"127.0.0.1:{site}"),
        ("/var/log/nginx", f"{server.folder}/log"),
        ("/etc/dialoog/tls", str(server.folder)),
        ("/etc/nginx/dialoog.d", f"{server.folder}/more"),
    ):
        assert before in text
        text = text.replace(before, after)
    return text


def _make_certificate(folder: Path) -> None:
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    subprocess.run(["openssl", "req", "-x509", *kind, *files], check=True, capture_output=True)


def _answer(connection: HTTPConnection, method: str, path: str, body: bytes, headers: dict[str, str]) -> HTTPResponse:
    """The body is read already: `answer.text`."""
    with suppress(BrokenPipeError):  # refused before all of it was sent; the answer is there
        connection.request(method, path, body=body or None, headers=headers)
    answer = connection.getresponse()
    answer.text = answer.read().decode()  # type: ignore[attr-defined]
    connection.close()
    return answer


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx does not start with this file"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")
