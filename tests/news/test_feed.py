"""The feed is Atom as RFC 4287 has it, and its ids stay what they are."""

from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from dialoog.content.models import Release
from tests.news.releases import again, release, with_caution

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ATOM, XML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}"
ONCE_IN_FEED = ("id", "title", "updated", "subtitle")
ONCE_IN_ENTRY = ("id", "title", "updated", "published", "summary", "content")
FEEDS = {"nl": "/nieuws.atom", "en": "/en/news.atom"}


def feed_of(client: Client, language: str = "nl", **asked: Any) -> ElementTree.Element:
    response = client.get(FEEDS[language], **asked)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def all_of(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return element.findall(ATOM + name)


def text(element: ElementTree.Element, name: str) -> str:
    (found,) = all_of(element, name)
    return found.text or ""


def links(element: ElementTree.Element, rel: str) -> list[str]:
    return [link.attrib["href"] for link in all_of(element, "link") if link.attrib["rel"] == rel]


@pytest.mark.database
@pytest.mark.parametrize("language", FEEDS)
def test_it_has_what_the_standard_asks_for(client: Client, language: str) -> None:
    document = with_caution()
    document["rules"].pop()
    release(document, {"nl": "Na overleg.", "en": "After a conversation."})
    feed = feed_of(client, language)
    entries = all_of(feed, "entry")

    assert (feed.tag, feed.attrib[f"{XML}lang"]) == (f"{ATOM}feed", language)
    assert {name: len(all_of(feed, name)) for name in ONCE_IN_FEED} == dict.fromkeys(ONCE_IN_FEED, 1)
    assert [text(author, "name") != "" for author in all_of(feed, "author")] == [True]
    assert links(feed, "self") == [f"http://testserver{FEEDS[language]}"]
    assert len(links(feed, "alternate")) == 1
    assert len(entries) == 2
    for entry in entries:
        assert {name: len(all_of(entry, name)) for name in ONCE_IN_ENTRY} == dict.fromkeys(ONCE_IN_ENTRY, 1)
        assert all(text(entry, name).strip() for name in ONCE_IN_ENTRY)
        assert len(links(entry, "alternate")) == 1
        assert datetime.fromisoformat(text(entry, "updated")).tzinfo is not None
        assert all_of(entry, "content")[0].attrib == {"type": "html"}
    assert text(feed, "updated") == max(text(entry, "updated") for entry in entries)


def test_nothing_in_it_is_there_that_the_standard_does_not_know(client: Client) -> None:
    known = {"feed", "entry", "author", "name", "link", *ONCE_IN_FEED, *ONCE_IN_ENTRY}

    assert {element.tag.removeprefix(ATOM) for element in feed_of(client).iter()} <= known


def test_ids_are_apart_and_stay_when_the_site_moves_or_publishes(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    first = {language: all_ids(feed_of(client, language)) for language in FEEDS}
    release(with_caution(), {"en": "Clearer."})
    later = {language: all_ids(feed_of(client, language, headers={"host": "gids.example"})) for language in FEEDS}

    for language, ids in later.items():
        assert len(ids) == len({*ids}) == 3
        assert {*first[language]} < {*ids}
    assert not {*later["nl"]} & {*later["en"]}
    assert later["nl"][0] == "tag:ser.nl,2024-04:met-wie-werk-ik-samen/nieuws/nl"


def all_ids(feed: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in feed.iter(f"{ATOM}id")]


def test_its_links_lead_to_the_entry_on_the_page(client: Client) -> None:
    release(with_caution())

    for entry in all_of(feed_of(client), "entry"):
        address, _, anchor = links(entry, "alternate")[0].removeprefix("http://testserver").partition("#")
        assert f'id="{anchor}"' in client.get(address).content.decode()


def test_its_content_is_the_html_of_the_page(client: Client) -> None:
    release(with_caution("A < B & \x0b]]> \U0001f642\ufffe"), {"nl": "Zie\x08 [de SER](https://www.ser.nl/) & co."})

    entry = all_of(feed_of(client), "entry")[0]
    content = text(entry, "content")

    assert '<a href="https://www.ser.nl/" rel="noopener noreferrer">de SER</a>' in content
    assert "<li>A &lt; B &amp; ]]&gt; \U0001f642</li>" in content
    assert text(entry, "summary") == "Zie de SER &amp; co."
    HTMLParser().feed(content)


def test_a_feed_without_entries_has_the_date_of_its_newest_release(client: Client) -> None:
    again(100)
    feed = feed_of(client)

    assert all_of(feed, "entry") == []
    assert datetime.fromisoformat(text(feed, "updated")) == Release.objects.latest("number").published_at


def test_where_rules_alone_changed_the_summary_says_so(client: Client) -> None:
    document = with_caution()
    release(document)
    document["rules"].pop()
    release(document)

    first, second, _third = all_of(feed_of(client), "entry")
    assert text(first, "summary") == "De regels achter het advies zijn aangepast."
    assert text(second, "summary") == "Gewijzigde aandachtspunten"
