"""Where a record is used, from the records that refer to it alone: the same as from the whole draft."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialoog.catalogue.vocabulary import Severity
from dialoog.content.admin.using import draft_uses
from dialoog.content.document.exporting import export_document
from dialoog.content.document.references import targets_of, uses
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, PartnerType, Question

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.mark.parametrize("collection", SCHEMA)
def test_of_every_kind_it_is_what_the_whole_draft_says(collection: str) -> None:
    document = export_document()

    for instance in SCHEMA[collection].model._default_manager.all()[:4]:
        assert draft_uses([instance]) == uses(document, set(targets_of(instance)))


def test_of_several_at_once_what_they_say_of_each_other_does_not_count() -> None:
    partners = list(PartnerType.objects.all())

    found = draft_uses(partners)

    assert found == uses(export_document(), {target for partner in partners for target in targets_of(partner)})
    assert "signposts" in {use.key.collection for use in found}
    assert "partner_types" not in {use.key.collection for use in found}


def test_an_answer_that_something_asks_for_counts_for_its_question() -> None:
    found = draft_uses([Question.objects.get(slug="doelen")])

    assert {"rules", "reference_cases"} <= {use.key.collection for use in found}


def test_what_nothing_refers_to_reads_no_record() -> None:
    caution = Caution.objects.create(slug="nieuw", text="Let op.", severity=Severity.HARM)

    with CaptureQueriesContext(connection) as queries:
        assert draft_uses([caution]) == []
    assert not any("content_rule" in query["sql"] and "reason" in query["sql"] for query in queries)
