"""A third language is a catalogue: no code knows which languages there are."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from dialoog.languages.catalogues import address_words
from tests.languages.third import spoken

WORDS = {"advies": "fremda-konsilo", "privacy": "Privateco nia!", "begin": "komenco"}
"""One of them can be no address."""


@pytest.fixture
def third(tmp_path: Path) -> Iterator[Path]:
    """With a few words of Interlingua, some of them addresses."""
    words = [polib.POEntry(msgctxt="address", msgid=word, msgstr=said) for word, said in WORDS.items()]
    with spoken(tmp_path, [*words, polib.POEntry(msgid="Begin met de vragen", msgstr="Komencu la demandojn")], "ia"):
        yield tmp_path


@pytest.mark.django_db
def test_it_has_pages_addresses_and_a_switch(client: Client, third: Path) -> None:
    assert settings.LANGUAGES[-1] == ("ia", "Interlingua")

    start = client.get("/ia/").content.decode()

    assert '<html lang="ia">' in start
    assert "Komencu la demandojn" in start
    assert 'action="/ia/komenco/"' in start
    assert 'href="/" hreflang="nl"' in start
    assert 'href="/en/" hreflang="en"' in start
    assert 'hreflang="ia" lang="ia">Interlingua</a>' in client.get("/").content.decode()
    assert '<p lang="nl">' in start  # the content has no word of it
    assert client.post("/ia/komenco/").url.startswith("/ia/fremda-konsilo/")


@pytest.mark.django_db
def test_a_word_that_no_address_can_have_is_not_used(client: Client, third: Path) -> None:
    with override("ia"):
        assert reverse("wizard:privacy") == "/ia/privacy/"
    assert client.get("/ia/privacy/").status_code == 200


def test_its_words_before_a_token_are_known(third: Path) -> None:
    assert address_words("advies", third) == ["advies", "fremda-konsilo"]
    assert address_words("privacy", third) == ["privacy"]
