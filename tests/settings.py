"""The site's settings, with what differs while it is tested."""

import atexit
import shutil
import tempfile
from pathlib import Path

from dialoog.settings import *  # noqa: F403
from dialoog.settings import DATABASES, PLAIN_STORAGE, STORAGES

# Static files come from their sources, so that nothing has to be collected first.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": PLAIN_STORAGE}}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Slow on purpose elsewhere; here nobody guesses.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# One PDF at a time is per folder; two workers of one test run need not wait for each other.
DIALOOG_VAR = Path(tempfile.mkdtemp(prefix="dialoog-test-"))
atexit.register(shutil.rmtree, DIALOOG_VAR, ignore_errors=True)

# A file, because a database in memory has other locks. One a process, so that two runs do not meet.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": DIALOOG_VAR / "test.sqlite3"}
