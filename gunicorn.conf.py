"""How gunicorn serves the site; it reads this file by itself. `make run` and a server use the same one."""

import os

from dialoog.logs import FORMATTERS
from dialoog.monitoring.exporter import make_folder, show

make_folder()  # before anything of the site is loaded

FORMATTER = FORMATTERS.get(os.environ.get("DIALOOG_LOGS", "").strip().lower(), FORMATTERS["tekst"])

# Of threads that wait for one another's Python, fewer do better behind a proxy that keeps its connections open.
BEHIND_PROXY = os.environ.get("DIALOOG_PROXY", "").lower() in {"true", "1", "ja"}

wsgi_app = "dialoog.wsgi"
bind = os.environ.get("DIALOOG_BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
worker_class = "dialoog.worker.BufferingWorker"  # half-open requests cost no thread
workers = 3 if BEHIND_PROXY else 2
threads = 2 if BEHIND_PROXY else 4  # one of them may be with a PDF for some seconds
preload_app = True  # a wrong setting stops the start at once, and workers share memory
timeout = 30  # seconds without a sign of life; a long question gives one too
graceful_timeout = 30  # what was asked before a restart is still answered
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 a slow disk must not end a worker
if BEHIND_PROXY and "FORWARDED_ALLOW_IPS" not in os.environ:
    forwarded_allow_ips = "*"  # nobody but the proxy reaches this; otherwise this computer alone is believed
control_socket_disable = True  # nobody steers a running server through a file
accesslog = None  # addresses hold tokens
logconfig_dict = {
    "formatters": {"private": {"()": FORMATTER}},
    "handlers": {"private": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["private"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["private"], "level": "INFO", "propagate": False},
        "waitress.queue": {"level": "ERROR"},  # warns of every question that waits for a thread
    },
}


def post_worker_init(worker: object) -> None:
    from django.conf import settings

    show(settings.DIALOOG_METRICS)


def when_ready(server: object) -> None:
    """Before the processes are forked, so that they share what makes PDFs; it holds a third of the memory."""
    from dialoog.report.pdf.process import warm_up
    from dialoog.workshop.memory import share_one_pool

    share_one_pool()
    warm_up()


def child_exit(server: object, worker: object) -> None:
    """What a killed process was doing leaves nothing, and need not wait for the next start."""
    from dialoog.report.pdf.process import sweep_up

    sweep_up()


def on_exit(server: object) -> None:
    from dialoog.report.pdf.process import clear_up

    clear_up()
