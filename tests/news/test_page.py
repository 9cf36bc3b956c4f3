"""The news for all visitors: what it tells in each language, what it leaves out, and what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date

from dialoog.content.models import Release
from dialoog.content.releases.current import known_release
from dialoog.content.releases.visible import TOLD
from tests.news.releases import again, release, with_caution
from tests.words.dutch import dutch_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE, ENGLISH, FEED = "/nieuws/", "/en/news/", "/nieuws.atom"


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.database
def test_it_tells_what_was_written_and_what_changed(client: Client) -> None:
    release(with_caution(), {"nl": "Na **overleg** met <b>ons</b>."})

    page = text_of(client, PAGE)

    assert "Na <strong>overleg</strong> met &lt;b&gt;ons&lt;/b&gt;." in page
    assert page.index("Gewijzigde aandachtspunten") < page.index("<li>Bel eerst even.</li>")
    assert page.index('id="uitgave-2"') < page.index('id="uitgave-1"')
    assert "De eerste uitgave van de gids." in page


@pytest.mark.database
def test_the_note_to_colleagues_is_never_shown(client: Client) -> None:
    new = release(with_caution())
    Release.objects.filter(pk=new.pk).update(note="Geheim voor bezoekers")

    assert "Geheim" not in text_of(client, PAGE) + text_of(client, FEED)


@pytest.mark.database
def test_without_english_who_reads_english_sees_what_was_worked_out(client: Client) -> None:
    document = with_caution()
    document["tools"].append(document["tools"][0] | {"slug": "nieuw", "name": "Keuzehulp"})
    release(document, {"nl": "Alleen in het Nederlands."})

    page = text_of(client, ENGLISH)

    assert "Alleen in het Nederlands" not in page
    assert '<li><span lang="nl">Keuzehulp</span></li>' in page
    assert "New tools" in page
    assert dutch_in(page) == []
    assert "Bel eerst even." not in page


def test_in_english_stands_what_was_written_in_it(client: Client) -> None:
    release(with_caution(), {"nl": "Duidelijker.", "en": "Clearer now."})

    assert "Clearer now." in text_of(client, ENGLISH)
    assert "Duidelijker." not in text_of(client, ENGLISH)


@pytest.mark.database
def test_a_release_without_visible_change_is_no_entry(client: Client) -> None:
    again(1)

    assert 'id="uitgave-2"' not in text_of(client, PAGE)


@pytest.mark.database
def test_of_a_hundred_releases_the_latest_are_told(client: Client) -> None:
    release(with_caution())
    again(TOLD - 1)
    assert 'id="uitgave-2"' in text_of(client, PAGE)
    assert 'id="uitgave-1"' not in text_of(client, PAGE)

    again(80)

    assert "In de laatste uitgaven is niets veranderd" in text_of(client, PAGE)


def test_a_release_of_before_tells_what_was_written_alone(client: Client) -> None:
    new = release(with_caution(), {"nl": "Duidelijker."})
    Release.objects.filter(pk=new.pk).update(visible=None)

    page = text_of(client, PAGE)

    assert "Duidelijker." in page
    assert "Gewijzigde" not in page


@pytest.mark.database
@pytest.mark.parametrize("address", [PAGE, FEED])
def test_it_costs_one_question_and_never_reads_a_document(client: Client, address: str) -> None:
    release(with_caution())
    known_release()
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    with CaptureQueriesContext(connection) as again:
        response = client.get(address)

    assert (len(first), len(again)) == (2, 1)
    assert not any('"document"' in asked["sql"] for asked in first.captured_queries)
    assert not response.cookies


@pytest.mark.parametrize("address", [PAGE, FEED])
def test_what_did_not_change_is_not_sent_again(client: Client, address: str) -> None:
    first = client.get(address)
    published = Release.objects.latest("number").published_at
    earlier = http_date((published - timedelta(days=1)).timestamp())
    asked: dict[str, Any] = {
        "same": {"If-None-Match": first["ETag"]},
        "since": {"If-Modified-Since": first["Last-Modified"]},
        "both": {"If-None-Match": first["ETag"], "If-Modified-Since": earlier},
        "other": {"If-None-Match": 'W/"iets"', "If-Modified-Since": first["Last-Modified"]},
        "earlier": {"If-Modified-Since": earlier},
        "garbage": {"If-Modified-Since": "gisteren", "If-None-Match": "\x00"},
    }

    found = {how: client.get(address, headers=headers).status_code for how, headers in asked.items()}

    assert found == {"same": 304, "since": 304, "both": 304, "other": 200, "earlier": 200, "garbage": 200}
    assert first["Cache-Control"] == "no-cache"
    assert first["Last-Modified"] == http_date(published.timestamp())


@pytest.mark.parametrize("address", [PAGE, FEED])
def test_after_a_release_it_is_made_anew(client: Client, address: str) -> None:
    first = client.get(address)
    release(with_caution())

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert "Bel eerst even." in again.content.decode()


@pytest.mark.parametrize("address", [PAGE, FEED])
def test_head_has_the_headers_and_no_body(client: Client, address: str) -> None:
    whole, head = client.get(address), client.head(address)

    assert (head.status_code, head.content) == (200, b"")
    assert [head[name] for name in ("ETag", "Content-Type", "Content-Length")] == [
        *(whole[name] for name in ("ETag", "Content-Type")),
        str(len(whole.content)),
    ]
    assert client.post(address).status_code == 405


def test_start_and_knowledge_say_where_the_feed_is(client: Client) -> None:
    for prefix, feed in (("", FEED), ("/en", "/en/news.atom")):
        for place in ("/", "/kennis/" if not prefix else "/knowledge/", "/nieuws/" if not prefix else "/news/"):
            page = text_of(client, prefix + place)

            assert f'type="application/atom+xml" title="{"News" if prefix else "Nieuws"}' in page
            assert f'href="{feed}"' in page
