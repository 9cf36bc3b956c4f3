"""How a gunicorn process serves: waitress takes requests in, and a thread sees one only when it is there as a whole.

A socket that asks for nothing, or never ends its question, costs a place in a list and no thread. Gunicorn keeps what
it is good at: processes that share memory, that are replaced when they die and that end what they were doing.
"""

import os
import resource
import time
from collections.abc import Callable, Iterable
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ThreadedTaskDispatcher
from waitress.utilities import RequestEntityTooLarge

MOST_CONNECTIONS = 1000
"""Of one process; who comes next waits in the queue of the system until an idle one is closed."""
MOST_FILES = 4096
IDLE_SECONDS = 30
MOST_HEADER = 64 * 1024
"""Bytes; a link of any length that a browser sends gets the site's own 404."""
MOST_BODY = 1024 * 1024
"""Bytes, as DATA_UPLOAD_MAX_MEMORY_SIZE in the settings: more is never read. All of it stays in memory."""
HEARTBEAT = 1
"""Seconds between two signs of life."""

Application = Callable[..., Iterable[bytes]]


class BufferingWorker(Worker):
    """Name it as `worker_class`. Takes `threads`, `graceful_timeout` and `forwarded_allow_ips` from gunicorn."""

    def run(self) -> None:
        _allow_files()
        sockets: dict[int, Any] = {}
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.set_thread_count(self.cfg.threads)
        create_server(
            served(self.wsgi, self.cfg.forwarded_allow_ips),
            map=sockets,
            _dispatcher=dispatcher,
            sockets=[listener.sock for listener in self.sockets],
            **_adjustments(self.cfg),
        )
        servers = [found for found in sockets.values() if isinstance(found, BaseWSGIServer)]
        for server in servers:
            server.channel_class = Channel
        while self.alive and self.ppid == os.getppid():
            self._turn(sockets)
        self._end(servers, sockets)
        dispatcher.shutdown()

    def _turn(self, sockets: dict[int, Any]) -> None:
        self.notify()
        wasyncore.loop(timeout=HEARTBEAT, use_poll=True, map=sockets, count=1)

    def _end(self, servers: list[BaseWSGIServer], sockets: dict[int, Any]) -> None:
        """Nothing new; what was asked is answered to the last byte, as long as the master has patience."""
        for server in servers:
            server.accepting = False
            server.del_channel()
            server.socket.close()
        until = time.monotonic() + self.cfg.graceful_timeout
        while any(map(_is_busy, servers)) and time.monotonic() < until:
            self._turn(sockets)


class Parser(HTTPRequestParser):
    """What is too large goes to the site without its body, and gets the site's own page; waitress would say so bare."""

    error: Any

    def received(self, data: bytes) -> int:
        consumed: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge):
            self.error = None
            self.headers["CONTENT_LENGTH"] = str(max(self.content_length, self.body_bytes_received))
            self.headers["CONNECTION"] = "close"  # what comes after is the rest of it, and no next question
        return consumed


class Channel(HTTPChannel):
    parser_class = Parser


def served(application: Application, trusted: Iterable[str]) -> Application:
    """The application, with `X-Forwarded-*` from the proxy alone, and without the body where nobody asked for one."""
    proxies = frozenset(trusted)

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if "*" not in proxies and environ["REMOTE_ADDR"] not in proxies | {"localhost"}:
            for name in [name for name in environ if name.startswith("HTTP_X_FORWARDED_")]:
                del environ[name]
        pages = application(environ, start_response)
        return _without_body(pages) if environ["REQUEST_METHOD"] == "HEAD" else pages

    return answer


def _without_body(pages: Iterable[bytes]) -> Iterable[bytes]:
    if hasattr(pages, "close"):
        pages.close()
    return []


def _adjustments(settings: Any) -> dict[str, Any]:
    return {
        "threads": settings.threads,
        "backlog": settings.backlog,
        "ident": "dialoog",
        "connection_limit": MOST_CONNECTIONS,
        "channel_timeout": IDLE_SECONDS,
        "cleanup_interval": IDLE_SECONDS // 3,
        "max_request_header_size": MOST_HEADER,
        "max_request_body_size": MOST_BODY + 1,
        "inbuf_overflow": 2 * MOST_BODY,
        "clear_untrusted_proxy_headers": False,  # waitress knows one proxy or all; `served` knows gunicorn's list
        "log_socket_errors": False,  # visitors go away
        "asyncore_use_poll": True,
    }


def _is_busy(server: BaseWSGIServer) -> bool:
    return any(channel.requests or channel.total_outbufs_len for channel in server.active_channels.values())


def _allow_files() -> None:
    """Every connection is one, and many systems allow 1024 unless asked."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
