"""What a visitor's worker loads: nothing that only staff need, and nothing of files that few ask for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LIBRARIES = ("pysat", "pysolvers", "pyphen", "docx", "odfdo", "lxml", "icalendar", "xlsxwriter")
"""Of the solver, the reading level, and of files that are made when somebody asks for one."""
LINES = f"""
LIBRARIES = {LIBRARIES}
import sys
import dialoog.wsgi
from django.test import RequestFactory
from django.urls import get_resolver
from dialoog.catalogue.answers import Answers
from dialoog.advice.conclusion import Conclusion
from tests.builders import real_catalogue
from tests.advice.test_golden_cases import CASES

environ = RequestFactory(SERVER_NAME="localhost").get("/robots.txt").environ
status = []
body = dialoog.wsgi.application(environ, lambda line, headers: status.append(line))
assert b"".join(body) and status == ["200 OK"], status
assert get_resolver().url_patterns
Conclusion.of(real_catalogue(), Answers.from_json(real_catalogue(), CASES[0]["answers"]))
print(",".join(name for name in LIBRARIES if name in sys.modules))
"""


@pytest.mark.slow
def test_what_visitors_mostly_do_loads_nothing_that_few_need() -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    root = Path(__file__).parent.parent
    found = subprocess.run([sys.executable, "-c", LINES], env=env, cwd=root, capture_output=True, text=True)

    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == ""
