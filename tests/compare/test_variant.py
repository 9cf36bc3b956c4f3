"""A variant: the same answers in a run of its own, and one click away from what it came from."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from dialoog.compare.variant import variant_title
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import republish
from dialoog.errors import TooMany
from dialoog.insight.vocabulary import CountKind
from dialoog.limits.allowance import Allowance
from dialoog.wizard.models import Consultation
from tests.compare.reports import begin_variant, finish, titles
from tests.insight.counts import counted
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.slow
def test_it_begins_at_the_answers_and_stands_beside_its_origin() -> None:
    origin = finish(title="Lonen")
    variant = begin_variant(origin)
    assert variant.step == "controle"
    assert "Een variant is nog niet af." in origin.client.get(f"/advies/{origin.token}/vergelijken/").content.decode()

    variant.finish(title="Lonen (variant)")

    page = origin.client.get(f"/advies/{variant.token}/vergelijken/")
    assert titles(page) == ["Lonen", "Lonen (variant)"]
    assert f"/advies/{variant.token}/vergelijken/" in origin.client.get(variant.url).content.decode()
    assert titles(origin.client.get(f"/advies/{origin.token}/vergelijken/")) == ["Lonen", "Lonen (variant)"]


@pytest.mark.slow
def test_what_one_begins_with_is_said_to_be_a_copy_once() -> None:
    variant = begin_variant(finish())
    copied = "Dit is een kopie van je antwoorden."
    assert variant.url.endswith("/stap/controle/?kopie")
    assert copied in variant.client.get(variant.url).content.decode()

    assert copied not in variant.client.get(variant.path).content.decode()
    assert (
        "This is a copy of your answers."
        in variant.client.get(
            variant.url.replace("/advies/", "/en/advice/").replace("/stap/", "/step/")
        ).content.decode()
    )


@pytest.mark.slow
def test_that_it_is_a_variant_stays_on_the_page_with_all_answers() -> None:
    variant, said = begin_variant(finish()), "Dit is een variant van een advies dat je al hebt."

    assert said in variant.client.get(variant.path).content.decode()
    assert said not in Client().get(variant.path).content.decode()
    other = Journey(Client()).walk_to("controle")
    assert said not in other.client.get(other.url).content.decode()


@pytest.mark.slow
def test_the_report_says_that_the_comparison_is_ready_in_this_browser_alone() -> None:
    ready, other = "Bekijk de vergelijking met het andere advies", "Vergelijk met een ander advies"
    origin = finish(title="Lonen")
    report = f"/advies/{origin.token}/rapport/"
    assert other in origin.client.get(report).content.decode()
    variant = begin_variant(origin).finish(title="Anders")
    mine = [variant.client.get(url).content.decode() for url in (report, variant.url)]

    assert all(ready in page and other not in page for page in mine)
    assert other in Client().get(variant.url).content.decode()
    assert other in variant.client.get(variant.shared).content.decode()


@pytest.mark.slow
def test_to_say_so_asks_the_database_nothing() -> None:
    variant = begin_variant(finish()).finish()
    counts = []
    for client in (Client(), variant.client):
        client.get(variant.url)
        with CaptureQueriesContext(connection) as found:
            client.get(variant.url)
        counts.append(len(found))

    assert counts[0] == counts[1]


@pytest.mark.slow
def test_variants_of_one_report_stand_together() -> None:
    origin = finish(title="Lonen")
    for title in ("1", "2", "3", "4"):
        variant = begin_variant(origin).finish(title=title)

    assert titles(origin.client.get(f"/advies/{variant.token}/vergelijken/")) == ["Lonen", "2", "3", "4"]
    assert titles(origin.client.get(f"/advies/{origin.token}/vergelijken/")) == ["Lonen", "2", "3", "4"]


@pytest.mark.slow
def test_another_browser_does_not_know_where_it_came_from() -> None:
    origin = finish(title="Lonen")
    variant = begin_variant(origin).finish(title="Anders")

    assert titles(Client().get(f"/advies/{variant.token}/vergelijken/")) == ["Anders"]


@pytest.mark.slow
def test_it_is_a_run_of_its_own_on_the_newest_content() -> None:
    origin = finish(title="Lonen")
    before = counted(CountKind.BEGUN)[""]
    release = republish(current_release())
    page = origin.client.get(f"/advies/{origin.token}/vergelijken/").content.decode()
    assert "Een variant krijgt de nieuwe inhoud." in page

    variant = begin_variant(origin)

    old, new = (Consultation.objects.owned_with(journey.token).get() for journey in (origin, variant))
    assert new.release == release
    assert new.code != old.code
    assert new.share_hash != old.share_hash
    assert new.completed_at is None
    assert old.completed_at is not None
    assert counted(CountKind.BEGUN)[""] == before + 1
    assert 'value="Lonen (variant)"' in variant.client.get(variant.url).content.decode()


def test_only_an_owner_begins_one_and_with_a_post() -> None:
    origin = finish()
    share = origin.shared.split("/")[2]

    assert origin.client.post(f"/advies/{share}/variant/").status_code == 404
    assert origin.client.get(f"/advies/{origin.token}/variant/").status_code == 405


def test_beginning_is_limited_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    origin = finish()
    before = Consultation.objects.count()

    def refuse(_self: Allowance) -> None:
        raise TooMany(60)

    monkeypatch.setattr(Allowance, "_count", refuse)

    answer = origin.client.post(f"/advies/{origin.token}/variant/", REMOTE_ADDR="203.0.113.7")

    assert answer.status_code == 429
    assert Consultation.objects.count() == before


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Lonen", "Lonen (variant)"),
        ("Lonen (variant)", "Lonen (variant 2)"),
        ("Lonen (variant 9)", "Lonen (variant 10)"),
        ("", "Advies over samenwerken (variant)"),
        ("x" * 120, "x" * 110 + " (variant)"),
        ("(variant)", "(variant) (variant)"),
        ("لونن" * 30, ("لونن" * 30)[:110] + " (variant)"),
    ],
)
def test_the_title_is_marked_and_fits(title: str, marked: str) -> None:
    assert variant_title(title) == marked
    assert len(marked) <= 120


def test_in_english_the_default_title_is_english() -> None:
    with override("en"):
        assert variant_title("") == "Advice on working together (variant)"
