"""Who changed what and when, for whole records, and the way back."""

import pytest
from django.contrib.auth.models import User
from django.db.models.signals import post_delete
from django.test import Client
from django.utils.html import escape

from dialoog.content.document.differences import Change
from dialoog.content.document.exporting import export_document, export_record
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Combination, PartnerEffect, PartnerType, PartnerWatchOut, Release, Rule
from dialoog.content.models.versions import Event, Version
from dialoog.content.versions.history import history_of
from dialoog.content.versions.keeping import keep_version
from dialoog.editorial.exchange.uploads import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("anna"))
    return client


def save_rule(staff: Client, rule: Rule, **changes: str) -> None:
    """Through the admin, with every field as it was but for the changes."""
    url = f"/beheer/content/rule/{rule.pk}/change/"
    shown = staff.get(url).context
    page, inlines = shown["adminform"].form, shown["inline_admin_formsets"]
    data: dict[str, object] = {name: _plain(page[name].value()) for name in page.fields} | {"opened": shown["opened"]}
    for formset in (inline.formset for inline in inlines):
        for form in [formset.management_form, *formset.forms]:
            data |= {form[name].html_name: _plain(form[name].value()) for name in form.fields}
    filled = {name: value for name, value in data.items() if value is not None and value is not False}
    response = staff.post(url, {**filled, **changes})
    assert response.status_code == 302, list(response.context["errors"])


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [getattr(item, "pk", item) for item in value]
    return value


def test_loaded_content_has_a_first_version() -> None:
    rule = Rule.objects.get(code="K01")

    (first,) = history_of(rule)

    assert first.version.reason
    assert first.version.record == export_record(SCHEMA["rules"], rule)


def test_every_kind_of_content_has_versions() -> None:
    for collection, shape in SCHEMA.items():
        record = shape.model._default_manager.first()
        assert record is not None, collection
        assert [entry.is_latest for entry in history_of(record)] == [True]


