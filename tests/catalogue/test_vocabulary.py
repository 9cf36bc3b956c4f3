"""Fixed lists give a Django field what it wants, and content its plain values."""

import json

from dialoog.catalogue.vocabulary import Severity, TipSet


def test_words_are_chosen_by_their_label() -> None:
    assert TipSet.choices() == [("algemeen", "Algemeen"), ("productieland", "Partners in productielanden")]


def test_a_severity_is_chosen_by_its_number() -> None:
    assert [value for value, _label in Severity.choices()] == [1, 2, 3]
    assert json.dumps([value for value, _label in Severity.choices()]) == "[1, 2, 3]"


def test_a_label_for_editors_begins_with_the_number() -> None:
    assert all(label.startswith(f"{value} – ") for value, label in Severity.choices())


def test_harm_is_the_gravest() -> None:
    assert max(Severity) is Severity.HARM
