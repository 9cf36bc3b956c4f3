"""Search: what was written down beforehand is found, whatever is typed gets an answer, and who typed it is not kept."""

import re
from collections.abc import Callable, Iterator
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
from dialoog.knowledge.search.compounds import parts_of
from dialoog.knowledge.search.finding import Found, search
from dialoog.knowledge.search.index import Index
from dialoog.knowledge.search.showing import Results
from dialoog.knowledge.search.synonyms import SLUG, groups_in
from dialoog.knowledge.search.texts import entries_of, plain
from dialoog.knowledge.shelf import Shelf
from dialoog.knowledge.subjects import Kind
from dialoog.languages.spelling import folded_words
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
FIRST, AMONG_THREE = 56, 58


@cache
def index() -> Index:
    return Index(entries_of(Shelf(real_catalogue())), "nl")


@cache
def index_of_visitors() -> Index:
    """With the synonyms of the release."""
    return Index(index().entries, "nl", groups_in(real_catalogue().page_text(SLUG).text))


def found(query: str) -> Found:
    return search(index(), query)


def titles(query: str) -> list[str]:
    return [hit.entry.subject.title for hit in found(query).hits]


def notes(query: str, used: Index | None = None) -> list[tuple[str, str]]:
    """What stands nowhere, and what is looked for instead."""
    used = used or index()
    return [(note.asked, note.instead) for note in Results.of(used, search(used, query), query).notes]


def places(used: Index) -> Iterator[int]:
    """Where the right page stands, for each query; 999 if it is not there."""
    for query, kind, slug in QUERIES:
        subjects = [hit.entry.subject for hit in search(used, query).hits]
        there = [place for place, one in enumerate(subjects) if one.slug == slug and one.kind in KINDS[kind]]
        yield min(there, default=999)


@pytest.mark.slow
@pytest.mark.parametrize("made", [index, index_of_visitors])
def test_the_right_page_comes_first(made: Callable[[], Index]) -> None:
    found_at = list(places(made()))

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
    assert parts_of("leveranciersgesprek", index().stems)
    assert titles("leveranciersgesprek")[0] == "Je eigen leverancier"


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed", ["overleg", "winkel", "directeur", "conflict", "religie", "tomaten", "boete", "keurmerk"]
)
def test_a_word_that_differs_too_much_is_no_mistake(typed: str) -> None:
    assert titles(typed) == []
    assert notes(typed) == [(typed, "")]


@pytest.mark.slow
def test_a_word_that_stands_nowhere_is_named_and_the_others_are_looked_for() -> None:
    assert titles("keten overleg") == titles("keten")
    assert notes("Keten Overleg") == [("Overleg", "")]
    assert notes("ik zoek een xq in de keten") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("vakbnod", "‘vakbond’"),
        ("efficiënsie", "‘efficiëntie’"),
        ("klachtenmechanisme", "‘klachten’"),
        ("leveranciersgesprek", "‘leveranciers’ en ‘gesprek’"),
        ("fasilitator", "‘facilitator’"),
    ],
)
def test_what_is_looked_for_instead_is_said(typed: str, instead: str) -> None:
    assert notes(typed) == [(typed, instead)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed", ["vakbonden", "LOKALE VAKBOND", "bedri", "branche verenigingen", "multi-stakeholder", ""]
)
def test_of_what_stands_there_nothing_is_said(typed: str) -> None:
    assert notes(typed) == []


@pytest.mark.slow
def test_two_words_that_are_read_as_one_are_told_of_as_one() -> None:
    assert notes("tru stne") == [("tru stne", "‘trustone’")]


@pytest.mark.slow
def test_what_is_a_kind_of_partner_comes_before_one_of_them() -> None:
    for typed in ("initiatief", "iniatief"):
        assert titles(typed)[:2] == ["Multi-stakeholderinitiatief of sectorconvenant", "Initiatief TruStone"]


@pytest.mark.slow
def test_a_rare_synonym_takes_nothing_from_the_word_itself() -> None:
    entries = list(entries_of(Shelf(real_catalogue())))
    with_synonym = Index(entries, "nl", [("bond", "vakbond")])

    assert len(search(with_synonym, "vakbond").hits) >= len(found("vakbond").hits)


@pytest.mark.slow
@pytest.mark.django_db
def test_every_word_of_an_entry_stands_on_its_page(client: Client) -> None:
    pages: dict[str, set[str]] = {}
    for entry in index().entries:
        address = entry.subject.url.partition("#")[0]
        if address not in pages:
            main = client.get(address).content.decode().partition("<main")[2]
            pages[address] = set(folded_words(unescape(re.sub(r"<[^>]*>", " ", main))))
        said = folded_words(f"{entry.subject.title} {entry.headings} {entry.text} {entry.facts}")

        assert set(said) <= pages[address], (address, set(said) - pages[address])


@pytest.mark.slow
def test_a_result_shows_why_it_is_one() -> None:
    for word in {min(words) for words in index().words.values()}:
        if len(word) > 1:
            results = Results.of(index(), found(word), word)
            shown = [*results.best, *(one for _kind, group in results.groups for one in group)]

            assert shown, word
            assert all("<mark>" in one.title + one.text for one in shown), word


@pytest.mark.slow
@pytest.mark.django_db
def test_what_only_the_source_says_is_shown_as_such(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "klacht"}).content.decode()

    assert '<a href="/kennis/voorbeelden/rajasthan_dialoog/#bron">' in page
    assert "In de bron: " in page
    assert "<mark>klachten</mark>" in page


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
    assert "‘vakbondn’ staat hier niet. Je ziet wat we vonden voor <strong>‘vakbond’</strong>." in page


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
    assert '<a href="/kennis/partners/internationale_vakbond/">' in page
    assert "‘xqzwv’ staat hier niet." in page


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
    assert list(
        groups_in("Bond, vakbond\nalleen\n\nNiet dit, consultant, Adviesbureau\n,,\nMSI, multi-initiatief")
    ) == [
        ("bond", "vakbond"),
        ("consultant", "adviesbureau"),
        ("msi", "multiinitiatief"),
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
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("vakvereniging", "lokale_vakbond"),
        ("MSI", "msi_sectorconvenant"),
        ("niet-gouvernementeel", "ngo_nl_internationaal"),
    ],
)
def test_editors_keep_the_synonyms_as_content(client: Client, typed: str, first: str) -> None:
    page = client.get("/kennis/zoeken/", {"q": typed}).content.decode()

    assert f'<a href="/kennis/partners/{first}/">' in page.partition("<ul")[2]
    assert "Je ziet wat we vonden voor" in page


@pytest.mark.slow
@pytest.mark.django_db
def test_a_compound_of_a_synonym_that_stands_nowhere_in_that_form(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "fabriekswerknemer"})

    assert page.status_code == 200
    assert "werknemers" in page.content.decode()


def test_synonyms_that_stand_nowhere_in_any_form_are_not_understood() -> None:
    used = Index(index().entries, "nl", [("kolibrie", "zonnevogel")])

    assert not {"kolibrie", "zonnevogel"} & used.understood
    assert search(used, "fabriekskolibrie").hits == found("fabriekskolibrie").hits


@pytest.mark.slow
@pytest.mark.django_db
def test_a_compound_of_a_synonym_is_read_by_its_parts(client: Client) -> None:
    page = client.get("/kennis/zoeken/", {"q": "ketenoverleg"}).content.decode()

    assert "<strong>‘keten’, ‘dialoog’ en ‘gesprek’</strong>" in page