def test_a_save_in_the_admin_is_kept_with_its_author_and_all_that_belongs_to_it(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    effect = rule.partners.get()

    save_rule(staff, rule, **{"partners-0-weight": "9", "partners-0-id": str(effect.pk)})

    latest = next(history_of(rule))
    assert str(latest.version.author) == "anna"
    assert latest.difference is not None
    assert latest.difference.change is Change.CHANGED
    assert [piece.text for field in latest.difference.fields for piece in field.pieces] == [
        "Lokale expert +3",
        "Lokale expert +9",
    ]
    assert "Lokale expert +9" in staff.get(f"/beheer/content/rule/{rule.pk}/history/").content.decode()


def test_restoring_brings_back_the_whole_record(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    before = export_document()
    first = next(history_of(rule)).version
    PartnerEffect.objects.filter(rule=rule).delete()
    rule.reason = "Iets anders."
    rule.save()
    keep_version(rule)

    url = f"/beheer/content/rule/{rule.pk}/history/{first.pk}/terug/"
    asked = staff.get(url).content.decode()
    done = staff.post(url, follow=True)

    assert "Lokale expert +3" in asked
    assert "is teruggezet" in done.content.decode()
    assert export_document() == before
    assert [entry.version.event for entry in history_of(rule)] == ["~", "~", "+"]


def test_a_rule_from_before_lines_had_reasons_comes_back(staff: Client) -> None:
    """Its version lacks what a rule has since, and names what it links to without more."""
    rule = Rule.objects.get(code="K06")
    link = rule.actions.first()
    assert link is not None
    record = export_record(SCHEMA["rules"], rule) | {"partners": [], "tips": [], "actions": [link.action.slug]}
    then = {name: value for name, value in record.items() if name != "outcomes"}
    old = Version.make(rule, Event.CHANGED, then)
    old.save()
    link.reason = "Dan weet je het."
    link.save()
    rule.outcomes.create(outcome="niemand_om_te_beginnen")
    keep_version(rule)

    url = f"/beheer/content/rule/{rule.pk}/history/"
    asked = staff.get(f"{url}{old.pk}/terug/").content.decode()
    staff.post(f"{url}{old.pk}/terug/")

    assert "er niemand is om mee te beginnen (groep 1)" in asked
    assert "Dan weet je het." in asked
    assert export_record(SCHEMA["rules"], rule) == {**record, "outcomes": []}
    assert staff.get(url).status_code == 200


def test_opening_the_page_of_an_old_version_changes_nothing(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    version = next(history_of(rule)).version
    before = export_document()

    staff.get(f"/beheer/content/rule/{rule.pk}/history/{version.pk}/terug/")

    assert export_document() == before
    assert len(list(history_of(rule))) == 1


def test_a_version_that_refers_to_what_is_gone_is_refused_in_a_sentence(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    helper = PartnerType.objects.create(slug="tolk", name="Tolk", description="Vertaalt.")
    rule.partners.create(partner_type=helper, weight=1)
    rule.save()
    keep_version(rule)
    with_helper = next(history_of(rule)).version
    rule.partners.filter(partner_type=helper).delete()
    rule.save()
    keep_version(rule)
    helper.delete()
    before = export_document()

    url = f"/beheer/content/rule/{rule.pk}/history/{with_helper.pk}/terug/"
    page = staff.post(url, follow=True).content.decode()

    assert "De versie is niet teruggezet." in page
    assert "tolk" in page
    assert export_document() == before


def test_a_record_that_got_another_key_keeps_it_when_it_is_restored(staff: Client) -> None:
    caution = Caution.objects.get(slug="capaciteit")
    first = next(history_of(caution)).version
    caution.slug, caution.text = "haalbaar", "Vraag het na."
    caution.save()
    keep_version(caution)

    staff.post(f"/beheer/content/caution/{caution.pk}/history/{first.pk}/terug/")

    caution.refresh_from_db()
    assert (caution.slug, caution.text) == ("haalbaar", first.record["text"])


def test_a_version_of_another_record_is_a_404(staff: Client) -> None:
    one, other = Rule.objects.all()[:2]
    version = next(history_of(other)).version

    assert staff.get(f"/beheer/content/rule/{one.pk}/history/{version.pk}/terug/").status_code == 404


def test_what_was_deleted_comes_back_whole(staff: Client) -> None:
    partner = PartnerType.objects.create(slug="tolk", name="Tolk", description="Vertaalt.", order=9990)
    PartnerWatchOut.objects.create(partner_type=partner, text="Vraag naar ervaring.", order=10)
    keep_version(partner)
    before = export_document()
    partner.delete()

    page = staff.get("/beheer/verwijderd/").content.decode()
    assert "Tolk" in page
    response = staff.post("/beheer/verwijderd/", {"collection": "partner_types", "identity": "tolk"}, follow=True)

    assert "staat weer in het concept" in response.content.decode()
    assert export_document() == before
    assert "Er is niets verwijderd." in staff.get("/beheer/verwijderd/").content.decode()


def test_what_was_never_there_cannot_come_back(staff: Client) -> None:
    assert staff.post("/beheer/verwijderd/", {"collection": "rules", "identity": "Z99"}).status_code == 404
    assert staff.post("/beheer/verwijderd/", {}).status_code == 404


def test_who_restores_is_the_author_of_what_comes_back(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    first = next(history_of(rule)).version
    Rule.objects.filter(pk=rule.pk).update(reason="Iets anders.")

    staff.post(f"/beheer/content/rule/{rule.pk}/history/{first.pk}/terug/")

    latest = next(history_of(rule)).version
    assert (str(latest.author), latest.record["reason"]) == ("anna", first.record["reason"])


def test_the_page_of_an_old_version_is_called_after_the_record_as_it_was(staff: Client) -> None:
    pair = Combination.objects.first()
    assert pair is not None
    was, version = str(pair), next(history_of(pair)).version
    free = PartnerType.objects.create(slug="tolk", name="Tolk", description="Vertaalt.")
    Combination.objects.filter(pk=pair.pk).update(first=free)

    page = staff.get(f"/beheer/content/combination/{pair.pk}/history/{version.pk}/terug/").content.decode()

    assert escape(was) in page


def test_nobody_reads_what_has_no_versions_before_deleting_it() -> None:
    """Django does, row by row, where anybody listens to deletions: a purge would load every PDF."""
    assert post_delete.has_listeners(Rule)
    assert not post_delete.has_listeners(Upload)
    assert not post_delete.has_listeners(Release)
