"""Migrates the database that the settings name, which older code has filled, and opens everything in it."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import django

PAGES_OF_RUNS = {
    "sqlite": {
        "half-way": "/advies/RT6KQPIh55Abme3egFDIBRq6Ey1I10kG/stap/thema/",
        "begun on release 2": "/advies/WSsc0EM_1T7QNCfDW-G2i1NUOyBhtt9-/stap/sector/",
        "report": "/advies/eQgrcXI3NMEX46NF-jnTTkNXqhfWKYOB/rapport/",
        "report for readers": "/rapport/sP1hnKs_IDmt10cfZQ-Srks92xy1NgX7/",
    },
    "postgresql": {
        "half-way": "/advies/qmE22PtAG_NjPI7lzmacbHbUbyBlhM36/stap/thema/",
        "begun on release 2": "/advies/zYlpp-2NOWQ2z064GvJV4aNRU7lmn5FR/stap/sector/",
        "report": "/advies/xQFj3OyyLCD2CoAS6xvCRHxyQalUC6sO/rapport/",
        "report for readers": "/rapport/mGOWu6kbW8a6h_arBOggR5u1Q3Yayq2j/",
    },
}
OLD = "content_historical"
CAME_LATER = {"signposts", "translations", "verdicts"}
"""Kinds of content of which an older database has none."""
Kept = tuple[str, int, str, str, str, Any, int | None]


def main() -> None:
    django.setup()
    from django.core.management import call_command

    before = old_versions()
    assert len(before) == 611
    call_command("migrate", verbosity=0)
    assert new_versions() == before
    assert not tables_like(OLD)
    content_is_sound_and_releases_are_what_they_were()
    nothing_is_left_of_the_old_permissions()
    the_finished_run_has_the_advice_of_then()
    call_command("setup")  # changes nothing on a site that has content
    assert new_versions() == before
    everything_opens()
    print("Alles ging open.")


def tables_like(beginning: str) -> list[str]:
    from django.db import connection

    return sorted(name for name in connection.introspection.table_names() if name.startswith(beginning))


def old_versions() -> list[Kept]:
    """Read from the tables that the migration takes away."""
    from django.db import connection

    columns = "id, history_type, history_date, history_change_reason, record, history_user_id"
    found: list[Kept] = []
    with connection.cursor() as cursor:
        for table in tables_like(OLD):
            cursor.execute(f"SELECT {columns} FROM {table}")
            model = table.removeprefix(OLD)
            found += [
                (model, pk, event, moment(at), reason or "", plain(record), author)
                for pk, event, at, reason, record, author in cursor.fetchall()
            ]
    return sorted(found, key=repr)


def new_versions() -> list[Kept]:
    from dialoog.content.models import Version

    return sorted(
        (
            (v.model_name, v.instance_pk, v.event, moment(v.made_at), v.reason, v.record, v.author_id)
            for v in Version.objects.all()
        ),
        key=repr,
    )


def moment(value: Any) -> str:
    """Equal for what the database gives and for what Django makes of it."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return str(at.replace(tzinfo=None).isoformat())


def plain(record: Any) -> Any:
    return json.loads(record) if isinstance(record, str) else record


def content_is_sound_and_releases_are_what_they_were() -> None:
    from dialoog.content.document.exporting import export_document
    from dialoog.content.document.soundness import problems
    from dialoog.content.models import Release
    from dialoog.content.releases.publishing import checksum

    assert problems(export_document()) == []
    first, second = Release.objects.order_by("number")
    assert first.checksum.startswith("2f732c6286ac5f83")
    assert second.checksum.startswith("fc50128def84559d")
    assert [checksum(release.document) for release in (first, second)] == [first.checksum, second.checksum]


def nothing_is_left_of_the_old_permissions() -> None:
    from django.contrib.auth.models import Permission

    assert not Permission.objects.filter(codename__contains="historical").exists()


def the_finished_run_has_the_advice_of_then() -> None:
    """`kept_advice.json` was made with the engine of then; a later one may conclude otherwise."""
    from dialoog.report.models import KeptAdvice

    kept = KeptAdvice.objects.get()
    assert kept.version == 1
    assert kept.data == json.loads((Path(__file__).parent / "kept_advice.json").read_text(encoding="utf-8"))


def everything_opens() -> None:
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment
    from django.utils import timezone

    from dialoog.report.models import Rendering
    from dialoog.wizard.models import Consultation

    setup_test_environment()
    settings.ALLOWED_HOSTS = ["testserver"]
    Consultation.objects.update(expires_at=timezone.now() + timedelta(days=1))  # they were live then
    visitor, editor = Client(), Client()
    for name, address in PAGES_OF_RUNS[connection.vendor].items():
        page = visitor.get(address)
        assert page.status_code == 200, (name, page.status_code)
        assert "report" not in name or "Onze keten" in page.content.decode()
    assert Rendering.objects.get().edition == "pagina"  # the PDF of before is made again when somebody asks for it
    assert not tables_like("report_reportpdf")
    editor.force_login(User.objects.get(username="anna"))
    staff_pages_open(editor)
    a_version_and_what_was_deleted_come_back(editor)


def staff_pages_open(editor: Any) -> None:
    from dialoog.content.document.schema import SCHEMA

    for collection, shape in SCHEMA.items():
        record = shape.model._default_manager.first()
        assert (record is None) == (collection in CAME_LATER), collection
        path = f"/beheer/content/{shape.model._meta.model_name}"
        pages = (f"{record.pk}/change/", f"{record.pk}/history/") if record else ("", "add/")
        for address in (f"{path}/{page}" for page in pages):
            assert editor.get(address).status_code == 200, address
    for address in ("/beheer/", "/beheer/uitgaven/", "/beheer/uitgaven/verschil/?van=1&naar=2", "/beheer/verwijderd/"):
        assert editor.get(address).status_code == 200, address


def a_version_and_what_was_deleted_come_back(editor: Any) -> None:
    from dialoog.content.models import Caution, Rule, Version

    rule = Rule.objects.get(code="K01")
    first = Version.objects.of(rule).last()
    assert first is not None
    assert first.record["reason"] != rule.reason
    editor.post(f"/beheer/content/rule/{rule.pk}/history/{first.pk}/terug/")
    rule.refresh_from_db()
    assert rule.reason == first.record["reason"]
    editor.post("/beheer/verwijderd/", {"collection": "cautions", "identity": "eerst_vragen"})
    assert Caution.objects.get(slug="eerst_vragen").text == "Vraag eerst wat mensen nodig hebben."


if __name__ == "__main__":
    main()
