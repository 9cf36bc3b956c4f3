"""Publishing in the admin: what stands before the button, and what happens when two people press it."""

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.test import Client

from dialoog.content.models import Caution, Release, Rule
from dialoog.content.releases.publishing import publish
from dialoog.content.versions.keeping import keep_version
from tests.editorial.staff import chief, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_samples"), pytest.mark.slow]
PAGE = "/beheer/publiceren/"


@pytest.fixture
def staff() -> Client:
    return chief()


def change_a_text() -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Vraag eerst wat haalbaar is.")


def hidden(page: str) -> dict[str, str]:
    names = ("current", "checksum", "passed")
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in names}  # type: ignore[index]


def test_without_a_change_there_is_nothing_to_publish(staff: Client) -> None:
    page = text_of(staff.get(PAGE))

    assert "Er is niets om te publiceren." in page
    assert 'value="Publiceer"' not in page


@pytest.mark.database
def test_each_difference_says_who_changed_it_last_also_what_was_deleted(staff: Client) -> None:
    anna = User.objects.create_user("anna", first_name="Anna", last_name="Bakker")
    change_a_text()
    keep_version(Caution.objects.get(slug="capaciteit"), anna)
    Rule.objects.get(code="K01").delete()

    page = text_of(staff.get(PAGE))

    summaries = re.findall(r'<details class="diff-record".*?<summary>(.*?)</summary>', page, re.DOTALL)

    assert [re.sub(r".* door (.*), om \d\d:\d\d", r"\1", summary) for summary in summaries] == [
        "Anna Bakker",
        "het systeem",
    ]


