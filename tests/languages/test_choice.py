"""Another language is offered: by a link on every page, and once by what the browser says. Nobody is led away."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from dialoog.content.releases.current import catalogue_of, known_release
from dialoog.content.releases.publishing import publish
from dialoog.languages.active import all_languages
from dialoog.wizard.around import texts
from tests.languages.english import EnglishJourney, switch_on, text_of

pytestmark = pytest.mark.django_db

ENGLISH = {"Accept-Language": "en-GB,en;q=0.9,nl;q=0.5"}
SITE = "http://testserver"
OFFER = 'lang="en"><a href="/en/" hreflang="en">'


@pytest.mark.parametrize(
    ("header", "is_offered"),
    [
        ("en", True),
        ("en-GB,en;q=0.9,nl;q=0.5", True),
        ("fr,en;q=0.5", True),
        ("nl,en;q=0.9", False),
        ("nl-BE", False),
        ("fr", False),
        ("", False),
        ("*", False),
        ("en;q=x, \x00", False),
    ],
)
def test_the_start_page_offers_what_the_browser_likes(client: Client, header: str, is_offered: bool) -> None:
    response = client.get("/", headers={"Accept-Language": header})

    assert response.status_code == 200
    assert (OFFER in response.content.decode()) == is_offered
    assert "Accept-Language" in response["Vary"]


def test_the_offer_is_in_the_language_that_is_offered(client: Client) -> None:
    page = client.get("/en/", headers={"Accept-Language": "nl"}).content.decode()

    assert '<p class="small" lang="nl"><a href="/" hreflang="nl">Deze gids is er ook in het Nederlands.</a></p>' in page


def test_no_other_page_looks_at_what_the_browser_likes(client: Client) -> None:
    response = client.get("/privacy/", headers=ENGLISH)

    assert OFFER not in response.content.decode()
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.slow
def test_the_start_page_is_kept_for_each_language(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    rendered: list[object] = []
    render = texts._render

    def counted(*arguments: object) -> object:
        rendered.append(arguments)
        return render(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(texts, "_render", counted)
    for _turn in range(3):
        assert '<html lang="nl">' in text_of("/", client)
        assert '<html lang="en">' in text_of("/en/", client)
        client.get("/", headers=ENGLISH)

    assert len(rendered) == 2


@pytest.mark.parametrize(("dutch", "english"), [("/", "/en/"), ("/privacy/", "/en/privacy/")])
def test_public_pages_name_one_another(client: Client, dutch: str, english: str) -> None:
    for url in (dutch, english):
        page = text_of(url, client)
        found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', page)
        whole = {"nl": SITE + dutch, "en": SITE + english, "x-default": SITE + dutch}
        assert [*dict(found)][-1] == "x-default"
        assert dict(found) == whole
    assert 'hreflang="en" lang="en">English</a>' in text_of(dutch, client)
    assert switch_on(text_of(english, client)) == dutch


def test_they_are_named_by_the_name_that_was_asked_for(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["een.example.nl", "twee.example.nl"]

    for name in settings.ALLOWED_HOSTS * 2:
        for url in ("/", "/privacy/"):
            page = client.get(url, headers={"Host": name}, secure=True).content.decode()
            assert f'hreflang="en" href="https://{name}/en{url}">' in page
            assert set(re.findall(r'href="https://([^/"]+)', page)) == {name}


def test_private_pages_name_none(client: Client) -> None:
    assert 'rel="alternate"' not in text_of(EnglishJourney(client).url, client)


def test_every_language_is_read_before_the_database_can_be_away() -> None:
    publish()

    known = known_release()

    assert list(known.catalogues) == all_languages()
    with override("en"):
        assert known.catalogue is catalogue_of(known.release, "en")
    assert known.catalogue is not catalogue_of(known.release, "en")


def test_nothing_of_an_address_without_a_token_comes_back(client: Client) -> None:
    assert "geheim" not in client.get("/privacy/?q=geheim").content.decode()


def test_an_error_page_is_in_the_language_of_its_address(client: Client) -> None:
    assert '<html lang="en">' in client.get("/en/advice/x/").content.decode()
    assert '<html lang="en">' in client.put("/en/").content.decode()
    assert 'href="/en/"' in client.get("/en/advice/x/").content.decode()
