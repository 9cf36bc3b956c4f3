"""The pages of the editorial work: axe finds nothing, nothing scrolls sideways, and the console is silent."""

import pytest
from playwright.sync_api import Page

from dialoog.catalogue.document import chosen_in
from dialoog.content.files.archive import pack
from dialoog.content.models import Caution, PartnerType, Rule
from dialoog.content.models.versions import Version
from dialoog.content.releases.publishing import publish
from dialoog.content.versions.keeping import keep_version
from dialoog.editorial.frame.links import address
from tests.browser.conftest import axe_findings
from tests.browser.editor import Editor, make_account
from tests.builders import real_document

pytestmark = pytest.mark.slow


@pytest.fixture
def editor(page: Page, site: str) -> Editor:
    """At work on a draft that has something of everything: a change, a deletion, a broken case, a second release."""
    make_account("eva", "Eindredacteur")
    Caution.objects.filter(slug="capaciteit").update(text="Vraag eerst wat haalbaar is.")
    publish(note="Tweede")
    gone = PartnerType.objects.create(slug="tolk", name="Tolk", description="Vertaalt.", order=9990)
    keep_version(gone)
    gone.delete()
    rule = Rule.objects.get(code="K01")
    rule.partners.update(weight=9)
    rule.save()
    keep_version(rule)
    return Editor(page, site).log_in("eva")


def addresses() -> list[str]:
    rule = Rule.objects.get(code="K01")
    first = Version.objects.of(rule).last()
    assert first is not None
    case = chosen_in(real_document()["reference_cases"][0])
    return [
        "/beheer/",
        "/beheer/voorbeeld/",
        "/beheer/voorbeeld/stap/doelen/",
        address("editorial:preview_report", case),
        address("editorial:compare", case),
        "/beheer/controle/",
        "/beheer/publiceren/",
        "/beheer/uitgaven/",
        "/beheer/uitgaven/verschil/?van=1&naar=2",
        "/beheer/uitgaven/1/terug/",
        "/beheer/verwijderd/",
        "/beheer/overzicht/",
        "/beheer/overzicht/doelen/",
        "/beheer/overzicht/bronnen/",
        "/beheer/uitwisselen/",
        "/beheer/vertalingen/",
        "/beheer/vertalingen/?stand=alle",
        "/beheer/inzicht/",
        f"/beheer/content/rule/{rule.pk}/history/",
        f"/beheer/content/rule/{rule.pk}/history/{first.pk}/terug/",
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_the_editorial_work(editor: Editor, width: int) -> None:
    page = editor.page
    page.set_viewport_size({"width": width, "height": 800})
    found, complaints = {}, []
    for place in addresses():
        page.goto(editor.site + place)
        complaints += editor.complaints  # before axe runs: the Content-Security-Policy stops styles of its own
        found[place] = trouble(page)
        if page.evaluate(OPEN_FOLDS):
            found[f"{place} unfolded"] = trouble(page)
        editor.complaints.clear()

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_form_with_a_mistake_and_an_upload(editor: Editor, width: int) -> None:
    page = editor.page
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for place, button, mistake in MISTAKES:
        page.goto(editor.site + place)
        with page.expect_navigation():
            page.get_by_role("button", name=button).click()
        editor.says(mistake)
        found[place] = trouble(page)
    for content, words in ((b"geen zip", "Dit klopt niet in de zip"), (pack(real_document()), "Het concept vervangen")):
        page.goto(f"{editor.site}/beheer/uitwisselen/")
        archive = {"name": "inhoud.zip", "mimeType": "application/zip", "buffer": content}
        page.get_by_label("Zip met inhoud").set_input_files(archive)  # type: ignore[arg-type]
        page.get_by_role("button", name="Bekijk wat er verandert").click()
        editor.says(words)
        found[words] = trouble(page)

    assert {place: findings for place, findings in found.items() if findings} == {}


MISTAKES = (
    ("/beheer/publiceren/", "Publiceer", "Er is niets gepubliceerd. Vul dit nog in:"),
    ("/beheer/uitgaven/1/terug/", "Maak weer actueel", "Er is niets gepubliceerd. Vul dit nog in:"),
    ("/beheer/uitwisselen/", "Bekijk wat er verandert", "Kies de zip die je wilt uploaden."),
)
"""Where, which button without filling in anything, and what the page says then."""


def test_a_form_that_is_sent_after_the_session_ended(editor: Editor) -> None:
    page = editor.page
    page.goto(f"{editor.site}/beheer/uitgaven/1/terug/")
    page.get_by_label("Toelichting").fill("Toch terug.")
    page.context.clear_cookies(name="dialoog-sessie")
    page.get_by_role("button", name="Maak weer actueel").click()
    page.get_by_role("heading", name="Je bent niet meer ingelogd").wait_for()
    assert axe_findings(page) == []

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in (opent in een nieuw tabblad)").click()
    Editor(opened.value, editor.site).log_in("eva")
    page.get_by_role("button", name="Stuur opnieuw").click()
    page.get_by_role("button", name="Stuur opnieuw").click()  # logging in renewed the key of every form

    editor.says("Uitgave 3 staat nu op de site")


OPEN_FOLDS = """() => {
    const closed = document.querySelectorAll('.own-page details:not([open])');
    closed.forEach(fold => { fold.open = true });
    return closed.length;
}"""


def trouble(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return axe_findings(page) + ([f"scrolls {wider} px sideways"] if wider > 0 else [])
