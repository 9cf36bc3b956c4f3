"""Search: what was written down beforehand is found, whatever is typed gets an answer, and who typed it is not kept."""

from collections.abc import Iterator
from functools import cache
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dialoog.insight import counting
from dialoog.insight.models import DayCount
from dialoog.insight.vocabulary import CountKind
from dialoog.knowledge.search import missed
from dialoog.knowledge.search.finding import Found, search
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.search.synonyms import groups_in
from dialoog.knowledge.search.texts import entries_of, plain
from dialoog.knowledge.shelf import Shelf
from dialoog.knowledge.subjects import Kind
from tests.builders import real_catalogue
from tests.knowledge.queries import QUERIES

KINDS = {
    "goal": {Kind.GOAL},
    "partner_type": {Kind.PARTNER},
    "practice_example": {Kind.EXAMPLE},
    "tip": {Kind.GENERAL_TIPS, Kind.COUNTRY_TIPS},
    "organisation": {Kind.ORGANISATIONS},
    "tool": {Kind.TOOLS},
}
FIRST, AMONG_THREE = 54, 58


@cache
def index() -> Index:
    return Index(entries_of(Shelf(real_catalogue())), "nl")


def found(query: str) -> Found:
    return search(index(), query)


def titles(query: str) -> list[str]:
    return [hit.entry.subject.title for hit in found(query).hits]


def places() -> Iterator[int]:
    """Where the right page stands, for each query; 999 if it is not there."""
    for query, kind, slug in QUERIES:
        subjects = [hit.entry.subject for hit in found(query).hits]
        there = [place for place, one in enumerate(subjects) if one.slug == slug and one.kind in KINDS[kind]]
        yield min(there, default=999)


@pytest.mark.slow
def test_the_right_page_comes_first() -> None:
    found_at = list(places())

    assert len(found_at) == 60
    assert sum(place == 0 for place in found_at) >= FIRST
    assert sum(place < 3 for place in found_at) >= AMONG_THREE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("vakbonden", "Lokale vakbond"),
        ("LOKALE VAKBOND", "Lokale vakbond"),
        ("vakbodn", "Lokale vakbond"),
        ("rajasthan", "Bijeenkomst voorbereiden in Rajasthan"),
        ("true stone", "Initiatief TruStone"),
        ("palmoliesectoren", "Pensioenfondsen en palmolie"),
        ("multistakeholder", "Multi-stakeholderinitiatief of sectorconvenant"),
        ("hoe ver ben je met de dialoog", "Hoe ver ben je met de dialoog?"),
    ],
)
def test_forms_and_mistakes_are_forgiven(typed: str, title: str) -> None:
    assert title in titles(typed)[:3]


@pytest.mark.slow
def test_a_compound_that_stands_nowhere_is_found_by_its_parts() -> None:
    assert "leveranciersgesprek" not in index().stems
    assert index().parts_of("leveranciersgesprek")
    assert titles("leveranciersgesprek")[0] == "Je eigen leverancier"


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["", " ", "\0", "🙂🙂", '"*" -( OR )', "xqzwv", "%%%", "' or 1=1 --"])
def test_what_says_nothing_finds_nothing(typed: str) -> None:
    assert found(typed).hits == ()


@pytest.mark.slow
def test_no_sign_has_a_meaning_of_its_own() -> None:
    assert titles('+"lokale" -vakbond*') == titles("lokale vakbond")


def test_markup_of_a_text_is_not_shown() -> None:
    assert plain("**Vet**\n\n- [SER](https://www.ser.nl) en\n- meer") == "Vet SER en meer"


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["a" * 10_000, "vakbond " * 1_000, "\0vakbond\0", "🙂", "<script>alert(1)</script>", "--"]
)
def test_every_search_gets_a_sound_page(client: Client, typed: str) -> None:
    response = client.get("/kennis/zoeken/", {"q": typed})
    page = response.content.decode()

    assert response.status_code == 200
    assert "<script>" not in page
    assert "\0" not in page
    assert len(page) < 20_000


@pytest.mark.slow
@pytest.mark.django_db
def test_a_result_leads_somewhere_and_marks_what_was_found(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "vakbondn"}).content.decode()

    assert '<a href="/kennis/partners/lokale_vakbond/">Lokale <mark>vakbond</mark></a>' in page
    assert 'value="vakbondn"' in unescape(page)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_search_is_in_english_too(client: Client) -> None:
    page = client.get("/en/knowledge/search/", {"q": "local trade unoins"}).content.decode()

    assert '<a href="/en/knowledge/partners/lokale_vakbond/">' in page
    assert "Best results" in page


@pytest.mark.slow
@pytest.mark.django_db
def test_a_search_is_not_kept_listed_or_asked_more_than_one_question(client: Client) -> None:
    client.get("/kennis/zoeken/", {"q": "vakbond"})
    with CaptureQueriesContext(connection) as asked:
        response = client.get("/kennis/zoeken/", {"q": "vakbond"})

    assert len(asked) == 1
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.slow
@pytest.mark.django_db
def test_nothing_found_helps_on(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "xqzwv"}).content.decode()

    assert "Niets gevonden" in page
    assert 'href="/kennis/#goal"' in page
    assert 'href="/kennis/begrippen/"' in page


def counted() -> dict[str, int]:
    return dict(DayCount.objects.filter(kind=CountKind.NOT_FOUND).values_list("key", "number"))


@pytest.mark.slow
@pytest.mark.django_db
def test_what_is_not_found_is_counted(client: Client) -> None:
    for typed in ("xqzwv", "XQZWV", "xqzwv 0612345678"):
        client.get("/kennis/zoeken/", {"q": typed})
    client.head("/kennis/zoeken/", {"q": "xqzwv"})
    client.get("/kennis/zoeken/", {"q": "vakbond"})

    assert counted() == {"xqzwv": 3}


@pytest.mark.django_db
def test_only_a_few_short_words_are_kept() -> None:
    missed.note_missed(("x" * 100, "q9", "een", "twee", "drie", "vier", "vijf"))

    assert counted() == {f"{'x' * 14} een twee drie": 1}


@pytest.mark.django_db
def test_only_so_many_different_searches_of_a_day_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_NOT_FOUND", 2)
    for word in ("een", "twee", "drie", "een"):
        missed.note_missed((word,))

    assert counted() == {"een": 2, "twee": 1}


def test_synonyms_are_single_words_of_a_line() -> None:
    assert list(groups_in("Bond, vakbond\nalleen\n\nNiet dit, consultant, Adviesbureau\n,,")) == [
        ("bond", "vakbond"),
        ("consultant", "adviesbureau"),
    ]


@pytest.mark.slow
def test_another_word_for_the_same_is_found() -> None:
    entries = list(entries_of(Shelf(real_catalogue())))

    def best(typed: str, *synonyms: tuple[str, ...]) -> list[str]:
        return [hit.entry.subject.title for hit in search(Index(entries, "nl", synonyms), typed).hits[:1]]

    assert best("syndicaten") == []
    assert best("syndicaten", ("syndicaat", "vakbond")) == ["Lokale vakbond"]


@pytest.mark.slow
@pytest.mark.django_db
def test_editors_keep_the_synonyms_as_content(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "vakvereniging"}).content.decode()

    assert '<a href="/kennis/partners/lokale_vakbond/">' in page
