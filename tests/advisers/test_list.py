"""The list of an adviser: what is added to it, found in it, and gone from it."""

import logging
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client, override_settings

from dialoog.advisers import adding, models
from dialoog.advisers.models import Entry, Held
from dialoog.advisers.said import SENTENCES, Fault
from dialoog.compare.adding import Trouble
from dialoog.compare.pointing import Pointer
from dialoog.limits.allowance import Kind
from dialoog.wizard.models import Consultation
from tests.advisers.advising import LIST, add, address, entry, errors, keep, make_adviser, names
from tests.advisers.test_opening import ENDS, be_no_staff, end_the_account, lose_the_role
from tests.compare.reports import finish
from tests.endings import renew_link, stop_sharing
from tests.journey import Journey
from tests.together import at_once
from tests.wizard.content import build_short_document, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def adviser() -> Client:
    return make_adviser()


# Adding


def test_several_links_at_once_of_whatever_kind_are_added(adviser: Client) -> None:
    one, other, third = finish(title="Een"), finish(title="Twee"), finish(title="Drie")
    english = third.shared.replace("/rapport/", "/en/report/")

    page = add(adviser, f"Kijk: https://gids.nl{one.shared}.", f"/advies/{other.token}/plan/", f"{english}plan/")

    assert sorted(names(page)) == ["Drie", "Een", "Twee"]
    assert errors(page) == []
    assert "3 rapporten staan nu in je lijst." in page.content.decode()


def test_what_cannot_be_added_is_told(adviser: Client) -> None:
    begun, finished = Journey(Client()).walk_to("thema"), finish()

    assert errors(add(adviser, "hallo")) == [str(SENTENCES[Fault.NOTHING])]
    assert errors(add(adviser, f"/rapport/{'x' * 32}/")) == [str(SENTENCES[Trouble.DEAD])]
    assert errors(add(adviser, f"/advies/{begun.token}/")) == [str(SENTENCES[Trouble.UNFINISHED])]
    page = add(adviser, finished.shared, f"/advies/{finished.token}/rapport/")
    assert (errors(page), names(page)) == ([str(SENTENCES[Trouble.TWICE])], ["Lonen"])
    assert errors(add(adviser, finished.shared)) == [str(SENTENCES[Trouble.TWICE])]
    assert Held.objects.count() == 1


@pytest.mark.parametrize("typed", ["\0", "x" * 100_000, "<script>", "/rapport/\0/", "%00"])
def test_whatever_is_typed_adds_nothing(adviser: Client, typed: str) -> None:
    assert errors(add(adviser, typed))
    assert not Entry.objects.exists()


