"""What an owner does with a code, what ends it, and that nobody else comes there."""

import base64
import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone

from dialoog.handover.codes import read_code
from dialoog.handover.models import KEPT, HandoverCode
from dialoog.handover.sealing import digest_of
from dialoog.handover.spelling import spelled
from dialoog.handover.switching import shown_code
from dialoog.wizard.models import Consultation
from dialoog.wizard.tokens import hash_token
from tests.endings import delete, pass_its_date, renew_link, stop_sharing
from tests.handover.handing import code_of, errors, finish, finish_with_code, hand_over, type_code
from tests.journey import Journey
from tests.privacy.traces import places_of
from tests.together import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


def page_of(journey: Journey, before: str = "/advies/", after: str = "/overdragen/") -> str:
    return journey.client.get(f"{before}{journey.token}{after}").content.decode()


def opens(code: str) -> bool:
    return type_code(code).status_code == 302


def pass_its_seven_days(journey: Journey) -> None:
    HandoverCode.objects.filter(consultation__token_hash=hash_token(journey.token)).update(ends_at=timezone.now())


ENDS: list[Callable[[Journey], object]] = [
    renew_link,
    stop_sharing,
    delete,
    pass_its_seven_days,
    pass_its_date,
    lambda journey: hand_over(journey, "uit"),
    lambda journey: hand_over(journey, "nieuw"),
]


def test_it_is_off_until_the_owner_switches_it_on() -> None:
    journey = finish()
    url = f"/advies/{journey.token}/overdragen/"
    assert f'href="{url}"' in page_of(journey, after="/beheren/")
    assert "Zet een deelcode aan" in page_of(journey)
    assert not HandoverCode.objects.exists()

    page = hand_over(journey, "aan")

    assert page.redirect_chain == [(f"{url}?doe=aan", 302)]
    assert "De deelcode staat aan." in page.content.decode()
    assert re.fullmatch(r"(?:[0-9A-Z]{3}-?){3}", code_of(journey))


def test_who_comes_back_sees_the_same_code_and_until_when() -> None:
    journey, code = finish_with_code()

    assert code in page_of(journey)
    assert code in page_of(journey, "/en/advice/", "/hand-over/")
    left = HandoverCode.objects.get().ends_at - timezone.now()
    assert KEPT - timedelta(minutes=1) < left <= KEPT


def test_its_owner_reads_how_to_say_it_and_before_ending_it_who_can_still_read() -> None:
    journey, code = finish_with_code()

    page = page_of(journey)

    assert f"Zo lees je hem voor: {spelled(read_code(code))}" in page
    before = page.partition('value="uit"')[0].rpartition("<form")[2]
    assert "Wie het advies al opende, kan het dan nog lezen." in before


@pytest.mark.parametrize("end", ENDS)
def test_a_code_ends(end: Callable[[Journey], object]) -> None:
    journey, code = finish_with_code()
    assert opens(code)

    end(journey)

    assert not opens(code)


@pytest.mark.parametrize("end", ENDS[:-1])
def test_the_purge_leaves_nothing_of_a_code_that_ended(end: Callable[[Journey], object]) -> None:
    (journey, _code), (_other, kept) = finish_with_code(), finish_with_code()
    row = HandoverCode.objects.get(consultation__token_hash=hash_token(journey.token))

    end(journey)
    call_command("purge", stdout=StringIO())

    assert places_of(row.digest) | places_of(row.sealed) | places_of(row.salt) == set()
    assert opens(kept)


def test_a_code_promises_no_longer_than_its_report_is_there() -> None:
    journey, _code = finish_with_code()
    date = timezone.now() + timedelta(days=2)
    run = Consultation.objects.owned_with(journey.token)
    run.update(expires_at=date)

    shown = shown_code(run.get(), journey.token)

    assert shown
    assert shown.ends_at == date


def test_a_new_code_works_after_a_new_link() -> None:
    journey, _code = finish_with_code()
    renew_link(journey)
    assert code_of(journey) == ""

    hand_over(journey, "aan")

    assert opens(code_of(journey))


def test_switching_on_twice_keeps_the_code_that_was_read_aloud() -> None:
    journey, code = finish_with_code()

    hand_over(journey, "aan")

    assert code_of(journey) == code
    hand_over(journey, "nieuw")
    assert code_of(journey) != code
    assert HandoverCode.objects.count() == 1


def test_two_tabs_that_switch_on_and_off_leave_one_code_or_none() -> None:
    journey, _code = finish_with_code()
    other_tab = Client()
    for deed in ("uit", "uit", "aan", "nieuw", "aan", "uit", "aan"):
        answer = other_tab.post(f"/advies/{journey.token}/overdragen/", {"doe": deed})
        assert answer.status_code == 302

    assert HandoverCode.objects.count() == 1
    assert opens(code_of(journey))


@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_one_code_is_made() -> None:
    journey = finish()
    url = f"/advies/{journey.token}/overdragen/"

    answers = at_once(*[lambda: Client().post(url, {"doe": "aan"}).status_code] * 6)

    assert answers == [302] * 6
    assert HandoverCode.objects.count() == 1
    assert opens(code_of(journey))


