"""What somebody who helps must know of a site, as one text: no secrets, nothing of visitors, no names of staff.

It is sent to others, so values are chosen one by one: a setting that is not named here is not in it.
"""

import io
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import distributions

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.logs import redact

SETTINGS = (
    "DEBUG",
    "ALLOWED_HOSTS",
    "DIALOOG_PRODUCTION",
    "DIALOOG_HTTPS",
    "DIALOOG_PROXY",
    "DIALOOG_RETENTION_DAYS",
    "DIALOOG_PLAN_DAYS",
    "DIALOOG_SECURITY_CONTACT",
    "DIALOOG_LOGS",
    "DIALOOG_METRICS",
    "DIALOOG_VAR",
    "LANGUAGE_CODE",
    "TIME_ZONE",
)
DATABASE_SETTINGS = ("ENGINE", "CONN_MAX_AGE", "CONN_HEALTH_CHECKS")
"""Not where it is, who logs in, or with what."""

MEGABYTE = 1024 * 1024
HIDDEN = "…"


def support_bundle() -> str:
    """A part that fails says so and leaves the others: mostly it is asked for when something is broken."""
    text = "\n".join(line for title, lines in PARTS for line in (f"== {title}", *_tried(lines), ""))
    return _without_secrets(text)


def _tried(lines: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return list(lines())
    except Exception as error:  # the message may name a host or a user
        return [f"mislukt: {type(error).__module__}.{type(error).__qualname__}"]


def _moment() -> Iterator[str]:
    yield timezone.now().isoformat(timespec="seconds")


def _versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}"
    yield from sorted(f"{package.name} {package.version}" for package in distributions())


def _settings() -> Iterator[str]:
    for name in SETTINGS:
        yield f"{name} = {getattr(settings, name)!r}"
    for name in DATABASE_SETTINGS:
        yield f"DATABASE {name} = {settings.DATABASES['default'].get(name)!r}"


def _database() -> Iterator[str]:
    connection.ensure_connection()
    yield f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}"


def _migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    waiting = [
        f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())
    ]
    yield f"toegepast: {len(executor.loader.applied_migrations)}"
    yield f"te doen: {', '.join(waiting) or 'geen'}"


def _rows() -> Iterator[str]:
    for model in apps.get_models():
        yield f"{model._meta.label} {model._default_manager.count()}"


def _last_release() -> Iterator[str]:
    """Without what somebody wrote with it, or who published it."""
    if release := Release.objects.current():
        yield f"{release.number}, {release.published_at.isoformat(timespec='seconds')}, {release.checksum}"
    else:
        yield "geen"


def _checks() -> Iterator[str]:
    out, problems = io.StringIO(), io.StringIO()
    try:
        call_command("check", deploy=True, stdout=out, stderr=problems)
    except SystemCheckError as error:
        yield str(error)
    yield from (out.getvalue() + problems.getvalue()).splitlines()


def _disk() -> Iterator[str]:
    usage = shutil.disk_usage(settings.DIALOOG_VAR)
    yield f"{usage.free // MEGABYTE} MB vrij van {usage.total // MEGABYTE} MB"
    for path in sorted(settings.DIALOOG_VAR.iterdir()):
        if path.is_file():
            yield f"{path.name} {path.stat().st_size // 1024} kB"


def _without_secrets(text: str) -> str:
    """What cannot be in it is taken out all the same."""
    database = settings.DATABASES["default"]
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS, database.get("PASSWORD")):
        if secret:
            text = text.replace(str(secret), HIDDEN)
    return "\n".join(map(redact, text.split("\n")))


PARTS: tuple[tuple[str, Callable[[], Iterable[str]]], ...] = (
    ("gemaakt op", _moment),
    ("instellingen", _settings),
    ("database", _database),
    ("migraties", _migrations),
    ("laatste uitgave", _last_release),
    ("rijen", _rows),
    ("check --deploy", _checks),
    ("ruimte in DIALOOG_VAR", _disk),
    ("versies", _versions),
)
