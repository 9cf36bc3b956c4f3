"""The system's Chromium. `python -m tests.chromium` opens a page in it the way the tests do."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

LAUNCH: dict[str, Any] = {
    "executable_path": shutil.which("chromium") or "chromium",
    "args": [
        "--no-sandbox",  # so that it also starts as root in a container
        "--disable-dev-shm-usage",
        "--disable-gpu",
        # Two pages for the address bar that nobody sees, which take longer to load in each window than ours.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    ],
}


@cache
def starts() -> bool:
    """In a process of its own, because the tests' own Playwright does not bear another one beside it."""
    command = [sys.executable, "-m", "tests.chromium"]
    return subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    with sync_playwright() as playwright:
        playwright.chromium.launch(**LAUNCH).new_page()
