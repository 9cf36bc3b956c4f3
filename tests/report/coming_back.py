"""What a browser does with the page of who waits, and a line in which nobody waits long."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client

from dialoog.report import download, waiting


@contextmanager
def quick_line(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One of its own, which has ended at the end; what it makes is no PDF."""
    monkeypatch.setattr(waiting, "line", waiting.Line())
    monkeypatch.setattr(waiting, "PATIENCE", 0.1)
    monkeypatch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF-1.7")
    yield
    for thread in threading.enumerate():
        if thread.name == "pdf":
            thread.join(30)


def come_back(reader: Client, page: Any) -> Any:
    """As a browser does, without its seconds of waiting."""
    end = time.monotonic() + 30
    while page.status_code == 202 and time.monotonic() < end:
        time.sleep(0.02)
        page = reader.get(page["Refresh"].partition("url=")[2])
    return page
