"""Two saves at the same moment take turns: the second meets what the first saved."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from dialoog.content.document.applying import apply_record
from dialoog.content.document.exporting import export_record
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Rule
from dialoog.content.models.versions import Version
from dialoog.content.versions.keeping import keep_version
from tests.content.admin.admin_forms import change, form_of
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


def editor(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser(name))
    return client


def test_two_fields_at_once_are_both_saved() -> None:
    rule = Rule.objects.get(code="K06")
    els, piet = editor("els"), editor("piet")
    mine, theirs = form_of(els, change(rule)), form_of(piet, change(rule))

    answers = at_once(
        lambda: els.post(change(rule), mine | {"reason": "Van Els."}).status_code,
        lambda: piet.post(change(rule), theirs | {"known_bonus": "3"}).status_code,
    )

    rule.refresh_from_db()
    assert answers == [302, 302]
    assert (rule.reason, rule.known_bonus) == ("Van Els.", 3)
    assert Version.objects.of(rule)[0].record["reason"] == "Van Els."


def test_of_two_texts_at_once_one_is_saved_and_the_other_asked_about() -> None:
    caution = Caution.objects.get(slug="capaciteit")
    clients = [editor("els"), editor("piet"), editor("tess")]
    forms = [form_of(client, change(caution)) | {"text": f"Tekst {n}."} for n, client in enumerate(clients)]

    answers = at_once(
        *[
            lambda client=client, form=form: client.post(change(caution), form).status_code  # type: ignore[misc]
            for client, form in zip(clients, forms, strict=True)
        ]
    )

    caution.refresh_from_db()
    assert sorted(answers) == [200, 200, 302]
    assert caution.text == f"Tekst {answers.index(302)}."


def test_a_save_and_an_upload_at_once_do_not_hold_each_other_up() -> None:
    caution = Caution.objects.get(slug="capaciteit")
    record = {**export_record(SCHEMA["cautions"], caution), "basis": "afgeleid"}
    els = editor("els")
    form = form_of(els, change(caution)) | {"text": "Van Els."}

    answers = at_once(
        lambda: els.post(change(caution), form).status_code,
        lambda: apply_record("cautions", record, reason="Versie teruggezet"),
    )

    assert answers[0] == 302, answers
    assert isinstance(answers[1], Caution), answers


def test_a_save_and_a_deletion_at_once_take_turns() -> None:
    rule = Rule.objects.create(code="Z99", reason="Wie er werkt, weet het.", basis="advies", order=9990)
    keep_version(rule)
    els, piet = editor("els"), editor("piet")
    form = form_of(els, change(rule)) | {"reason": "Van Els."}
    gone = reverse("admin:content_rule_delete", args=[rule.pk])

    saved, deleted = at_once(
        lambda: els.post(change(rule), form).status_code,
        lambda: piet.post(gone, {"post": "yes"}).status_code,
    )

    assert saved in (302, 410)
    assert deleted == 302
    kept = [version.record["reason"] for version in Version.objects.of(rule) if version.record]
    assert ("Van Els." in kept) == (saved == 302)
