"""The page of a plan: what stands on it, who may change it, and what a form does."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from dialoog.plan.models import LENGTHS, MOST_OWN, PlannedAction
from dialoog.report.consultations import build_consultation_report
from dialoog.report.download import render_html
from dialoog.report.editions import PDFS, Edition
from dialoog.report.models import Rendering
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.journey import Journey
from tests.plan.planning import add, own_keys, page_of, parts_of_report, plan_at, seen_of, send, shown, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen")


def test_it_has_the_actions_of_the_report_with_a_way_back(journey: Journey) -> None:
    page, report = page_of(journey), journey.client.get(journey.url).content.decode()

    assert re.findall(r'<li class="plan-action" id="actie-([^"]+)"', page) == slugs()
    for slug in slugs():
        assert f'href="/advies/{journey.token}/rapport/#actie-{slug}"' in page
        assert report.count(f'id="actie-{slug}"') == 1
    assert f"0 van {len(slugs())} gedaan" in page


def test_actions_stand_in_the_order_of_doing_and_say_their_numbers_in_the_report(journey: Journey) -> None:
    """There the steps behind a fold are numbered last, also those to prepare with."""
    then = parts_of_report()[1]
    numbers = [action.number for action in then]

    assert numbers != sorted(numbers)
    page = page_of(journey)
    places = [page.index(f'id="actie-{action.item.slug}"') for action in then]
    assert places == sorted(places)
    assert 'class="number"' not in page
    texts = dict(shown(page))
    for action in (action for part in parts_of_report() for action in part):
        assert f"Nummer {action.number} in het advies<" in texts[action.item.slug]


def test_why_stands_behind_a_fold(journey: Journey) -> None:
    actions = [action for part in parts_of_report() for action in part]
    texts = dict(shown(page_of(journey)))

    with_reason = [action for action in actions if action.reasons]
    assert with_reason
    for action in with_reason:
        fold = re.search(r"<details><summary>Waarom\?(.*?)</details>", texts[action.item.slug], re.DOTALL)
        assert fold
        assert fold[1].partition("</summary><p>")[2].strip("</p> \n")


def test_by_date_stands_first_what_has_one_and_last_what_is_done(journey: Journey) -> None:
    first, second, third, *rest = slugs()
    day = timezone.localdate() + timedelta(days=30)
    assert "volgorde=datum" not in page_of(journey)
    send(journey, first, done="ja", due_on=day.isoformat())
    send(journey, third, due_on=(day + timedelta(days=1)).isoformat())
    add(journey, text="Koop taart", due_on=(day - timedelta(days=1)).isoformat())

    page = journey.client.get(f"{plan_at(journey)}?volgorde=datum").content.decode()

    assert f'href="{plan_at(journey)}?volgorde=datum"' in page_of(journey)
    assert f'href="{plan_at(journey)}"' in page
    assert [key for key, _text in shown(page)] == [*own_keys(), third, second, *rest, first]
    headings = [page.index(f"<h2>{name}</h2>") for name in ("Met een datum", "Zonder datum", "Gedaan")]
    assert headings == sorted(headings)
    assert 'id="voeg-toe"' in page
    read = Client().get(f"{journey.shared}plan/?volgorde=datum").content.decode()
    assert [key for key, _text in shown(read)] == [key for key, _text in shown(page)]
    assert "Nog een eigen actie" not in read


def test_by_date_it_stays_by_date_when_something_is_saved(journey: Journey) -> None:
    first, second, *_rest = slugs()
    send(journey, second, due_on=timezone.localdate().isoformat())
    page = journey.client.get(f"{plan_at(journey)}?volgorde=datum").content.decode()
    addresses = set(re.findall(r'method="post" action="([^"]+)"', page))

    assert addresses
    assert {address.partition("?")[2] for address in addresses} == {"volgorde=datum"}
    change = f"{plan_at(journey)}actie/{first}/?volgorde=datum"
    told = journey.client.post(change, {"done": "ja"})
    assert told.url == f"{plan_at(journey)}?volgorde=datum&bewaard={first}#actie-{first}"
    refused = journey.client.post(change, {"due_on": "morgen"})
    assert shown(refused.content.decode())[0][0] == second


def test_an_order_that_there_is_not_is_the_order_of_doing(journey: Journey) -> None:
    send(journey, slugs()[1], due_on=timezone.localdate().isoformat())

    for order in ("", "naam", "DATUM", "%00"):
        page = journey.client.get(f"{plan_at(journey)}?volgorde={order}").content.decode()
        assert [key for key, _text in shown(page)] == slugs()


def test_an_owner_is_led_from_the_top_to_adding_taking_along_sharing_and_the_own_link(journey: Journey) -> None:
    of_owner = f"/advies/{journey.token}"
    ways = {"#voeg-toe", "#neem-mee", f"{of_owner}/beheren/#eigen-link", f"{of_owner}/overdragen/"}

    def led_to(page: str) -> set[str]:
        return ways & set(re.findall(r'href="([^"]+)"', page.partition('class="plan-actions"')[0]))

    page, read = page_of(journey), Client().get(f"{journey.shared}plan/").content.decode()
    assert led_to(page) == ways
    assert 'id="voeg-toe"' in page
    assert led_to(read) == {"#neem-mee"}
    assert 'id="neem-mee"' in read
    for number in range(MOST_OWN):
        add(journey, text=f"Actie {number}")
    assert 'id="voeg-toe"' in page_of(journey)


def test_who_does_it_is_asked_for_as_a_role_where_it_is_typed(journey: Journey) -> None:
    field = page_of(journey).partition(f'for="who-{slugs()[0]}"')[2].partition("</div>")[0]

    assert "Vul daarom geen naam in, maar een functie of afdeling" in field
    assert f'aria-describedby="who-{slugs()[0]}-uitleg"' in field
    privacy = Client().get("/privacy/").content.decode()
    assert "initialen" in field
    assert re.search("Schrijf in je plan bij wie iets doet een functie of afdeling.*en zo nodig initialen", privacy)
    assert "namen" not in page_of(journey)


def test_every_form_has_what_it_is_sent_with(journey: Journey) -> None:
    add(journey, text="Koop taart")
    page = page_of(journey)

    assert page.count("<form") == page.count('name="csrfmiddlewaretoken"') == 2 * len(slugs()) + 4


def test_it_stands_behind_the_report_for_its_owner_and_for_readers(journey: Journey) -> None:
    for report, plan in ((journey.url, plan_at(journey)), (journey.shared, f"{journey.shared}plan/")):
        page = Client().get(report).content.decode()
        assert f'href="{plan}"' in page
        assert 'href="plan/"' in page
        assert Client().get(f"{report}plan/", follow=True).request["PATH_INFO"] == plan


def test_what_is_done_stays_in_place_and_is_said_in_words(journey: Journey) -> None:
    first, second, *_rest = slugs()

    answer = send(journey, second, done="ja")

    assert answer.url == f"{plan_at(journey)}?bewaard={second}#actie-{second}"
    page = journey.client.get(answer.url).content.decode()
    assert [key for key, _text in shown(page)] == slugs()
    texts = dict(shown(page))
    assert "Gedaan (afgevinkt op " in texts[second]
    assert "Bewaard." in texts[second]
    assert "Nog te doen" in texts[first]
    assert "Bewaard." not in texts[first]
    assert "1 van " in page
    assert PlannedAction.objects.get().done_on == timezone.localdate()
    send(journey, second, done="nee")
    assert "Nog te doen" in dict(shown(page_of(journey)))[second]


def test_who_when_and_a_note_are_kept_with_their_action(journey: Journey) -> None:
    key, day = slugs()[0], timezone.localdate() + timedelta(days=30)

    send(journey, key, who=" Els ", due_on=day.isoformat(), note="Bel eerst.\r\nDan mailen.", seen="")

    kept = PlannedAction.objects.get()
    assert (kept.key, kept.who, kept.due_on, kept.note) == (key, "Els", day, "Bel eerst.\nDan mailen.")
    assert "Bel eerst.<br>Dan mailen." in dict(shown(page_of(journey)))[key]
    send(journey, key, done="ja")
    kept.refresh_from_db()
    assert (kept.who, kept.due_on, kept.is_done) == ("Els", day, True)


def test_readers_see_how_it_stands_and_have_no_form(journey: Journey) -> None:
    key = slugs()[0]
    send(journey, key, who="Els", note="Intern", done="ja")
    add(journey, text="Koop taart")

    page = Client().get(f"{journey.shared}plan/").content.decode()

    assert "<form" not in page
    assert journey.token not in page
    assert f"1 van {len(slugs()) + 1} gedaan" in page
    for text in ("Els", "Intern", "Koop taart", "niet veranderen"):
        assert text in page


@pytest.mark.parametrize("path", ["plan/", "plan/actie/KEY/", "plan/eigen/"])
def test_a_readers_link_that_writes_is_refused_with_a_sentence(journey: Journey, path: str) -> None:
    before = Consultation.objects.get().expires_at

    answer = Client().post(journey.shared + path.replace("KEY", slugs()[0]), {"done": "ja", "text": "Mijn actie"})

    assert answer.status_code == 403
    assert "Met deze link kun je het plan lezen, niet veranderen. Er is niets veranderd." in answer.content.decode()
    assert not PlannedAction.objects.exists()
    assert Consultation.objects.get().expires_at == before


@pytest.mark.parametrize("path", ["plan/", "plan/actie/KEY/", "plan/eigen/", "plan/actie/KEY/verwijderen/"])
def test_a_readers_token_in_an_owners_address_is_a_dead_link(journey: Journey, path: str) -> None:
    share = journey.shared.split("/")[2]

    assert Client().post(f"/advies/{share}/{path.replace('KEY', slugs()[0])}", {"done": "ja"}).status_code == 404
    assert not PlannedAction.objects.exists()


def test_a_run_that_is_not_finished_has_no_plan(client: Client) -> None:
    journey = Journey(client)

    assert client.get(plan_at(journey)).url == f"/advies/{journey.token}/"
    assert client.post(f"{plan_at(journey)}eigen/", {"text": "Iets"}).url == f"/advies/{journey.token}/"
    assert not PlannedAction.objects.exists()


def test_an_own_action_is_added_changed_and_deleted(journey: Journey) -> None:
    add(journey, text="Koop taart", who="Els")
    key = own_keys()[0]
    assert shown(page_of(journey))[-1][0] == key

    send(journey, key, text="Koop fruit", seen=seen_of(page_of(journey), key))
    assert PlannedAction.objects.get().text == "Koop fruit"
    assert PlannedAction.objects.get().who == "Els"

    told = journey.client.post(f"{plan_at(journey)}actie/{key}/verwijderen/", follow=True).content.decode()
    assert "De actie is verwijderd." in told
    assert "Koop fruit" not in told


def test_an_own_action_that_is_sent_twice_stands_there_once(journey: Journey) -> None:
    page = page_of(journey)
    key = page.partition('name="key" value="')[2].partition('"')[0]

    for text in ("Koop taart", "Koop taart", "Koop fruit"):
        add(journey, text=text, key=key)

    assert [row.text for row in PlannedAction.objects.all()] == ["Koop taart", "Koop fruit"]


def test_there_are_no_more_own_actions_than_the_page_says(journey: Journey) -> None:
    assert f"hoogstens {MOST_OWN} eigen acties" in page_of(journey)

    answers = [add(journey, text=f"Actie {number}") for number in range(MOST_OWN + 3)]

    assert [answer.status_code for answer in answers] == [302] * MOST_OWN + [409] * 3
    assert f"Actie {MOST_OWN}" in answers[MOST_OWN].content.decode()
    assert PlannedAction.objects.count() == MOST_OWN
    assert "Meer kan niet" in page_of(journey)


def test_an_action_of_the_advice_cannot_be_deleted_or_called_otherwise(journey: Journey) -> None:
    key = slugs()[0]

    send(journey, key, text="Iets anders", who="Els")
    journey.client.post(f"{plan_at(journey)}actie/{key}/verwijderen/")

    kept = PlannedAction.objects.get()
    assert (kept.text, kept.who) == ("", "Els")


@pytest.mark.parametrize("key", ["bestaat-niet", "~abcdefgh", "%0d%0aX-Kwaad:ja"])
def test_an_action_that_is_no_longer_there_gives_back_what_was_typed(journey: Journey, key: str) -> None:
    answer = send(journey, key, note="Een lang verhaal")

    assert answer.status_code == 410
    assert "Deze actie staat niet meer in je plan." in answer.content.decode()
    assert "Een lang verhaal" in answer.content.decode()
    assert not PlannedAction.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("due_on", "morgen", "Vul een datum in, bijvoorbeeld 31-12-2026."),
        ("due_on", "1900-01-01", "Kies een dag van "),
        ("due_on", "9999-12-31", "Kies een dag van "),
        ("due_on", "31-02-2027", "Vul een datum in, bijvoorbeeld 31-12-2026."),
        ("due_on", "2027-01-01\0", "Vul een datum in, bijvoorbeeld 31-12-2026."),
        ("note", "x" * 100_000, f"gebruik hoogstens {LENGTHS['note']} tekens"),
        ("note", "stil\0", "Haal het onzichtbare teken weg."),
        ("who", "x" * 81, f"gebruik hoogstens {LENGTHS['who']} tekens"),
        ("who", "\0", "Haal het onzichtbare teken weg."),
    ],
)
def test_what_cannot_be_kept_comes_back_with_what_to_do(journey: Journey, field: str, value: str, said: str) -> None:
    key = slugs()[0]
    send(journey, key, who="Els", seen="")

    answer = send(journey, key, **{"who": "Jan", field: value, "seen": seen_of(page_of(journey), key)})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'href="#{field}-{key}"' in page
    assert value.replace("\0", "\ufffd") in page.replace("\0", "\ufffd")
    assert "<title>Fout:" in page
    assert PlannedAction.objects.get().who == "Els"


def test_a_form_of_more_than_a_megabyte_is_not_read(journey: Journey) -> None:
    assert send(journey, slugs()[0], note="x" * 1_100_000).status_code == 413


def test_markup_is_text(journey: Journey) -> None:
    send(journey, slugs()[0], note="<script>alert(1)</script></textarea>", who="<img src=x>")
    add(journey, text="<b>Taart</b>")

    page = page_of(journey)
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<b>Taart" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/textarea&gt;" in page


def test_an_own_action_without_a_text_is_asked_for_one(journey: Journey) -> None:
    for text in ("", "   ", "\u200b"):
        answer = add(journey, text=text, who="Els")
        assert answer.status_code == 422
        assert "Vul in wat je gaat doen." in answer.content.decode()
        assert 'value="Els"' in answer.content.decode()


def test_where_two_tabs_change_different_fields_both_are_kept(journey: Journey) -> None:
    key, day = slugs()[0], timezone.localdate().isoformat()
    seen = seen_of(page_of(journey), key)

    assert send(journey, key, who="Els", due_on="", note="", seen=seen).status_code == 302
    assert send(journey, key, who="", due_on=day, note="Bel eerst", seen=seen).status_code == 302

    kept = PlannedAction.objects.get()
    assert (kept.who, str(kept.due_on), kept.note) == ("Els", day, "Bel eerst")


def test_where_two_tabs_change_the_same_field_both_texts_are_shown_and_one_is_chosen(journey: Journey) -> None:
    key = slugs()[0]
    send(journey, key, note="Eerst", who="Jan")
    seen = seen_of(page_of(journey), key)
    send(journey, key, note="Van de een", who="Piet", seen=seen)

    answer = send(journey, key, note="Van de ander", who="Jan", seen=seen)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van de een" in dict(shown(page))[key]
    assert "Van de ander</textarea>" in dict(shown(page))[key]
    assert 'value="Piet"' in dict(shown(page))[key]
    assert PlannedAction.objects.get().note == "Van de een"
    assert send(journey, key, note="Van de ander", who="Piet", seen=seen_of(page, key)).status_code == 302
    assert PlannedAction.objects.get().note == "Van de ander"
    assert PlannedAction.objects.get().who == "Piet"


def test_a_mistake_in_one_field_does_not_put_back_what_another_tab_changed_meanwhile(journey: Journey) -> None:
    key = slugs()[0]
    send(journey, key, who="Jan")
    seen = seen_of(page_of(journey), key)
    send(journey, key, who="Piet", seen=seen)

    refused = send(journey, key, who="Jan", due_on="morgen", seen=seen).content.decode()
    send(journey, key, who="Jan", due_on="", seen=seen_of(refused, key))

    assert PlannedAction.objects.get().who == "Piet"


def test_a_form_that_does_not_say_what_it_showed_writes_over_nothing(journey: Journey) -> None:
    key = slugs()[0]
    send(journey, key, note="Van de een")

    for seen in ("", "note:000000000000", "\0:", "x" * 5000):
        assert send(journey, key, note="Van de ander", seen=seen).status_code == 409
    assert PlannedAction.objects.get().note == "Van de een"


def test_every_change_moves_the_date_but_not_beyond_a_year_after_finishing(journey: Journey) -> None:
    run = Consultation.objects.get()
    assert run.completed_at
    finished, key = run.completed_at, slugs()[0]

    def expires(days_after: int, kept_until: int, done: str) -> timedelta:
        """With a run that was finished so many days ago, and is kept until so many after its finish."""
        moved = timezone.now() - timedelta(days=days_after)
        Consultation.objects.update(completed_at=moved, expires_at=moved + timedelta(days=kept_until))
        send(journey, key, done=done)
        return Consultation.objects.get().expires_at - moved

    assert run.expires_at - finished < timedelta(days=settings.DIALOOG_RETENTION_DAYS, minutes=5)
    assert timedelta(days=149) < expires(60, 90, "ja") < timedelta(days=151)
    assert expires(300, 301, "nee") == timedelta(days=settings.DIALOOG_PLAN_DAYS)
    assert expires(364, 400, "ja") == timedelta(days=400)
    assert expires(60, 90, "ja") == timedelta(days=90)


def test_the_page_and_the_privacy_text_say_how_long_it_is_kept(journey: Journey) -> None:
    assert "We bewaren je advies en je plan tot" in page_of(journey)
    assert f"{settings.DIALOOG_PLAN_DAYS} dagen na het afronden" in Client().get("/privacy/").content.decode()
    assert f"{settings.DIALOOG_PLAN_DAYS} days after finishing" in Client().get("/en/privacy/").content.decode()


def test_the_kept_page_of_the_report_is_no_other_for_a_plan(journey: Journey) -> None:
    def kept() -> bytes:
        Rendering.objects.all().delete()
        journey.client.get(journey.url)
        return bytes(Rendering.objects.get(edition=Edition.PAGE).content)

    before = kept()
    send(journey, slugs()[0], done="ja", note="Opgeschreven")
    add(journey, text="Koop taart")

    assert kept() == before


@pytest.mark.parametrize("edition", PDFS)
def test_the_pdfs_of_the_report_are_no_other_for_a_plan(journey: Journey, edition: Edition) -> None:
    def html() -> str:
        run = Run.of(Consultation.objects.with_release().get())
        return render_html(build_consultation_report(run), edition)

    before = html()
    send(journey, slugs()[0], done="ja", note="Opgeschreven")
    add(journey, text="Koop taart")

    assert html() == before
    assert "plan/" not in before
    assert 'id="actie-' not in before


def test_a_deleted_run_takes_its_plan_along(journey: Journey) -> None:
    send(journey, slugs()[0], note="Opgeschreven")
    address = plan_at(journey)

    journey.client.post(f"/advies/{journey.token}/verwijderen/")

    assert not PlannedAction.objects.exists()
    assert journey.client.post(f"{address}eigen/", {"text": "Nog iets"}).status_code == 404


def test_a_form_that_was_not_kept_leads_to_the_plan_when_it_is_opened_again(journey: Journey) -> None:
    key = slugs()[0]

    assert journey.client.get(f"{plan_at(journey)}actie/{key}/").url == f"{plan_at(journey)}#actie-{key}"
    assert journey.client.get(f"{plan_at(journey)}eigen/").url == plan_at(journey)
    assert journey.client.get(f"{journey.shared}plan/eigen/").url == f"{journey.shared}plan/"


def test_in_english_it_is_the_same_plan(journey: Journey) -> None:
    key = slugs()[0]
    send(journey, key, note="Bel eerst", done="ja")

    page = Client().get(f"/en/advice/{journey.token}/plan/").content.decode()

    assert f"1 of {len(slugs())} done" in page
    assert "Bel eerst" in page
    assert f'action="/en/advice/{journey.token}/plan/action/{key}/"' in page
    assert f'href="{plan_at(journey)}"' in page


def test_logs_hold_nothing_of_a_plan() -> None:
    folder = Path(settings.BASE_DIR) / "dialoog" / "plan"

    assert not [path for path in folder.rglob("*.py") if "logg" in path.read_text(encoding="utf-8")]