def test_without_a_link_for_readers_there_is_nothing_to_hand_over() -> None:
    journey = finish()
    stop_sharing(journey)

    pages = [hand_over(journey, deed).content.decode() for deed in ("aan", "nieuw", "pdf")]

    assert all("Maak eerst een nieuwe link om te delen." in page for page in pages)
    assert not any("<svg" in page for page in pages)
    assert not HandoverCode.objects.exists()


@pytest.mark.parametrize("deed", ["", "AAN", "weg", "\x00", "a" * 3000])
def test_what_no_button_sends_does_nothing(deed: str) -> None:
    journey = finish()

    assert hand_over(journey, deed).status_code == 200
    assert not HandoverCode.objects.exists()


def test_looking_changes_nothing_and_an_old_address_tells_no_lies() -> None:
    journey = finish()

    for query in ("doe=aan", "doe=nieuw", "doe=pdf&doe=x", "doe=%00"):
        assert (
            "notice-summary" not in journey.client.get(f"/advies/{journey.token}/overdragen/?{query}").content.decode()
        )
    assert not HandoverCode.objects.exists()


def test_who_has_the_link_for_readers_comes_nowhere_near() -> None:
    journey, code = finish_with_code()
    reader, share = Client(), journey.shared.split("/")[2]

    for path in (f"/advies/{share}/overdragen/", f"/rapport/{share}/overdragen/"):
        assert [reader.get(path).status_code, reader.post(path, {"doe": "uit"}).status_code] == [404, 404]
    page = reader.get(journey.shared).content.decode()
    assert "overdragen" not in page
    assert code not in page
    assert opens(code)


def test_an_unfinished_run_is_not_handed_over() -> None:
    journey = Journey(Client())
    url = f"/advies/{journey.token}/overdragen/"

    assert journey.client.post(url, {"doe": "aan"}).url == f"/advies/{journey.token}/"
    assert not HandoverCode.objects.exists()


def test_a_mail_is_ready_with_the_link_and_one_with_the_code() -> None:
    journey, code = finish_with_code()

    links = re.findall(r'href="(mailto:[^"]+)"', page_of(journey))

    link, by_code = map(unquote, links)
    assert f"http://testserver{journey.shared}\r\n" in link
    assert f"http://testserver{journey.shared}plan/\r\n" in link
    assert link.startswith("mailto:?subject=Advies en plan: Lonen&")
    assert by_code.startswith("mailto:?subject=Advies en plan: Lonen&")
    assert code not in link
    assert f"http://testserver/openen/ en vul deze deelcode in:\r\n{code}\r\n" in by_code
    assert journey.shared not in by_code
    assert journey.token not in link + by_code


def test_without_a_title_of_its_own_the_mail_has_a_subject_all_the_same() -> None:
    journey = finish(title="")

    links = re.findall(r'href="(mailto:[^"]+)"', page_of(journey, "/en/advice/", "/hand-over/"))

    assert "subject=My advice and plan on working together&" in unquote(links[0])


def test_the_plan_is_shared_beside_the_advice_and_both_are_a_link_away() -> None:
    journey = finish()
    page = page_of(journey)
    shared = re.findall(r'value="(http://testserver[^"]+)" readonly', page)

    assert shared == [f"http://testserver{journey.shared}", f"http://testserver{journey.shared}plan/"]
    assert Client().get(shared[1]).status_code == 200
    for back in ("rapport/", "plan/"):
        assert f'href="/advies/{journey.token}/{back}"' in page
    assert "kan het advies en het plan lezen" in page_of(journey, after="/beheren/")


def test_the_picture_is_drawn_here_without_a_style_and_has_a_name() -> None:
    page = page_of(finish())

    svg = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img" aria-label="QR-code van de link naar dit advies"' in page
    assert "<title>QR-code van de link naar dit advies</title>" in svg
    assert "style=" not in svg
    assert "http" not in svg


def test_what_is_kept_opens_nothing_without_the_secret() -> None:
    """Neither code nor token is in any column, and with another secret the code finds and opens nothing."""
    journey, code = finish_with_code()
    row = HandoverCode.objects.get()
    share = journey.shared.split("/")[2]
    bare = code.replace("-", "")

    assert places_of(code) | places_of(bare) | places_of(share) | places_of(journey.token) == set()
    assert share.encode() not in base64.urlsafe_b64decode(row.sealed)
    with override_settings(SECRET_KEY="another" * 10):
        assert digest_of(bare) != row.digest
        assert code_of(journey) == ""
        assert not opens(code)
        hand_over(journey, "aan")
        assert opens(code_of(journey))


def test_pages_that_hold_a_key_are_kept_nowhere() -> None:
    journey, _code = finish_with_code()

    answer = journey.client.get(f"/advies/{journey.token}/overdragen/")

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert settings.DIALOOG_RUN_COOKIE not in answer.cookies


def test_that_there_is_no_pdf_now_is_told_on_the_page() -> None:
    journey = finish()

    page = journey.client.get(f"/advies/{journey.token}/overdragen/?doe=pdf")

    assert errors(page) == ["De pdf kon nu niet gemaakt worden. Probeer het over een minuut opnieuw."]
