"""The figures of all processes together, of routes and events, and of nobody."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from django.test import Client
from prometheus_client import CollectorRegistry, generate_latest

from dialoog.insight.counting import count_pdf
from dialoog.monitoring import exporter, figures
from dialoog.monitoring.figures import Event, Figures, count_event
from tests.journey import Journey

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> CollectorRegistry:
    """The figures of this process, switched on."""
    registry = CollectorRegistry()
    own = Figures.on(registry)
    monkeypatch.setattr(figures, "own_figures", lambda: own)
    return registry


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.slow
def test_a_run_is_counted_by_what_happened_and_by_route(
    client: Client, registry: CollectorRegistry, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        journey = Journey(client).finish(organisation="Jansen")
        count_pdf()
    client.get("/nergens/")

    assert registry.get_sample_value("dialoog_runs_begun_total") == 1
    assert registry.get_sample_value("dialoog_runs_finished_total") == 1
    assert registry.get_sample_value("dialoog_pdfs_made_total") == 1
    assert registry.get_sample_value("dialoog_requests_total", {"route": "wizard:begin", "status": "302"}) == 1
    assert registry.get_sample_value("dialoog_requests_total", {"route": "none", "status": "404"}) == 1
    shown = generate_latest(registry).decode()
    assert "wizard:step" in shown
    assert not any(secret in shown for secret in (journey.token, "Jansen", "/advies/", "nergens"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_what_is_not_kept_is_not_counted(registry: CollectorRegistry) -> None:
    with transaction.atomic():
        count_event(Event.PDF_MADE)
        transaction.set_rollback(True)
    assert registry.get_sample_value("dialoog_pdfs_made_total") == 0

    with transaction.atomic():
        count_event(Event.PDF_MADE)
    assert registry.get_sample_value("dialoog_pdfs_made_total") == 1


def test_without_the_setting_nothing_is_made_or_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(exporter.SETTING, raising=False)
    monkeypatch.delenv(figures.FOLDER, raising=False)

    exporter.make_folder()

    assert figures.FOLDER not in os.environ
    assert figures.own_figures.__wrapped__() is None


SERVER = """
import os
from dialoog.monitoring import exporter
exporter.make_folder()
print(os.environ["PROMETHEUS_MULTIPROC_DIR"])

from dialoog.monitoring.figures import count_request
for _ in range(2):
    if not os.fork():
        count_request("wizard:home", 200, 0.2)
        os._exit(0)
    os.wait()

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
registry = CollectorRegistry()
MultiProcessCollector(registry)
print(generate_latest(registry).decode())
"""
"""Two processes of one server, each with a request, and what the address of the figures shows after both ended."""


@pytest.fixture
def served() -> list[str]:
    environment = {**os.environ, "DIALOOG_METRICS": "127.0.0.1:9100"}
    command = [sys.executable, "-c", SERVER]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()


@pytest.mark.slow
def test_processes_add_up_and_leave_nothing(served: list[str]) -> None:
    folder, *shown = served

    assert 'dialoog_requests_total{route="wizard:home",status="200"} 2.0' in shown
    assert "dialoog_request_seconds_count 2.0" in shown
    assert not Path(folder).exists()


def test_every_alert_looks_at_a_figure_that_is_there() -> None:
    registry = CollectorRegistry()
    Figures.on(registry).count_request("wizard:home", 200, 0.2)
    names = {sample.name for metric in registry.collect() for sample in metric.samples}
    groups = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text(encoding="utf-8"))["groups"]
    alerts = [rule for group in groups for rule in group["rules"]]

    assert len(alerts) >= 5
    for alert in alerts:
        looked_at = set(re.findall(r"\b(?:dialoog_\w+|up\b)", alert["expr"]))
        assert looked_at, alert["alert"]
        assert looked_at <= names | {"up"}
        assert alert["annotations"]["summary"]
