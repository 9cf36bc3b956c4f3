"""What is sent to who helps says how the site is, and nothing of anybody."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import Client, override_settings

from dialoog.content.models import Release
from dialoog.health import bundle
from dialoog.wizard.models import Consultation
from tests.journey import Journey

pytestmark = [pytest.mark.django_db]


def written() -> str:
    out = StringIO()
    call_command("support_bundle", stdout=out)
    return out.getvalue()


@pytest.mark.database
def test_it_says_how_the_site_is(client: Client) -> None:
    Journey(client)

    text = written()

    for part, _lines in bundle.PARTS:
        assert f"== {part}" in text
    assert "mislukt" not in text
    assert re.search(r"^Django 5\.", text, re.MULTILINE)
    assert "te doen: geen" in text
    assert "wizard.Consultation 1" in text
    assert str(Release.objects.get().checksum) in text
    assert f"{connection.vendor} " in text
    assert "MB vrij van" in text
    assert "security.W" in text  # no production here, and it says so


@pytest.mark.database
def test_no_secret_token_or_name_is_in_it(client: Client) -> None:
    User.objects.create_superuser("jansen", "jansen@voorbeeld.nl", "wachtwoord-van-jansen")
    client.force_login(User.objects.get())
    journey = Journey(client).finish(title="Zonneroosje", organisation="Jansen BV", contact="j@voorbeeld.nl")
    consultation = Consultation.objects.get()
    private = [settings.SECRET_KEY, journey.token, journey.shared.split("/")[2], consultation.code]
    private += [consultation.token_hash, consultation.share_hash, *(cookie.value for cookie in client.cookies.values())]
    private += ["jansen", "Zonneroosje", "voorbeeld.nl", User.objects.get().password]

    text = written()

    assert len(text) > 1000
    assert all(private)
    assert [secret for secret in private if secret.lower() in text.lower()] == []


def test_what_ends_up_in_a_part_by_mistake_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    database = {**settings.DATABASES["default"], "PASSWORD": "wachtwoord-van-de-database"}
    lines = [settings.SECRET_KEY, "postgres://u:wachtwoord-van-de-database@h/d", "/RAPPORT/geheimtoken/"]
    parts: tuple[tuple[str, Callable[[], list[str]]], ...] = (("deel", lambda: lines),)
    monkeypatch.setattr(bundle, "PARTS", parts)
    monkeypatch.setitem(settings.DATABASES, "default", database)

    text = bundle.support_bundle()

    assert text.count("…") == 3
    assert settings.SECRET_KEY not in text
    assert "wachtwoord" not in text
    assert "geheimtoken" not in text


def test_a_database_that_is_away_leaves_the_rest(client: Client) -> None:
    def away(execute: Any, sql: str, *rest: Any) -> Any:
        raise OperationalError("connection to server at geheime-host failed for user jansen")

    with connection.execute_wrapper(away):
        text = written()

    assert "mislukt: django.db.utils.OperationalError" in text
    assert "DIALOOG_RETENTION_DAYS = 90" in text
    assert "jansen" not in text
    assert "geheime-host" not in text


@override_settings(DIALOOG_VAR=Path("/bestaat/niet"))
def test_it_goes_to_a_file_or_says_why_not(tmp_path: Path) -> None:
    call_command("support_bundle", output=tmp_path / "site.txt")
    assert "mislukt: builtins.FileNotFoundError" in (tmp_path / "site.txt").read_text(encoding="utf-8")

    with pytest.raises(CommandError, match="kan niet worden geschreven"):
        call_command("support_bundle", output=tmp_path / "geen map" / "site.txt")