def test_the_page_shows_difference_checks_cases_and_impact_before_the_button(staff: Client) -> None:
    Rule.objects.get(code="K01").delete()

    page = text_of(staff.get(PAGE))

    order = ["Wat er verandert", "K01", "referentiegevallen nagelopen", "Wat dit met het advies doet", "Publiceer"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Een ander eerste partnertype" in page


def test_the_progress_is_sent_before_the_work_is_done(staff: Client) -> None:
    parts = iter(staff.get(PAGE).streaming_content)  # type: ignore[attr-defined]

    first, second = next(parts), next(parts)

    assert b"Wat er verandert" in first
    assert b'<progress max="100" value="0"' in second


@pytest.mark.database
def test_publishing_puts_the_draft_on_the_site(staff: Client) -> None:
    change_a_text()
    form = hidden(text_of(staff.get(PAGE)))

    response = staff.post(PAGE, form | {"note": "Duidelijker waarschuwing"}, follow=True)

    release = Release.objects.current()
    assert release is not None
    assert (release.number, release.note, str(release.author)) == (2, "Duidelijker waarschuwing", "hoofd")
    assert "Uitgave 2 staat nu op de site." in response.content.decode()


def test_the_button_does_not_wait_for_checks_again(staff: Client) -> None:
    change_a_text()
    form = hidden(text_of(staff.get(PAGE)))

    with patch("dialoog.editorial.publish.views.check", side_effect=AssertionError("checked again")):
        response = staff.post(PAGE, form | {"note": "Duidelijker waarschuwing"})

    assert response.status_code == 302
    assert Release.objects.count() == 2


@pytest.mark.database
def test_a_second_click_publishes_nothing_more_and_says_what_the_first_one_did(staff: Client) -> None:
    form = hidden_of_a_sound_draft(staff) | {"note": "Duidelijker waarschuwing"}

    pages = [staff.post(PAGE, form, follow=True).content.decode() for _click in range(2)]

    assert Release.objects.count() == 2
    assert all("Uitgave 2 staat nu op de site." in page for page in pages)


@pytest.mark.parametrize("passed", ["", "nonsense", "of another draft", "from before an upgrade"])
def test_without_our_word_that_it_passed_a_draft_is_checked_and_not_published(staff: Client, passed: str) -> None:
    """What is left behind is the whole form, with our word this time."""
    Caution.objects.filter(slug="verifieer").update(text="Vraag het na.")
    of_another_draft = hidden(text_of(staff.get(PAGE)))["passed"]
    form = hidden_of_a_sound_draft(staff) | {"note": "Mijn toelichting"}
    with patch("dialoog.editorial.publish.passed.rendering_key", return_value="older"):
        from_before = hidden(text_of(staff.get(PAGE)))["passed"]
    tokens = {"of another draft": of_another_draft, "from before an upgrade": from_before}

    page = text_of(staff.post(PAGE, form | {"passed": tokens.get(passed, passed)}))

    assert Release.objects.count() == 1
    assert "Er is nog niets gepubliceerd. Het concept is opnieuw gecontroleerd" in page
    assert "Mijn toelichting" in page

    staff.post(PAGE, hidden(page) | {"note": "Mijn toelichting"})
    assert Release.objects.count() == 2


def test_a_draft_with_an_error_gets_no_word_that_it_passed(staff: Client) -> None:
    Rule.objects.filter(code="K01").update(reason="")

    with patch("dialoog.editorial.publish.views.Passed.sign") as sign:
        text_of(staff.get(PAGE))

    assert not sign.called


def test_without_a_note_nothing_is_published(staff: Client) -> None:
    change_a_text()
    form = hidden(text_of(staff.get(PAGE)))

    page = text_of(staff.post(PAGE, form | {"note": "  "}))

    assert Release.objects.count() == 1
    assert "Fout:" in page
    assert 'href="#id_note">Schrijf in een of twee zinnen wat er verandert.' in page


def test_an_error_stops_publishing(staff: Client) -> None:
    form = hidden_of_a_sound_draft(staff)
    Rule.objects.filter(code="K01").update(reason="")

    page = text_of(staff.post(PAGE, form | {"note": "Toch"}))

    assert Release.objects.count() == 1
    assert "heeft geen onderbouwing" in page
    assert "Je kunt nog niet publiceren" in page


def hidden_of_a_sound_draft(staff: Client) -> dict[str, str]:
    change_a_text()
    return hidden(text_of(staff.get(PAGE)))


def break_a_case() -> None:
    """P1 wants this caution; it comes from one rule."""
    for rule in Rule.objects.filter(cautions__caution__slug="geen_lokaal_kantoor"):
        rule.cautions.all().delete()


@pytest.mark.database
def test_a_broken_case_needs_a_written_reason_that_the_release_keeps(staff: Client) -> None:
    break_a_case()
    page = text_of(staff.get(PAGE))
    form = hidden(page) | {"note": "Weg ermee"}
    names = re.findall(r'<textarea name="(reason_\w+)"', page)
    assert "reason_P1" in names

    refused = text_of(staff.post(PAGE, form | {"reason_P1": ""}))
    assert "Schrijf waarom P1 niet hoeft te kloppen" in refused
    assert "Weg ermee" in refused
    assert Release.objects.count() == 1

    staff.post(PAGE, form | dict.fromkeys(names, "De bron zegt dit niet meer."))
    release = Release.objects.get(number=2)
    kept = {overrule["case"]: overrule for overrule in release.overrules}
    assert kept["P1"]["reason"] == "De bron zegt dit niet meer."
    assert "ontbreekt" in kept["P1"]["broken"]
    assert "De bron zegt dit niet meer." in staff.get("/beheer/uitgaven/").content.decode()


@pytest.mark.database
def test_who_publishes_second_is_told_and_loses_nothing(staff: Client) -> None:
    form = hidden_of_a_sound_draft(staff)
    publish(note="De ander was eerst")

    page = text_of(staff.post(PAGE, form | {"note": "Mijn toelichting"}))

    assert Release.objects.count() == 2
    assert "heeft intussen uitgave 2 gepubliceerd. Er is nu niets gepubliceerd." in page


@pytest.mark.database
def test_a_draft_that_changed_meanwhile_is_shown_again(staff: Client) -> None:
    form = hidden_of_a_sound_draft(staff)
    Caution.objects.filter(slug="capaciteit").update(text="Vraag het na.")

    page = text_of(staff.post(PAGE, form | {"note": "Mijn toelichting"}))

    assert Release.objects.count() == 1
    assert "Het concept is intussen gewijzigd." in page
    assert "Mijn toelichting" in page
    assert hidden(page) != form


def test_a_form_with_nonsense_publishes_nothing(staff: Client) -> None:
    change_a_text()

    page = text_of(staff.post(PAGE, {"note": "Hoi", "current": "een", "checksum": "x"}))

    assert Release.objects.count() == 1
    assert "Publiceer" in page


def test_without_a_session_the_note_comes_back() -> None:
    response = Client().post(PAGE, {"note": "Lang verhaal", "current": "1", "checksum": "a" * 64})

    assert response.status_code == 403
    page = response.content.decode()
    assert "Je bent niet meer ingelogd" in page
    assert "Lang verhaal" not in page, "another site could have sent this"


def test_without_a_session_what_this_site_sent_can_be_sent_again() -> None:
    response = Client(headers={"sec-fetch-site": "same-origin"}).post(PAGE, {"note": "Lang verhaal"})

    assert 'name="note" value="Lang verhaal"' in response.content.decode()


def test_work_that_fails_is_told(staff: Client, caplog: Any) -> None:
    with patch("dialoog.editorial.publish.views.check", side_effect=RuntimeError("stuk")):
        page = text_of(staff.get(PAGE))

    assert "Het uitrekenen is mislukt" in page
    assert "</html>" in page
    assert "stuk" in caplog.text


@pytest.mark.database
def test_what_is_written_for_visitors_goes_with_the_release(staff: Client) -> None:
    change_a_text()
    page = text_of(staff.get(PAGE))
    said = {"note": "Voor collega's", "news_nl": "Zie [de SER](https://www.ser.nl/).", "news_en": ""}

    staff.post(PAGE, hidden(page) | said)

    release = Release.objects.current()
    assert release is not None
    assert release.news == {"nl": "Zie [de SER](https://www.ser.nl/)."}
    assert release.visible.keys() == {"nl"}
    assert "Voor bezoekers (in het nieuws)" in page
    assert "Voor bezoekers, in het Engels" in page
    assert "Voor bezoekers:" in text_of(staff.get("/beheer/uitgaven/"))
    assert "<p>Nederlands: Zie [de SER]" in text_of(staff.get(f"/beheer/content/release/{release.pk}/change/"))


@pytest.mark.parametrize("wrong", ["x" * 1001, "[hier](nergens)"], ids=["too long", "a link to nowhere"])
def test_a_text_for_visitors_that_cannot_be_shown_is_told_before_publishing(staff: Client, wrong: str) -> None:
    change_a_text()
    form = hidden(text_of(staff.get(PAGE)))

    page = text_of(staff.post(PAGE, form | {"note": "Beter", "news_en": wrong}))

    assert Release.objects.count() == 1
    assert 'href="#id_news_en"' in page
    assert f">\n{wrong}</textarea>" in page
