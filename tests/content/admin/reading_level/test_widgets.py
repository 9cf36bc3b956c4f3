"""The admin's text fields say how a text reads and how it will look; whatever is in it, it does no harm."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from dialoog.content.admin.reading_level.level import LONG_SENTENCE
from dialoog.content.admin.reading_level.views import LONGEST
from dialoog.content.admin.reading_level.widgets import ReadableTextarea, ReadableTextInput, ReadableTexts, TextKind
from dialoog.content.models import Caution, Goal, Option, Organisation, PageText, Question, Tip
from tests.content.admin.reading_level.test_level import LETTER, PLAIN, words

pytestmark = pytest.mark.django_db

LONG = words(LONG_SENTENCE + 5)
URL = "/beheer/tekst/"
HARMFUL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![beeld](https://elders.nl/beeld.png)",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](data:text/html,<script>alert(1)</script>)",
    "<a href='javascript:alert(1)'>klik</a>",
    "<https://ser.nl/\"onmouseover='alert(1)'>",
    "</textarea><script>alert(1)</script>",
    "</template></details><style>*{display:none}</style><iframe src=//elders.nl></iframe>",
]


class Readable(ReadableTexts, admin.ModelAdmin):
    """Any model's page with readable texts."""


def form_of(model: Any, data: dict[str, str] | None = None) -> BaseForm:
    request = type("Request", (), {"user": User(is_superuser=True, is_active=True)})()
    return Readable(model, admin.site).get_form(request, fields=None)(data)


def rendered(text: str, *, is_markdown: bool = False, limit: int | None = None) -> str:
    """A textarea with this text, as HTML."""
    widget = ReadableTextarea({"maxlength": str(limit)} if limit else None, is_markdown=is_markdown)
    return str(widget.render("text", text, {"id": "id_text"}))


def preview(html: str) -> str:
    found = re.search(r'<div class="reading-page">(.*?)</div>\n<p>', html, re.DOTALL)
    assert found, html
    return found[1]


def assert_harmless(html: str) -> None:
    tags = set(re.findall(r"<(\w+)", html))
    addresses = re.findall(r'href="([^"]*)', html)
    attributes = set(re.findall(r"<\w+ [^>]*?(\w+)=\"", html)) - {"href", "target", "rel"}
    assert tags <= {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "blockquote", "br"}
    assert all(address.startswith(("http://", "https://", "mailto:")) for address in addresses)
    assert not attributes


def test_markdown_has_a_preview_and_other_long_texts_have_none() -> None:
    goal, caution = form_of(Goal).fields["theory"].widget, form_of(Caution).fields["text"].widget

    assert (goal.kind, caution.kind) == (TextKind.MARKDOWN, TextKind.PLAIN)


def test_a_short_text_with_a_sentence_is_read_too() -> None:
    assert isinstance(form_of(Question).fields["error_text"].widget, ReadableTextInput)


@pytest.mark.parametrize(
    ("model", "name"),
    [(Tip, "slug"), (Organisation, "name"), (Organisation, "url"), (PageText, "place"), (Tip, "tip_set")],
)
def test_keys_names_addresses_and_choices_are_as_django_has_them(model: Any, name: str) -> None:
    assert not isinstance(form_of(model).fields[name].widget, ReadableTextInput | ReadableTextarea)


def test_rows_of_a_record_take_part() -> None:
    class Options(ReadableTexts, admin.StackedInline):
        model = Option

    request = type("Request", (), {"user": User(is_superuser=True, is_active=True)})()
    form = Options(Question, admin.site).get_formset(request).form

    assert isinstance(form.base_fields["label"].widget, ReadableTextInput)


def test_the_label_belongs_to_the_textarea() -> None:
    field = form_of(Caution)["text"]

    assert 'for="id_text"' in field.label_tag()
    assert re.search(r'<textarea name="text"[^>]* id="id_text"', str(field))


