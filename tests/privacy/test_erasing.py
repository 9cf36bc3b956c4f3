"""Of a run that was deleted, or came to its date, nothing is left: not in a table, not in a file."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from dialoog.advisers.adding import add
from dialoog.advisers.noting import write
from dialoog.compare.pointing import pointers_in
from dialoog.report.models import Rendering
from dialoog.wizard.models import Consultation
from tests.endings import delete
from tests.journey import Journey
from tests.privacy.traces import files_of_database_with, files_with, places_of

pytestmark = [pytest.mark.database]

MARKER = "Kwikstaart7391"
REMARK = "Zonneroosje4820"
COVER = {"title": f"Met {MARKER}", "organisation": MARKER, "contact": MARKER, "region": MARKER}
TEXTS, REMARKS, FORMS = "wizard_stepanswers.answers", "wizard_stepanswers.remarks", "report_rendering.content"
LIST = {f"advisers_held.{name}" for name in ("label", "note")}
NAMES = {f"second_opinion_invitation.{name}" for name in ("name", "host_name", "about")}
NAMED = {"name": MARKER, "host_name": MARKER, "about": MARKER}
PLAN = {f"plan_plannedaction.{name}" for name in ("text", "who", "note")}


def finish(client: Client) -> Journey:
    """A finished run with a marker in all that is typed, also in plan, remarks and adviser's list, and was read."""
    journey = Journey(client).finish(**COVER)
    client.post(f"/advies/{journey.token}/plan/eigen/", {"text": MARKER, "who": MARKER, "note": MARKER})
    client.post(f"/advies/{journey.token}/opmerkingen/", {"opmerking.doelen": MARKER})
    client.post(f"/advies/{journey.token}/tweede-mening/", {"uitnodigen": "abcdefgh", **NAMED})
    assert client.get(journey.url).status_code == 200
    _keep_in_a_list(journey)
    return journey


def _keep_in_a_list(journey: Journey) -> None:
    adviser, _made = User.objects.get_or_create(username="adviseur")
    (held,), _troubles = add(adviser, pointers_in(journey.shared))
    write(adviser, held.pk, {"label": MARKER, "note": MARKER}, {})


def purge_at_its_date(_journey: Journey) -> None:
    Consultation.objects.update(expires_at=timezone.now())
    call_command("purge", stdout=StringIO())


in_both_ways = pytest.mark.parametrize("end", [delete, purge_at_its_date])


def names_of(journey: Journey) -> list[str]:
    """All by which the run could be found, now that it is there."""
    consultation = Consultation.objects.get()
    share = journey.shared.split("/")[2]
    return [MARKER, consultation.code, consultation.token_hash, consultation.share_hash, journey.token, share]


@pytest.mark.django_db
@pytest.mark.slow
@in_both_ways
def test_no_column_holds_anything_of_a_run_that_ended(client: Client, end: Callable[[Journey], None]) -> None:
    journey = finish(client)
    names = names_of(journey)
    assert places_of(MARKER) == {TEXTS, REMARKS, FORMS, *NAMES, *PLAN, *LIST}

    end(journey)

    assert {name: places_of(name) for name in names if places_of(name)} == {}


@pytest.mark.django_db
def test_no_column_ever_holds_a_token(client: Client) -> None:
    *_stored, token, share = names_of(finish(client))

    assert places_of(token) | places_of(share) == set()


@pytest.mark.django_db
def test_a_draft_leaves_nothing_either(client: Client) -> None:
    journey = Journey(client).walk_to("controle")
    journey.send({"organisation": MARKER * 40}, "toon")
    assert places_of(MARKER) == {TEXTS}

    delete(journey)

    assert places_of(MARKER) == set()


@pytest.mark.django_db
def test_a_remark_stays_without_its_run_until_its_own_date(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    journey = finish(client)
    client.post(f"{journey.path}nuttig/", {"opinion": "ja", "remark": REMARK})
    delete(journey)
    assert places_of(REMARK) == {"insight_remark.text"}

    later = timezone.now() + timedelta(days=365)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("purge", stdout=StringIO())

    assert places_of(REMARK) == set()


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files of this process go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
@pytest.mark.pdf
@in_both_ways
def test_no_file_holds_anything_of_it_after_the_daily_purge(
    client: Client, end: Callable[[Journey], None], scratch: Path
) -> None:
    """With real PDFs, and on SQLite with the pages and the log of the database itself."""
    journey = finish(client)
    for edition in ("advies", "dossier"):
        assert client.post(f"{journey.path}pdf/{edition}/").url.endswith(f"{edition}.pdf")
    assert Rendering.objects.count() == 3
    names = names_of(journey)
    if connection.vendor == "sqlite":
        assert files_of_database_with(MARKER)

    end(journey)
    call_command("purge", stdout=StringIO())

    assert {name: places_of(name) for name in names if places_of(name)} == {}
    left = {
        name: files_of_database_with(name) | files_with(settings.DIALOOG_VAR, name) | files_with(scratch, name)
        for name in names
    }
    assert {name: files for name, files in left.items() if files} == {}
