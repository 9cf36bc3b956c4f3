"""The advice runs without Django, so that it can be run thousands of times, anywhere."""

import subprocess
import sys


def test_the_advice_imports_nothing_of_django() -> None:
    code = "import sys, dialoog.advice; print([name for name in sys.modules if name.split('.')[0] == 'django'])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
