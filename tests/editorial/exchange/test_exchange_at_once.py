"""Two who replace the content at the same moment, and one who edits meanwhile: nobody's work is lost unseen."""

from copy import deepcopy
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from dialoog.content.document.exporting import export_document
from dialoog.content.files.archive import pack
from dialoog.content.models import Caution
from dialoog.content.models.versions import Version
from dialoog.content.releases.publishing import Overtaken, checksum
from dialoog.content.versions.keeping import keep_version
from dialoog.editorial.exchange.exchange import receive, replace_draft
from tests.builders import real_document
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


def upload(text: str) -> Any:
    document = deepcopy(real_document())
    document["cautions"][0]["text"] = text
    return receive(pack(document), User.objects.get_or_create(username="redactie")[0])


def test_of_two_who_replace_at_once_one_is_asked_to_look_again() -> None:
    first, second = upload("De ene."), upload("De andere.")
    seen = checksum(export_document())

    outcomes = at_once(lambda: replace_draft(first, seen), lambda: replace_draft(second, seen))

    assert sorted(isinstance(outcome, Overtaken) for outcome in outcomes) == [False, True]
    assert export_document()["cautions"][0]["text"] in ("De ene.", "De andere.")


def test_an_edit_at_the_same_moment_is_kept_or_in_history() -> None:
    waiting, seen = upload("Uit het bestand."), checksum(export_document())
    caution = Caution.objects.first()

    @transaction.atomic
    def edit() -> None:
        """As the admin does."""
        caution.text = "Met de hand."
        caution.save()
        keep_version(caution)

    at_once(lambda: replace_draft(waiting, seen), edit)

    assert "Met de hand." in [version.record["text"] for version in Version.objects.of(caution)]
    assert export_document()["cautions"][0]["text"] in ("Met de hand.", "Uit het bestand.")
