"""Publishing: content becomes an immutable release, or nothing happens."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from dialoog.content.document.applying import apply_document
from dialoog.content.document.exporting import export_document
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.schema import SCHEMA
from dialoog.content.files.fixtures import read_fixtures, write_fixtures
from dialoog.content.models import Fact, PartnerType, Question, QuestionCondition, Release, Rule
from dialoog.content.models.releases import ImmutableRelease
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.content.releases.publishing import checksum, publish, republish
from dialoog.errors import NoRelease
from tests.builders import FIXTURES, build_document, build_fact, build_rule, gives, real_document

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def small_content() -> None:
    clear_content()
    apply_document(build_document(rules=[build_rule(partners=[gives("bond", 1)])]), reason="Proef")


def clear_content() -> None:
    """Empty tables, in the reverse of the order in which they are filled."""
    QuestionCondition.objects.all().delete()
    Question.objects.update(options_from=None)
    for shape in reversed(SCHEMA.values()):
        shape.model._default_manager.all().delete()


def test_a_release_holds_all_content(small_content: None) -> None:
    release = publish(note="Eerste")

    assert release.document == export_document()
    assert catalogue_of(release).rules[0].reason.text == "Zo staat het er."


def test_editing_changes_nothing_for_visitors(small_content: None) -> None:
    publish()
    Rule.objects.update(reason="Iets anders.")

    assert catalogue_of(current_release()).rules[0].reason.text == "Zo staat het er."


def test_numbers_count_on(small_content: None) -> None:
    first = publish()

    assert publish().number == first.number + 1


def test_the_current_release_costs_one_query_and_its_catalogue_none(
    small_content: None, django_assert_num_queries: object
) -> None:
    catalogue_of(publish())

    with django_assert_num_queries(1):  # type: ignore[operator]
        catalogue_of(current_release())


def test_rolling_back_publishes_the_older_content_again(small_content: None) -> None:
    first = publish()
    Rule.objects.update(reason="Fout.")
    publish()

    again = republish(first, note="Terug")

    assert current_release() == again
    assert again.checksum == first.checksum


def test_unsound_content_is_not_published(small_content: None) -> None:
    Rule.objects.update(reason="")
    before = Release.objects.count()

    with pytest.raises(ContentRefused, match="heeft geen onderbouwing"):
        publish()

    assert Release.objects.count() == before


def test_a_release_never_changes(small_content: None) -> None:
    release = publish()
    release.note = "Anders"

    with pytest.raises(ImmutableRelease):
        release.save()
    with pytest.raises(ImmutableRelease):
        release.delete()


def test_without_a_release_there_is_a_sentence(small_content: None) -> None:
    Release.objects.all()._raw_delete("default")

    with pytest.raises(NoRelease, match="nog niets gepubliceerd"):
        current_release()


def test_without_a_release_the_site_says_so(small_content: None) -> None:
    Release.objects.all()._raw_delete("default")

    page = Client(raise_request_exception=False).get("/")

    assert page.status_code == 503
    assert "De gids komt eraan" in page.content.decode()


def test_fixtures_come_out_byte_for_byte_as_they_went_in(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("export")
    clear_content()
    apply_document(read_fixtures(FIXTURES), reason="Proef")

    write_fixtures(folder, export_document())

    for path in sorted(FIXTURES.glob("*.yaml")):
        assert (folder / path.name).read_text("utf-8") == path.read_text("utf-8"), path.name


def test_the_same_content_has_the_same_checksum() -> None:
    clear_content()
    apply_document(real_document(), reason="Proef")

    assert publish().checksum == checksum(real_document())


def test_an_import_that_refers_to_nothing_loads_nothing() -> None:
    clear_content()
    document = build_document(rules=[build_rule(partners=[gives("niemand", 1)])])

    with pytest.raises(ContentRefused, match="verwijst naar partnertype 'niemand'"):
        apply_document(document, reason="Proef")

    assert not Fact.objects.exists()


def test_an_import_with_an_unknown_field_says_so() -> None:
    clear_content()

    with pytest.raises(ContentRefused, match="er is geen veld 'kleur'"):
        apply_document(build_document(facts=[build_fact(kleur="rood")]), reason="Proef")


def test_the_database_refuses_a_familiarity_without_its_answer(small_content: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerType.objects.update(familiarity="via_antwoord")


@pytest.mark.database
def test_a_document_lies_behind_all_that_is_read_without_it() -> None:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, Release._meta.db_table)

    assert columns[-1].name == "document"
