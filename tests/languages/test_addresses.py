"""The language of a page is that of its address, whoever asks and whatever was asked before."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import get_language, override, pgettext

from dialoog.languages.active import all_languages
from dialoog.languages.addresses import word_of
from dialoog.languages.catalogues import CODE, LOCALE, SOUND, address_words, languages_in
from dialoog.languages.links import holds_token
from dialoog.languages.middleware import language_of
from dialoog.logs import redact
from tests.faults.addresses import PLACE, every_address
from tests.rooms import ROOMS

TOKEN = "abcDEF-_0123456789abcdefGHIJKLMN"

OF_STAFF = ["/beheer/", "/beheer/voorbeeld/rapport/", "/beheer/rapporten/12/", "/beheer/teksten/voorbeeld/stap/doelen/"]
"""Of those that hold no token."""


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "nl"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/EN/", "nl"),
        ("/nl/", "nl"),
        ("/xx/", "nl"),
        ("/english/", "nl"),
        ("/beheer/en/", "nl"),
        ("/advies/en/", "nl"),
        ("", "nl"),
    ],
)
def test_the_prefix_alone_says_the_language(path: str, language: str) -> None:
    assert language_of(path) == language


def test_the_languages_are_those_with_a_catalogue() -> None:
    assert languages_in()[:2] == [("nl", "Nederlands"), ("en", "English")]
    assert all_languages() == ["nl", *sorted(path.name for path in LOCALE.iterdir() if path.name != "nl")]


def test_a_language_without_a_name_is_its_code(tmp_path: Path) -> None:
    folder = tmp_path / "qq" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.mo").write_bytes((LOCALE / "nl/LC_MESSAGES/django.mo").read_bytes())

    assert languages_in(tmp_path) == [("nl", "Nederlands"), ("qq", "qq")]
    assert address_words("advies", tmp_path) == ["advies"]


def test_a_translation_that_no_address_can_have_is_none() -> None:
    class Odd(str):
        """Reads otherwise in another language."""

        def __str__(self) -> str:
            return "advies" if get_language() == "nl" else "a/b ?"

    with override("en"):
        assert word_of(Odd()) == "advies"


@pytest.mark.parametrize("language", all_languages())
def test_every_address_leads_to_its_own_view(language: str) -> None:
    """No two words of a language stand for two pages in one place."""
    with override(language):
        own = [a for a in every_address() if a.name.partition(":")[0] in ROOMS and ":" in a.name]
        seen = 0
        for address in own:
            for extra in ({}, {"edition": "advies"}, {"edition": "dossier"}):
                values = dict.fromkeys(PLACE.findall(address.route), "x") | extra
                try:
                    path = reverse(address.name, kwargs=values)
                except NoReverseMatch:  # not every page has an edition
                    continue
                seen += 1
                assert resolve(path).view_name == address.name
                assert all(SOUND.fullmatch(part.partition(".")[0]) for part in path.split("/") if part)
        assert seen > 20


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/xx/", "/nl/", "/EN/", "/en/advies/x/", "/advice/x/", "/en/x/", "/en/beheer/"])
def test_what_is_no_address_is_not_found(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert f'<html lang="{language_of(path)}">' in response.content.decode()


@pytest.mark.django_db
def test_an_address_without_its_last_slash_goes_on(client: Client) -> None:
    assert client.get("/en").url == "/en/"
    assert client.get("/en/privacy").url == "/en/privacy/"


@pytest.mark.django_db
def test_staff_read_dutch(client: Client) -> None:
    client.get("/en/privacy/")

    page = client.get("/beheer/login/", headers={"Accept-Language": "en"}).content.decode()

    assert 'lang="nl"' in page
    assert "Aanmelden" in page


@pytest.mark.django_db
def test_no_request_leaves_its_language_behind(client: Client) -> None:
    client.get("/en/privacy/")
    assert get_language() == "nl"
    with override("en"):
        assert '<html lang="nl">' in client.get("/privacy/").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        f"/advies/{TOKEN}/",
        f"/en/advice/{TOKEN}/",
        f"/EN/ADVICE/{TOKEN}/",
        f"/en/advies/{TOKEN}/",
        f"/xx/report/{TOKEN}/",
        f"/pt-br/rapport/{TOKEN}/",
        f"/report/{TOKEN}",
        f"/uitnodiging/{TOKEN}/",
        f"/en/Invitation/{TOKEN}/",
        f"/beheer/rapporten/bij/rapport/{TOKEN}/",
        f"/beheer/teksten/advies/{TOKEN}/",
        f"/Beheer/teksten/advies/{TOKEN}/stap/doelen/",
        f"/beheer/teksten/rapport/{TOKEN}/",
    ],
)
def test_an_address_with_a_token_is_known_in_any_language(path: str) -> None:
    assert holds_token(path)
    assert "geheim" not in redact(path.replace(TOKEN, "geheim"))


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/en/privacy/", "/beheer/advies/", "/advies", "/en/x/advice/", *OF_STAFF]
)
def test_other_addresses_hold_none(path: str) -> None:
    assert not holds_token(path)


@pytest.mark.django_db
@pytest.mark.parametrize("path", [f"/en/advice/{TOKEN}/", f"/en/report/{TOKEN}/"])
def test_a_page_with_a_token_tells_nobody(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]


def test_languages_and_their_prefixes_are_of_one_form() -> None:
    assert all(re.fullmatch(CODE, code) for code in all_languages())
    assert resolve("/begin/").view_name == "wizard:begin"
    with override("en"):
        assert pgettext("address", "advies") == "advice"