def test_it_counts_against_the_maximum() -> None:
    assert "5 van 600 tekens" in rendered("Vraag", limit=600)


def test_it_says_how_much_is_too_much() -> None:
    assert "13 van 10 tekens: <strong>3 te veel</strong>" in rendered("Te lange tekst"[:13], limit=10)


def test_without_a_maximum_it_counts_nothing() -> None:
    assert "tekens" not in rendered("Vraag")


def test_a_plain_text_gets_its_level() -> None:
    html = rendered(PLAIN)

    assert "Leesniveau: goed te lezen (B1)." in html
    assert "Kies kortere woorden" not in html


def test_officialese_gets_advice() -> None:
    assert "Leesniveau: vrij moeilijk (B2). Kies kortere woorden en zinnen." in rendered(LETTER)


def test_a_text_that_is_too_short_to_measure_gets_no_level() -> None:
    assert "Leesniveau" not in rendered("Vraag wat haalbaar is.")


def test_a_long_sentence_is_quoted_with_its_length() -> None:
    html = rendered(f"Kort. {LONG}")

    assert "Eén zin heeft meer dan 20 woorden." in html
    assert f"<li>‘{LONG[:50]}" in html
    assert "(25 woorden)" in html


def test_more_long_sentences_are_counted() -> None:
    assert "2 zinnen hebben meer dan 20 woorden." in rendered(f"{LONG} {LONG}")


def test_a_short_text_gets_no_level() -> None:
    html = ReadableTextInput({"maxlength": "200"}).render("label", LETTER, {})

    assert "Leesniveau" not in html
    assert "2 zinnen hebben meer dan 20 woorden." in html


def test_an_empty_field_is_no_trouble() -> None:
    html = str(ReadableTextarea({"maxlength": "600"}, is_markdown=True).render("text", None, {}))

    assert "0 van 600 tekens" in html
    assert "Er staat nog niets." in html


def test_a_form_that_comes_back_is_about_what_was_typed() -> None:
    form = form_of(Caution, {"text": "A" * 601})

    assert not form.is_valid()
    assert "601 van 600 tekens" in str(form["text"])


def test_a_hard_text_is_not_refused() -> None:
    assert "text" not in form_of(Caution, {"text": LETTER}).errors


def test_line_ends_of_a_browser_do_not_change_a_text() -> None:
    form = form_of(Caution, {"text": "Een.\r\n\r\nTwee."})
    form.is_valid()

    assert form.cleaned_data["text"] == "Een.\n\nTwee."


def test_script_and_style_come_from_files() -> None:
    media = str(form_of(Caution).media)

    assert re.search(r'<script src="[^"]*js/readable_text.js" defer></script>', media)
    assert "css/admin/readable_text.css" in media


def test_the_preview_looks_as_the_page_will() -> None:
    html = preview(rendered("## Kop\n\n- **vet**", is_markdown=True))

    assert html == "<h2>Kop</h2>\n<ul>\n<li><strong>vet</strong></li>\n</ul>\n"


def test_texts_without_markdown_have_no_preview() -> None:
    assert "reading-page" not in rendered("**vet**")


def test_a_link_in_the_preview_does_not_lead_away_from_the_form() -> None:
    assert 'target="_blank"' in preview(rendered("[SER](https://www.ser.nl)", is_markdown=True))


@pytest.mark.parametrize("text", HARMFUL)
def test_the_preview_is_harmless(text: str) -> None:
    assert_harmless(preview(rendered(text, is_markdown=True)))


@pytest.mark.parametrize("text", HARMFUL)
def test_what_is_quoted_is_harmless(text: str) -> None:
    html = rendered(f"{text} {LONG}")

    assert not re.search(r"<(script|img|iframe|style)", html)


