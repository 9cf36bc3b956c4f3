"""The settings of our site; only what is served differs, and there is no PDF to make ready for."""

from pathlib import Path

ours = Path(__file__).resolve().parent.parent.parent.parent / "gunicorn.conf.py"
exec(compile(ours.read_text(), ours, "exec"))

wsgi_app = "benchmarks.web.stock.wsgi"
del post_worker_init, when_ready, child_exit, on_exit  # noqa: F821
