"""What a rendering depends on besides its run, in one number."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

FOLDERS = {"dialoog": "*.py", "templates": "*", "static": "*", "locale": "*.mo"}
"""All of our own code and words, because nobody can say for sure which line of it a page does not depend on."""

PACKAGES = ("Django", "weasyprint", "pydyf", "fonttools", "markdown-it-py", "nh3")


@cache
def rendering_key() -> str:
    """64 hex digits, worked out once for each process. After an upgrade it is another, and all is rendered anew."""
    digest = sha256()
    for part in (*_settings(), *_versions(), *_files(Path(settings.BASE_DIR))):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _settings() -> Iterator[bytes]:
    """Those that change an address or a date on a page."""
    static = settings.STORAGES["staticfiles"]["BACKEND"]
    for value in (static, settings.STATIC_URL, settings.LANGUAGE_CODE, settings.TIME_ZONE):
        yield value.encode()


def _versions() -> Iterator[bytes]:
    for package in PACKAGES:
        yield version(package).encode()


def _files(root: Path) -> Iterator[bytes]:
    """Name and content of each, in one order on every machine."""
    for folder, pattern in FOLDERS.items():
        for path in sorted(path for path in (root / folder).rglob(pattern) if path.is_file()):
            yield path.relative_to(root).as_posix().encode()
            yield path.read_bytes()