@pytest.fixture
def editor() -> Client:
    client = Client()
    user = User.objects.create_user("redactie", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_rule"))
    client.force_login(user)
    return client


def test_the_answer_is_what_the_page_would_say(editor: Client) -> None:
    response = editor.post(URL, {"text": f"**{LONG}**", "kind": "markdown", "limit": "3000"})

    assert response.status_code == 200
    assert response.content.decode() in rendered(f"**{LONG}**", is_markdown=True, limit=3000)


def test_the_answer_has_its_own_address() -> None:
    assert reverse("content:reading") == URL


def test_an_empty_text_and_no_maximum_are_fine(editor: Client) -> None:
    assert editor.post(URL, {"text": "", "kind": "plat", "limit": ""}).status_code == 200


@pytest.mark.parametrize("text", HARMFUL)
def test_the_answer_is_harmless(editor: Client, text: str) -> None:
    html = editor.post(URL, {"text": text, "kind": "markdown"}).content.decode()

    assert_harmless(preview(html))


def test_a_text_longer_than_any_field_is_refused_in_a_sentence(editor: Client) -> None:
    response = editor.post(URL, {"text": "a" * (LONGEST + 1), "kind": "plat"})

    assert response.status_code == 400
    assert response.content.decode() == "De tekst is te lang om te meten: hooguit 20000 tekens."
    assert response["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    "data", [{"kind": "<b>"}, {}, {"kind": "plat", "limit": "-1"}, {"kind": "plat", "limit": "x"}, {"text": "\x00"}]
)
def test_what_no_field_sends_is_refused(editor: Client, data: dict[str, str]) -> None:
    assert editor.post(URL, {"text": "a", **data}).status_code == 400


def test_the_answer_comes_on_a_post_alone(editor: Client) -> None:
    assert editor.get(URL).status_code == 405


def test_who_may_not_look_at_rules_may_not_ask(client: Client) -> None:
    client.force_login(User.objects.create_user("gast", is_staff=True))

    assert client.post(URL, {"text": "a", "kind": "plat"}).status_code == 403


def test_who_is_not_logged_in_may_not_ask(client: Client) -> None:
    assert client.post(URL, {"text": "a", "kind": "plat"}).status_code == 403


def test_another_site_cannot_ask() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("hoofd"))

    assert client.post(URL, {"text": "a", "kind": "plat"}).status_code == 403


@pytest.fixture
def staff_page(page: Page, context: BrowserContext, live_server: Any, settings: Any) -> Page:
    """A browser in which the chief editor has logged in."""
    client = Client()
    client.force_login(User.objects.create_superuser("hoofd"))
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    question = Question.objects.get(slug="tijdlijn")
    page.goto(live_server.url + reverse("admin:content_question_change", args=[question.pk]))
    return page


@pytest.mark.browser
@pytest.mark.slow
def test_a_moment_after_typing_it_says_how_the_text_reads(staff_page: Page) -> None:
    field = staff_page.locator("#id_why")
    part = staff_page.locator(".readable-text").filter(has=field)

    field.fill(LETTER)

    expect(part.locator(".reading")).to_contain_text("vrij moeilijk (B2)")
    expect(part.get_by_role("status")).to_have_text(re.compile("vrij moeilijk.*2 zinnen"))


@pytest.mark.browser
@pytest.mark.slow
def test_a_row_that_was_added_takes_part(staff_page: Page) -> None:
    staff_page.locator("#options-group .add-row a").click()
    field = staff_page.locator("#options-group .dynamic-options .field-help input").last
    field.fill(LONG)

    part = field.locator("xpath=ancestor::div[contains(@class, 'readable-text')]")
    expect(part.locator(".reading")).to_contain_text("(25 woorden)")


@pytest.mark.browser
@pytest.mark.slow
def test_without_an_answer_it_says_so(staff_page: Page) -> None:
    staff_page.context.clear_cookies()

    staff_page.locator("#id_why").fill("Een andere tekst.")

    expect(staff_page.locator(".field-why .reading")).to_have_text(re.compile("Nu is niet te zien"))
