"""Logging in with an app and with a passkey, in a real browser; the pages for that are for everybody."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential
from playwright.sync_api import Page, Route, expect

from dialoog.staff.access.approvals import ask
from dialoog.staff.access.models import ChangeKind
from tests.browser.editor import PASSWORD, Editor, make_account
from tests.browser.test_staff_accessibility import trouble
from tests.staff.access.people import code_of

pytestmark = pytest.mark.slow
SECURITY_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def editor(page: Page, site: str) -> Editor:
    make_account("eva", "Eindredacteur")
    return Editor(page, site).log_in("eva")


@pytest.fixture
def authenticator(page: Page) -> Iterator[None]:
    """A security key that says yes to everything."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": SECURITY_KEY})
    yield
    devtools.detach()


def again(editor: Editor) -> Page:
    """Out, and as far as the second step."""
    page = editor.page
    page.get_by_role("button", name="Uitloggen").or_(page.get_by_role("button", name="Afmelden")).first.click()
    page.goto(f"{editor.site}/beheer/mijn-account/")
    page.get_by_label("Gebruikersnaam").fill("eva")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.get_by_role("heading", name="Nog één stap")).to_be_visible()
    return page


def test_with_an_app(editor: Editor) -> None:
    page = editor.page
    page.get_by_role("link", name="Mijn account").click()
    page.get_by_role("link", name="Zet de tweede stap aan").click()
    page.get_by_role("link", name="Koppel een app").click()
    expect(page.get_by_role("img", name="QR-code voor je app")).to_be_visible()
    page.get_by_label("Code").fill(code_of(TOTPDevice.objects.get()))
    page.get_by_role("button", name="Koppel de app").click()
    recovery = page.locator(".recovery code").first.inner_text()
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    editor.says("Je hebt nog 10 herstelcodes.")

    again(editor).get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Verder").click()

    editor.says("Je hebt nog 9 herstelcodes.")
    assert editor.complaints == []


def test_with_a_passkey(editor: Editor, authenticator: None) -> None:
    page = editor.page
    page.goto(f"{editor.site}/beheer/mijn-account/passkey/")
    page.get_by_role("button", name="Maak een passkey").click()
    editor.says("Je hebt geen herstelcodes.")
    assert WebAuthnCredential.objects.get().user.username == "eva"

    again(editor).get_by_role("button", name="Gebruik je passkey").click()

    editor.says("Maak nieuwe herstelcodes")
    assert page.url == f"{editor.site}/beheer/mijn-account/"
    assert editor.complaints == []


def test_with_a_passkey_before_its_words_have_come(editor: Editor, authenticator: None) -> None:
    """The button does not stand there before it works: on a slow line the words of the scripts come last."""
    page = editor.page
    page.route("**/beheer/passkeys/teksten/", lambda route: late(page, route))
    page.goto(f"{editor.site}/beheer/mijn-account/passkey/", wait_until="commit")
    page.get_by_role("button", name="Maak een passkey").click()
    editor.says("Je hebt geen herstelcodes.")

    again(editor).get_by_role("button", name="Gebruik je passkey").click()

    editor.says("Maak nieuwe herstelcodes")
    assert editor.complaints == []


def late(page: Page, route: Route) -> None:
    page.wait_for_timeout(1000)
    route.continue_()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_pages(editor: Editor, width: int) -> None:
    """What stands on them is read as well as seen, at every width, and the console is silent."""
    page = editor.page
    page.set_viewport_size({"width": width, "height": 800})
    boss = User.objects.create_superuser("baas", password=PASSWORD)
    account = User.objects.get(username="eva")
    ask(ChangeKind.MAIL, account, account, email="een.lang.adres.van.iemand@organisatie.voorbeeld.example")
    found = {}
    inside = ["", "tweede-stap/", "app/", "passkey/", "wachtwoord/"]
    for place in [f"/beheer/mijn-account/{name}" for name in inside]:
        found[place] = look(editor, place)
    page.get_by_role("button", name="Verder").click()
    editor.says("Pas dit eerst aan")
    found["a mistake"] = trouble(page)
    editor.complaints.clear()
    page.goto(f"{editor.site}/beheer/mijn-account/app/")
    page.get_by_label("Code").fill(code_of(TOTPDevice.objects.get()))
    page.get_by_role("button", name="Koppel de app").click()
    expect(page.locator(".recovery code").first).to_be_visible()
    found["recovery codes"] = trouble(page)
    again(editor)
    found["the second step"] = trouble(page)
    page.context.clear_cookies()
    editor.complaints.clear()
    found["forgotten"] = look(editor, "/beheer/wachtwoord-vergeten/")
    found["a dead link"] = look(editor, "/beheer/nieuw-wachtwoord/MQ/oud/")
    Editor(page, editor.site).log_in(boss.username)
    for place in ("/beheer/accounts/wachtend/", f"/beheer/accounts/{account.pk}/toegang/"):
        found[place] = look(editor, place)
    with page.expect_navigation():
        page.get_by_role("button", name="Maak een link").click()
    found["a link"] = trouble(page)

    assert {place: findings for place, findings in found.items() if findings} == {}


def look(editor: Editor, place: str) -> list[str]:
    editor.page.goto(editor.site + place)
    complaints = [*editor.complaints]  # before axe runs: the Content-Security-Policy stops styles of its own
    findings = trouble(editor.page)
    editor.complaints.clear()
    return [*complaints, *findings]
