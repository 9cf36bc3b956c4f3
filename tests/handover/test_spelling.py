"""A code is read aloud with a name for each letter, in any language of the site."""

import pytest
from django.conf import settings
from django.utils.translation import override

from dialoog.handover.spelling import LETTERS, spelled, spelling


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_letter_has_a_name_that_begins_with_it(language: str) -> None:
    with override(language):
        names = spelling()

    assert [name[0] for name in names.values()] == list(names) == LETTERS


def test_a_code_is_said_in_threes_with_digits_as_they_are() -> None:
    assert spelled("2P4RECEYY") == "2, Pieter, 4 – Rudolf, Eduard, Cornelis – Eduard, Ypsilon, Ypsilon"
    with override("en"):
        assert spelled("2P4RECEYY") == "2, Papa, 4 – Romeo, Echo, Charlie – Echo, Yankee, Yankee"
