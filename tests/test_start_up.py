"""A web worker starts with what visitors need. What only staff need is loaded when the first of them asks for it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.db import connection

FOR_STAFF = {"pysat", "pyphen", "yaml"}
FOR_THE_RENDERER = {"weasyprint", "pydyf"}
"""The process that makes a PDF has them; the one that asks for it does not."""

WORKER = """
import sys

from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]

from dialoog.wsgi import application
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

def views(resolver):
    for pattern in resolver.url_patterns:
        yield from views(pattern) if hasattr(pattern, "url_patterns") else [pattern.callback]

assert len(list(views(get_resolver()))) > 100

with transaction.atomic():
    page = Client(SERVER_NAME="localhost").post("/begin/", follow=True)
    transaction.set_rollback(True)
assert page.status_code == 200 and "/stap/" in page.request["PATH_INFO"], page

print(*{name.partition(".")[0] for name in sys.modules})
"""
"""Imports what every address leads to, and serves somebody who begins with the questions."""


@pytest.mark.slow
def test_a_web_worker_loads_nothing_that_its_visitors_do_not_need(django_db_setup: None) -> None:
    name = str(connection.settings_dict["NAME"])
    folder = Path(__file__).parent.parent
    worker = subprocess.run([sys.executable, "-c", WORKER, name], capture_output=True, text=True, cwd=folder)
    loaded = set(worker.stdout.split())

    assert worker.stderr == ""
    assert {"django", "dialoog", "formtools"} <= loaded
    assert loaded & (FOR_STAFF | FOR_THE_RENDERER) == set()


def test_what_must_not_be_loaded_has_the_name_that_it_is_loaded_by() -> None:
    assert all(find_spec(library) for library in FOR_STAFF | FOR_THE_RENDERER)
