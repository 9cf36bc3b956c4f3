"""The pages of the knowledge base: all that the content has, each linked with the others, light, and kept."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from dialoog.content.releases.current import current_release, known_release
from dialoog.knowledge import keeping
from dialoog.knowledge.shelf import Shelf
from dialoog.knowledge.subjects import Kind
from dialoog.languages.active import all_languages
from tests.builders import real_catalogue

pytestmark = pytest.mark.django_db

LINK = re.compile(r'href="(/[^"#]*)(?:#([^"]*))?"')
MOST_BYTES = 25_000


def addresses(language: str = "nl") -> list[str]:
    with override(language):
        return [subject.url for subject in Shelf(real_catalogue()).pages.values()]


def all_pages(client: Client) -> Iterator[tuple[str, str]]:
    for address in addresses():
        yield address, client.get(address).content.decode()


@pytest.mark.slow
def test_every_goal_partner_and_example_has_a_page(client: Client) -> None:
    catalogue = real_catalogue()
    records = len(catalogue.goals) + len(catalogue.partner_types) + len(catalogue.practice_examples)

    assert len(addresses()) == len(set(addresses())) == records + 7
    assert {client.get(address).status_code for address in addresses()} == {200}


@pytest.mark.slow
def test_pages_are_there_in_each_language_and_lead_to_each_other(client: Client) -> None:
    for dutch, english in zip(addresses("nl"), addresses("en"), strict=True):
        page = client.get(dutch).content.decode()

        assert f'hreflang="en" href="http://testserver{english}"' in page
        assert '<html lang="en">' in client.get(english).content.decode()


@pytest.mark.slow
def test_no_link_between_pages_is_dead(client: Client) -> None:
    pages = dict(all_pages(client))
    for address, page in pages.items():
        for found, place in LINK.findall(page):
            if found.startswith("/kennis/") and "zoeken" not in found:
                assert found in pages, (address, found)
                assert not place or f'id="{place}"' in pages[found], (address, found, place)


@pytest.mark.slow
def test_every_page_can_be_reached_from_the_index(client: Client) -> None:
    pages = dict(all_pages(client))
    linked = {found for found, _place in LINK.findall(pages["/kennis/"])}

    assert pages.keys() - linked == {"/kennis/"} - linked


@pytest.mark.slow
def test_a_page_is_light(client: Client) -> None:
    sizes = {
        address: len(client.get(address, headers={"Accept-Encoding": "gzip"}).content)
        for language in all_languages()
        for address in addresses(language)
    }

    assert max(sizes.values()) <= MOST_BYTES, max(sizes, key=lambda address: sizes[address])


@pytest.mark.slow
def test_every_page_describes_itself(client: Client) -> None:
    seen = set()
    for address, page in all_pages(client):
        found = re.search(r'<meta name="description" content="([^"]+)">', page)
        assert found, address
        seen.add(unescape(found[1]))

    assert len(seen) == len(addresses())


def test_a_page_costs_one_question_and_makes_no_cookie(client: Client) -> None:
    client.get("/kennis/doelen/kennis/")
    with CaptureQueriesContext(connection) as asked:
        response = client.get("/kennis/doelen/kennis/")

    assert len(asked) == 1
    assert not response.cookies


def test_what_did_not_change_is_not_sent_again(client: Client) -> None:
    first = client.get("/kennis/doelen/kennis/")
    again = client.get("/kennis/doelen/kennis/", headers={"If-None-Match": first["ETag"]})
    other = client.get("/kennis/doelen/toegang/", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == again["Cache-Control"] == "no-cache"
    assert "Accept-Encoding" in again["Vary"]
    assert other.status_code == 200


def test_a_page_says_where_its_texts_stand_in_the_source(client: Client) -> None:
    page = client.get("/kennis/doelen/kennis/").content.decode()

    assert "Waar dit in de bron staat" in page
    assert re.search(r"‘<a [^>]+>Kennis ophalen of informatie verifiëren</a>’, De theorie", page)


def test_a_partner_leads_into_the_questions(client: Client) -> None:
    page = client.get("/kennis/partners/lokale_vakbond/").content.decode()

    assert '<a class="button" href="/">Wie past bij jouw situatie?</a>' in page


@pytest.mark.parametrize("address", ["/kennis/doelen/bestaat-niet/", "/kennis/partners/kennis/", "/kennis/x/"])
def test_what_the_release_does_not_have_is_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put"])
def test_a_page_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)("/kennis/").status_code == 405


@pytest.mark.slow
def test_a_new_release_has_new_pages(client: Client) -> None:
    before = client.get("/kennis/doelen/kennis/")
    release = current_release()
    document = release.document
    document["goals"][0]["summary"] = "Iets heel anders."
    type(release).objects.create(
        number=release.number + 1, document=document, checksum="ander", published_at=release.published_at
    )

    after = client.get("/kennis/doelen/kennis/")

    assert "Iets heel anders." in after.content.decode()
    assert after["ETag"] != before["ETag"]


def test_search_engines_find_every_page_in_every_language(client: Client) -> None:
    found = client.get("/sitemap.xml").content.decode()
    listed = re.findall(r"<loc>http://testserver([^<]+)</loc>", found)

    assert sorted(listed) == sorted(["/", "/en/", "/nieuws/", "/en/news/", *addresses("nl"), *addresses("en")])
    assert 'hreflang="en" href="http://testserver/en/knowledge/' in found
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_names_that_somebody_makes_up_for_the_site_fill_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    monkeypatch.setattr(keeping, "_kept", {})
    for name in ("een", "twee", "drie"):
        page = keeping.kept_page(known_release(), Kind.TOOLS, "", f"https://{name}.example/")
        assert f'href="https://{name}.example/kennis/hulpmiddelen/"'.encode() in page.page.filled()

    assert len(keeping._kept["nl"].pages) == 2