def test_a_full_list_takes_no_more_but_what_is_in_it_can_come_back(
    adviser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey, _held = keep(adviser)
    monkeypatch.setattr(adding, "MOST", 1)

    assert errors(add(adviser, finish().shared)) == [str(SENTENCES[Trouble.FULL])]
    renew_link(journey)
    page = add(adviser, journey.shared)
    assert (errors(page), names(page)) == ([], ["Lonen"])


def test_a_code_adds_the_report_for_as_long_as_the_owner_shares_it(adviser: Client) -> None:
    journey = finish()
    url = f"/advies/{journey.token}/overdragen/"
    code = journey.client.post(url, {"doe": "aan"}, follow=True).context["shared"].code.text

    assert names(add(adviser, f" {code.lower()} ")) == ["Lonen"]
    journey.client.post(url, {"doe": "uit"})
    assert names(adviser.get(LIST)) == ["Lonen"]
    stop_sharing(journey)
    assert names(adviser.get(LIST)) == []


def test_a_code_that_opens_nothing_is_told_and_counts_as_a_try(adviser: Client) -> None:
    finish()
    own = Consultation.objects.get().code

    assert errors(add(adviser, own)) == [str(SENTENCES[Fault.REFERENCE])]
    with override_settings(DIALOOG_LIMITS={**settings.DIALOOG_LIMITS, Kind.CODE: 1}):
        assert errors(add(adviser, "ACE-FGH-JKM")) == [str(SENTENCES[Fault.CODE])]
        tries = [adviser.post(f"{LIST}bij/", {"links": "ACE-FGH-JKM"}, REMOTE_ADDR="203.0.113.7") for _ in range(2)]
    assert [answer.status_code for answer in tries] == [302, 429]


def test_who_has_a_new_link_keeps_the_note(adviser: Client) -> None:
    journey, held = keep(adviser)
    adviser.post(entry(held), {"label": "Klant 1", "note": "Bel."})
    renew_link(journey)
    assert names(adviser.get(LIST)) == []

    page = add(adviser, journey.shared)

    assert names(page) == ["Klant 1"]
    assert not page.context["gone"]


def test_ten_clicks_add_a_report_once(adviser: Client) -> None:
    user, pointer = User.objects.get(username="ad"), None
    finish()
    pointer = Pointer.of_run(Consultation.objects.get(), is_owner=False)

    for _ in range(10):
        adding.add(user, [pointer])

    assert Held.objects.count() == Entry.objects.count() == 1


def test_the_database_takes_a_report_once_and_no_text_that_is_too_long(adviser: Client) -> None:
    _journey, held = keep(adviser)
    other = Entry.objects.create(adviser=held.adviser)
    same = {"adviser": held.adviser, "consultation": held.consultation, "share_hash": held.share_hash}

    with pytest.raises(IntegrityError), transaction.atomic():
        Held.objects.create(entry=other, **same)
    for name, characters in models.LENGTHS.items():
        with pytest.raises(Exception, match=r"fits|too long"), transaction.atomic():
            Held.objects.filter(pk=held.pk).update(**{name: "x" * (characters + 1)})


# Searching


SAID = {"title": "Lonen in Ghana", "organisation": "Café Zürich"}


@pytest.mark.parametrize("query", ["lonen", "GHANA lonen", "cafe zurich", "CAFÉ", "klant", "accent", "{code}", " "])
def test_every_text_of_a_report_is_searched(adviser: Client, query: str) -> None:
    journey = Journey(Client()).walk_to("controle").finish(**SAID)
    add(adviser, journey.shared, finish(title="Iets anders").shared)
    held = Held.objects.get(consultation__step_answers__answers__title=SAID["title"])
    adviser.post(entry(held), {"label": "Klant 1", "note": "Met áccent."})

    page = adviser.get(LIST, {"q": query.format(code=held.consultation.code.lower())})

    assert "Klant 1" in names(page)
    assert len(names(page)) == (1 if query.strip() else 2)


@pytest.mark.parametrize("query", ["nergens", "\0", "%", "x" * 10_000, "lonen nergens", "'; --", "🦓"])
def test_an_odd_search_finds_nothing_or_all(adviser: Client, query: str) -> None:
    keep(adviser)

    page = adviser.get(LIST, {"q": query, "pagina": "x"})

    assert names(page) == ([] if query.strip("\0") else ["Lonen"])


def test_a_search_goes_along_to_the_next_page(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialoog.advisers.views.listing.PER_PAGE", 1)
    for title in ("Een", "Twee"):
        keep(adviser, title=f"Lonen & meer {title}")

    page = adviser.get(LIST, {"q": "lonen &"})

    assert names(page) == ["Lonen & meer Twee"]
    assert 'href="?q=lonen+%26&amp;pagina=2#lijst"' in page.content.decode()
    assert names(adviser.get(f"{LIST}?q=lonen+%26&pagina=2")) == ["Lonen & meer Een"]


def test_each_has_a_list_of_their_own(adviser: Client) -> None:
    _journey, held = keep(adviser)
    other = make_adviser("bea")

    assert names(other.get(LIST)) == []
    assert other.get(entry(held)).status_code == 404
    assert other.post(entry(held), {"label": "Van mij"}).status_code == 404
    other.post(f"{entry(held)}weg/")
    assert Held.objects.get().label == ""
    add(other, finish(title="Anders").shared)
    assert names(adviser.get(LIST)) == ["Lonen"]


def test_it_says_when_a_newer_release_advises_otherwise(adviser: Client) -> None:
    _journey, held = keep(adviser)
    said = "Een nieuwere uitgave van de gids geeft bij deze antwoorden een ander advies."
    assert said not in adviser.get(LIST).content.decode()

    publish(build_short_document())

    assert said in adviser.get(LIST).content.decode()
    assert said in adviser.get(entry(held)).content.decode()


# What is gone


@ENDS
def test_a_line_stays_until_it_is_taken_away_and_nothing_else(adviser: Client, end: Any) -> None:
    journey, held = keep(adviser)
    adviser.post(entry(held), {"label": "Klant 1", "note": "Kwikstaart"})
    end(journey)
    call_command("purge", stdout=StringIO())
    assert not Held.objects.exists()
    line = Entry.objects.get()

    page = adviser.get(LIST).content.decode()

    assert "Een rapport dat je op " in page
    assert "Klant 1" not in page
    adviser.post(f"{LIST}regels/weg/", {"regel": line.pk})
    assert not Entry.objects.exists()


def test_only_lines_of_what_is_gone_can_be_taken_away(adviser: Client) -> None:
    gone, _ = keep(adviser)
    stop_sharing(gone)
    _there, held = keep(adviser, title="Hier")
    other = make_adviser("bea")

    other.post(f"{LIST}regels/weg/")
    adviser.post(f"{LIST}regels/weg/", {"regel": "x"})
    adviser.post(f"{LIST}regels/weg/", {"regel": held.entry.pk})
    assert Entry.objects.count() == 2
    adviser.post(f"{LIST}regels/weg/")
    assert Entry.objects.get() == held.entry


@pytest.mark.parametrize("end", [lose_the_role, end_the_account, be_no_staff])
def test_of_an_account_that_ended_the_purge_leaves_no_notes(adviser: Client, end: Callable[[User], None]) -> None:
    keep(adviser)
    other = keep(make_adviser("bea"))[1]
    end(User.objects.get(username="ad"))

    call_command("purge", stdout=StringIO())

    assert Held.objects.get() == other


def test_the_purge_leaves_the_notes_of_who_has_the_right_otherwise(adviser: Client) -> None:
    """By an account of its own, or as one that may do all."""
    keep(adviser)
    user = User.objects.get(username="ad")
    user.groups.clear()
    user.user_permissions.add(Permission.objects.get(codename="keep_reports"))
    call_command("purge", stdout=StringIO())
    assert Held.objects.exists()

    user.user_permissions.clear()
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    call_command("purge", stdout=StringIO())
    assert Held.objects.exists()


def test_with_the_account_goes_the_list_and_its_manager_sees_nothing_of_it(adviser: Client) -> None:
    _journey, held = keep(adviser)
    boss = Client()
    boss.force_login(User.objects.create_superuser("baas"))
    url = f"/beheer/auth/user/{held.adviser_id}/delete/"

    assert held.consultation.code not in boss.get(url).content.decode()
    boss.post(url, {"post": "yes"})
    assert not Entry.objects.exists()
    assert Consultation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_report_that_is_deleted_while_it_is_added_is_dead(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    journey, found = finish(), adding.runs_of

    def found_and_gone(pointers: list[Pointer]) -> Any:
        runs = found(pointers)
        at_once(Consultation.objects.get().erase)
        return runs

    monkeypatch.setattr(adding, "runs_of", found_and_gone)

    assert errors(add(adviser, journey.shared)) == [str(SENTENCES[Trouble.DEAD])]
    assert not Entry.objects.exists()


def test_a_report_that_is_taken_out_is_gone_without_a_line(adviser: Client) -> None:
    _journey, held = keep(adviser)

    adviser.post(f"{entry(held)}weg/")

    assert adviser.get(address(held)).status_code == 404
    assert not Entry.objects.exists()


def test_nothing_of_it_is_written_to_the_log(adviser: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        journey, held = keep(adviser)
        adviser.post(entry(held), {"label": "Kwikstaart", "note": "Zonneroosje"})
        adviser.get(LIST, {"q": "kwikstaart"})

    for said in ("wikstaart", "onneroosje", journey.shared.split("/")[2], held.share_hash):
        assert said not in caplog.text
