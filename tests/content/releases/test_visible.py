"""What a visitor sees change: told by name, in each language, and nothing of what staff alone see."""

from copy import deepcopy
from typing import Any

import pytest
from django.db import connection

from dialoog.catalogue.translated import KINDS
from dialoog.content.models import Caution, Release
from dialoog.content.releases.publishing import publish, republish
from dialoog.content.releases.visible import BEHIND, LONGEST, MOST, NAMES, visible_changes, work_out_missing
from tests.builders import real_document

pytestmark = pytest.mark.slow

Document = dict[str, Any]


def changed(**collections: Any) -> Document:
    """The real document with another first record in each of these collections."""
    document = deepcopy(real_document())
    for collection, changes in collections.items():
        document[collection][0] |= changes
    return document


def between(new: Document, old: Document | None = None) -> Any:
    return visible_changes(old or real_document(), new)  # type: ignore[arg-type]


def test_what_is_new_changed_or_gone_is_told_by_name() -> None:
    document = deepcopy(real_document())
    gone = document["tips"].pop()
    document["tools"].append(document["tools"][0] | {"slug": "nieuw", "name": "Toets"})
    document["actions"][0]["text"] = "Bel eerst."

    assert between(document)["nl"] == {
        "actions": {"changed": {"names": [["Bel eerst.", ""]], "more": 0}},
        "tips": {"gone": {"names": [[gone["title"], ""]], "more": 0}},
        "tools": {"new": {"names": [["Toets", ""]], "more": 0}},
    }


@pytest.mark.parametrize(
    "collections",
    [
        {},
        {"facts": {"left_out": "Hoort er niet bij."}},
        {"reference_cases": {"why": "Daarom."}},
        {"cautions": {"facts": ["F001"], "basis": "advies"}},
        {"organisations": {"url_found_on": "2030-01-01", "url_is_confirmed": True}},
        {"rules": {"is_confirmed": True, "confirmed_by": "Anna", "confirmed_on": "2030-01-01"}},
        {"questions": {"name": "Anders genoemd"}},
        {"page_texts": {"text": "Anders."}},
    ],
)
def test_what_no_visitor_sees_says_nothing(collections: Any) -> None:
    assert between(changed(**collections)) == {}


def test_of_every_kind_that_visitors_read_it_is_known_how_it_is_told() -> None:
    assert {*NAMES, *BEHIND, "facts", "steps", "page_texts"} == {*KINDS}


def test_another_order_says_nothing() -> None:
    document = deepcopy(real_document())
    for collection in NAMES:
        document[collection].reverse()

    assert between(document) == {}


def test_an_option_of_a_question_is_a_change_of_that_question() -> None:
    document = deepcopy(real_document())
    question = document["questions"][0]
    question["options"].append(question["options"][0] | {"slug": "extra", "label": "Iets anders"})

    assert between(document)["nl"]["questions"]["changed"]["names"] == [[question["text"], ""]]


def test_rules_are_counted_in_every_language() -> None:
    document = deepcopy(real_document())
    document["rules"].pop()
    document["rules"][0]["partners"][0]["weight"] += 1
    next(question for question in document["questions"] if question["conditions"])["conditions"] = []
    document["combinations"][0]["text"] = "Samen weten ze meer."

    assert [found["rules"] for found in between(document).values()] == [4, 4]


def test_a_translation_is_seen_by_who_reads_that_language() -> None:
    document = deepcopy(real_document())
    row = next(
        row
        for record in document["translations"]
        if (record["collection"], record["identity"]) == ("tools", document["tools"][0]["slug"])
        for row in record["texts"]
        if row["path"] == "name"
    )
    row["text"] = "Another name"

    assert between(document) == {"en": {"tools": {"changed": {"names": [["Another name", ""]], "more": 0}}}}


def test_a_name_without_translation_says_its_language() -> None:
    document = deepcopy(real_document())
    document["tools"].append(document["tools"][0] | {"slug": "nieuw", "name": "Toets"})

    assert between(document)["en"]["tools"]["new"]["names"] == [["Toets", "nl"]]


def test_a_text_that_keeps_its_old_translation_is_no_news_in_that_language() -> None:
    assert between(changed(cautions={"text": "Let op."})).keys() == {"nl"}


def test_many_and_long_names_are_cut() -> None:
    document = deepcopy(real_document())
    document["actions"] += [document["actions"][0] | {"slug": f"a{n}", "text": "Bel. " * 100} for n in range(MOST + 3)]

    told = between(document)["nl"]["actions"]["new"]

    assert (len(told["names"]), told["more"]) == (MOST, 3)
    assert {len(name) for name, _language in told["names"]} <= set(range(LONGEST + 1))


def test_what_an_older_document_lacks_has_its_default_there() -> None:
    old = deepcopy(real_document())
    for collection, kind in KINDS.items():
        for record in old[collection]:
            for name in [name for name in kind.texts if not record[name]]:
                del record[name]
    for action in old["actions"]:
        if not action["needs_time"]:
            del action["needs_time"]
    del old["verdicts"]

    assert between(real_document(), old) == {}
    assert between(real_document(), {"goals": old["goals"]})["nl"].keys() == {*NAMES, "rules"} - {"goals"}


@pytest.mark.django_db
@pytest.mark.database
def test_a_release_keeps_what_it_changed_and_what_was_written() -> None:
    first = Release.objects.get()
    Caution.objects.filter(slug="capaciteit").update(text="Vraag wat haalbaar is.")
    second = publish(note="Voor collega's", news={"nl": "Duidelijker."})
    third = republish(first)

    for release in (second, third):
        release.refresh_from_db()
    assert first.visible == {}
    assert second.news == {"nl": "Duidelijker."}
    assert second.visible["nl"]["cautions"]["changed"]["names"] == [["Vraag wat haalbaar is.", ""]]
    assert third.news == {}
    assert third.visible["nl"]["cautions"].keys() == {"changed"}


@pytest.mark.django_db
@pytest.mark.database
def test_a_release_of_before_gets_what_it_would_have_had() -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Vraag wat haalbaar is.")
    second = publish()
    kept = second.visible
    Release.objects.update(visible=None)

    work_out_missing()

    second.refresh_from_db()
    assert kept
    assert second.visible == kept
    assert Release.objects.get(number=1).visible is None


@pytest.mark.django_db
@pytest.mark.database
def test_the_document_is_the_last_column_of_a_release() -> None:
    """What lies behind it costs SQLite the whole document to read."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, Release._meta.db_table)

    assert [column.name for column in columns][-1] == "document"
