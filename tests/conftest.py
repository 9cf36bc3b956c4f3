"""What every test can count on."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase

from dialoog.report.pdf import process
from tests import chromium, snapshot

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# On a busy machine a PDF waits long for its turn. What it may use is limited as ever.
process.WALL_SECONDS = 120


def pytest_collection_finish() -> None:
    """What is loaded by now stays; looking through it for garbage takes a tenth of the time of all tests."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where nobody looks on, a test that did not run must not pass for one that did."""
    if item.get_closest_marker("browser") and not chromium.starts():
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("Chromium does not start; `python -m tests.chromium` tells why")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **chromium.LAUNCH}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The real content, published once, for every test. Where Django would empty the database, it comes back."""
    with django_db_blocker.unblock():
        call_command("setup")
        snapshot.keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: snapshot.bring_back())
        yield
    with django_db_blocker.unblock():
        end_other_sessions()


def end_other_sessions() -> None:
    """Threads of a live server keep their connections, and PostgreSQL drops no database that somebody is in."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
