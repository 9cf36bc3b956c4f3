"""What a browser does with the page of who waits."""

import time
from typing import Any

from django.test import Client


def come_back(reader: Client, page: Any) -> Any:
    """As a browser does, without its seconds of waiting."""
    end = time.monotonic() + 30
    while page.status_code == 202 and time.monotonic() < end:
        time.sleep(0.02)
        page = reader.get(page["Refresh"].partition("url=")[2])
    return page
