"""How gunicorn serves the site; it reads this file by itself. `make run` and a server use the same one."""

import os

from dialoog.logs import FORMATTERS
from dialoog.monitoring.exporter import make_folder, show

make_folder()  # before anything of the site is loaded

FORMATTER = FORMATTERS.get(os.environ.get("DIALOOG_LOGS", "").strip().lower(), FORMATTERS["tekst"])

# Threads, so that half-open requests on loopback cannot hold up a worker. A proxy that buffers takes that away, and
# then processes do better; gunicorn also ends a stuck process, never a stuck thread.
BEHIND_PROXY = os.environ.get("DIALOOG_PROXY", "").lower() in {"true", "1", "ja"}

wsgi_app = "dialoog.wsgi"
bind = os.environ.get("DIALOOG_BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
forwarded_allow_ips = "*" if BEHIND_PROXY else ""  # as DIALOOG_PROXY says of X-Forwarded-For
forwarder_headers = ""  # no path comes from a header, whoever sent it
workers = 3 if BEHIND_PROXY else 2
threads = 1 if BEHIND_PROXY else 4
preload_app = True  # a wrong setting stops the start at once, and workers share memory
timeout = 30  # seconds; a PDF may take ten
graceful_timeout = 30  # what was asked before a restart is still answered
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 a slow disk must not end a worker
limit_request_line = 8190  # an overlong link gets the site's own 404
control_socket_disable = True  # nobody steers a running server through a file
accesslog = None  # addresses hold tokens
logconfig_dict = {
    "formatters": {"private": {"()": FORMATTER}},
    "handlers": {"private": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["private"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["private"], "level": "INFO", "propagate": False},
        "gunicorn.http.wsgi": {"level": "ERROR"},  # warns of every HEAD, whose page it drops itself
    },
}


def post_worker_init(worker: object) -> None:
    """The first PDF need not wait until WeasyPrint is loaded. In the worker: a fork server follows its own parent."""
    from django.conf import settings

    from dialoog.report.pdf.process import warm_up

    warm_up()
    show(settings.DIALOOG_METRICS)
