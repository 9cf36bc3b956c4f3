"""What every test can count on."""

import gc
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from dialoog.report import waiting
from dialoog.report.pdf import process
from tests import chromium, prepared, snapshot

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# On a busy machine a PDF waits long for its turn. What it may use is limited as ever.
process.WALL_SECONDS = 120
# So does who asked; what such a visitor reads meanwhile is tested with less.
waiting.PATIENCE = 120


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """Nothing that is loaded here is garbage; to look for it took a fifth of the time of gathering the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """What is loaded by now stays; looking through it for garbage takes a tenth of the time of all tests.

    The rest is looked through less often than Python does by itself: laying out a PDF makes much and leaves little.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where nobody looks on, a test that did not run must not pass for one that did."""
    if item.get_closest_marker("browser") and not chromium.starts():
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("Chromium does not start; `python -m tests.chromium` tells why")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **chromium.LAUNCH}


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Of xdist: a worker is about to begin, and is told where the database will be that it can copy."""
    node.workerinput["prepared"] = str(prepared.preparation().folder)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """After pytest-django, which lets nobody near the database until then."""
    prepared.clean_up()


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any) -> Any:
    """The real content, published once, for every test. Where Django would empty the database, it comes back."""
    before = str(connection.settings_dict["NAME"])
    worker = getattr(request.config, "workerinput", None)
    with django_db_blocker.unblock():
        prepared.copy(Path(worker["prepared"]), worker["workerid"]) if worker else prepared.make()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: snapshot.bring_back())
        yield
    with django_db_blocker.unblock():
        end_other_sessions()
        prepared.drop(before)


def end_other_sessions() -> None:
    """Threads of a live server keep their connections, and PostgreSQL drops no database that somebody is in."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
