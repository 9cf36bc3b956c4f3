"""What staff type is kept whole, tidied and told, or refused at its field, with a summary that leads there."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.texts import is_in_words
from dialoog.content.models import Goal, Organisation, PageText, Question, Rule, Tip
from tests.browser.conftest import axe_findings
from tests.content.admin.admin_forms import change, errors_of, messages_of, save

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def html_of(response: Any) -> str:
    return str(response.content.decode())


def summary_of(response: Any) -> list[tuple[str, str]]:
    """Pairs of an id and the words that lead there."""
    found = re.search(r'<section class="error-summary".*?</section>', html_of(response), re.DOTALL)
    return re.findall(r'<a href="#([^"]*)">(.*?)</a>', found[0]) if found else []


# Tidied


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("Een\u00a0zin.", "Een zin.", "bijzondere spaties zijn gewone spaties geworden"),
        (
            "Denk aan:\r\n\uf0b7\tEén\r\n\uf0b7\tTwee",
            "Denk aan:\n- Eén\n- Twee",
            "opsommingstekens zijn een lijst geworden",
        ),
        ("Lees [dit](www.ser.nl/x).", "Lees [dit](https://www.ser.nl/x).", "links zonder https:// of mailto:"),
    ],
)
def test_a_text_is_tidied_on_saving_and_that_is_told(staff: Client, typed: str, kept: str, said: str) -> None:
    goal = Goal.objects.get(slug="kennis")

    told = messages_of(save(staff, goal, theory=typed))

    goal.refresh_from_db()
    assert goal.theory == kept
    assert any(message.startswith(f"Opgeschoond in ‘De theorie’: {said}") for message in told)


def test_a_name_and_a_row_are_tidied_too(staff: Client) -> None:
    question = Question.objects.get(slug="tijdlijn")
    option = question.options.all()[1]

    told = messages_of(
        save(staff, question, name="tijd\u00adlijn", **{"options-1-label": "Ruim\u200b genoeg\u00a0tijd"})
    )

    question.refresh_from_db()
    option.refresh_from_db()
    assert (question.name, option.label) == ("tijdlijn", "Ruim genoeg tijd")
    spaces, invisible = "bijzondere spaties zijn gewone spaties geworden", "onzichtbare tekens zijn weggehaald"
    assert f"Opgeschoond in ‘Antwoordoptie 2: Tekst’: {spaces}; {invisible}." in told


def test_what_is_tidy_is_saved_without_a_word(staff: Client) -> None:
    told = messages_of(save(staff, Tip.objects.first(), text="Een gewone tekst."))  # type: ignore[arg-type]

    assert not any("Opgeschoond" in message for message in told)


# Refused


@pytest.mark.parametrize("link", ["../x", "/beheer/", "tel:+31201234567", "voorbeeld.nl"])
def test_a_link_that_leads_nowhere_is_refused_at_its_field(staff: Client, link: str) -> None:
    page_text = PageText.objects.first()
    assert page_text is not None

    response = save(staff, page_text, text=f"Lees [het document]({link}).")

    assert summary_of(response)[0][0] == "id_text"
    assert f"De link bij ‘het document’ leidt nergens heen: ‘{link}’." in errors_of(response)[0]
    assert PageText.objects.get(pk=page_text.pk).text == page_text.text


@pytest.mark.parametrize(("field", "limit"), [("theory", 3000), ("name", 120), ("summary", 300)])
def test_a_text_that_is_too_long_comes_back_whole(staff: Client, field: str, limit: int) -> None:
    response = save(staff, Goal.objects.get(slug="kennis"), **{field: "a" * (limit + 13)})

    assert errors_of(response) == [
        f"Dit is 13 tekens te lang: het zijn er {limit + 13} en er passen er {limit}. Er is niets weggehaald; maak de "
        "tekst zelf korter."
    ]
    assert "a" * (limit + 13) in html_of(response)
    assert f"{limit + 13} van {limit} tekens: <strong>13 te veel</strong>" in html_of(response)


@pytest.mark.parametrize("model", [shape.model for shape in SCHEMA.values()], ids=lambda model: model.__name__)
def test_no_browser_cuts_a_text(staff: Client, model: type[models.Model]) -> None:
    record = model._default_manager.first()
    if record is None:
        pytest.skip("No record of this kind.")

    assert "maxlength" not in html_of(staff.get(change(record)))


def test_every_text_in_words_counts(staff: Client) -> None:
    html = html_of(staff.get(change(Organisation.objects.first())))  # type: ignore[arg-type]
    limits = [field.max_length for field in Organisation._meta.fields if is_in_words(field)]

    assert sorted(re.findall(r'data-limit="(\d+)"', html)) == sorted(map(str, limits))


# The summary


def test_a_page_without_mistakes_has_no_summary(staff: Client) -> None:
    assert summary_of(staff.get(change(Goal.objects.first()))) == []  # type: ignore[arg-type]


def test_the_summary_leads_to_fields_of_the_record_and_of_its_rows(staff: Client) -> None:
    question = Question.objects.get(slug="tijdlijn")

    response = save(staff, question, why="", **{"options-0-label": ""})

    assert summary_of(response) == [
        ("id_why", "Waarom vragen we dit?: Dit veld is verplicht."),
        ("id_options-0-label", "Antwoordoptie 1, Tekst: Dit veld is verplicht."),
    ]
    assert all(f'id="{name}"' in html_of(response) for name, _words in summary_of(response))
    assert 'tabindex="-1" autofocus' in html_of(response)


def test_the_summary_leads_to_the_row_or_the_form_for_what_is_about_no_field(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    partner = rule.partners.first()

    response = save(staff, rule, rows={"partners": {"partner_type": partner.partner_type_id, "weight": "1"}})

    targets = [name for name, _words in summary_of(response)]
    assert targets
    assert all(f'id="{name}"' in html_of(response) for name in targets)


@pytest.mark.parametrize(
    "model", sorted(admin.site._registry, key=lambda model: model.__name__), ids=lambda m: m.__name__
)
def test_every_form_of_the_admin_has_a_summary(staff: Client, model: type[models.Model]) -> None:
    add = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    if not admin.site.get_model_admin(model).has_add_permission(staff.get("/beheer/").wsgi_request):
        return
    response = staff.post(add, {f"{prefix}-{name}": 0 for prefix in prefixes(staff, add) for name in COUNTS})

    assert summary_of(response)
    assert all(f'id="{name}"' in html_of(response) for name, _words in summary_of(response))


COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS")


def prefixes(staff: Client, page: str) -> list[str]:
    context: Any = staff.get(page).context
    return [inline.formset.prefix for inline in context["inline_admin_formsets"]]


def test_a_new_password_has_a_summary_too(staff: Client) -> None:
    user = User.objects.get(username="redactie")
    page = reverse("admin:auth_user_password_change", args=[user.pk])

    response = staff.post(page, {"usable_password": "true", "password1": "", "password2": ""})

    assert [name for name, _words in summary_of(response)] == ["id_password1", "id_password2"]


# In a browser


@pytest.fixture
def editor(page: Page, context: BrowserContext, live_server: Any, settings: Any) -> Page:
    client = Client()
    client.force_login(User.objects.create_superuser("hoofd"))
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto(live_server.url + change(Goal.objects.get(slug="kennis")))
    return page


@pytest.mark.browser
def test_a_long_paste_is_kept_and_counted_below_zero(editor: Page) -> None:
    field = editor.locator("#id_name")
    part = editor.locator(".counted-text").filter(has=field)

    field.press("Control+a")
    editor.keyboard.insert_text("é" * 130)

    assert field.input_value() == "é" * 130
    expect(part.locator(".reading-count")).to_have_text("130 van 120 tekens: 10 te veel")
    expect(part.locator("[data-count]")).to_have_text("10 te veel")
    field.fill("é" * 115)
    expect(part.locator(".reading-count")).to_have_text("115 van 120 tekens")
    expect(part.locator("[data-count]")).to_have_text("Nog 5 tekens over")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 768])
def test_the_summary_has_the_focus_and_leads_to_the_field(editor: Page, width: int) -> None:
    editor.set_viewport_size({"width": width, "height": 800})
    editor.locator("#id_theory").fill("Lees [dit](../x).")

    with editor.expect_navigation():
        editor.get_by_role("button", name="Opslaan", exact=True).first.click()

    summary = editor.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(editor.locator(".errornote")).to_be_hidden()
    assert axe_findings(editor) == []
    assert editor.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    summary.get_by_role("link").click()
    expect(editor.locator("#id_theory")).to_be_focused()
