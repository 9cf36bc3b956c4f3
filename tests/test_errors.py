"""Every error is a Dutch page with a way on, and loses nothing that was typed."""

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import OperationalError, connection
from django.template import TemplateDoesNotExist
from django.test import Client, override_settings

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trouble_urls")]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def careful() -> Client:
    """A visitor whose forms are checked, as in a browser."""
    return Client(enforce_csrf_checks=True)


def text_of(response: Any) -> str:
    return str(response.content.decode())


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/fout/suspicious/", 400, "Dit verzoek konden we niet lezen"),
        ("/fout/forbidden/", 403, "Deze pagina is niet voor jou open"),
        ("/bestaat-niet/", 404, "Deze pagina is er niet"),
        ("/advies/onbekend/", 404, "Deze link werkt niet (meer)"),
        ("/advies/onbekend/stap/doelen/", 404, "Deze link werkt niet (meer)"),
        ("/rapport/onbekend/", 404, "Deze link werkt niet (meer)"),
        ("/rapport/", 404, "Deze link werkt niet (meer)"),
        ("/fout/bug/", 500, "Er ging iets mis bij ons"),
        ("/fout/duplicate/", 500, "Er ging iets mis bij ons"),
        ("/fout/locked/", 503, "Het is nu even te druk"),
        ("/fout/gone/", 503, "Het is nu even te druk"),
    ],
)
def test_an_error_is_a_dutch_page(visitor: Client, path: str, status: int, heading: str) -> None:
    response = visitor.get(path)

    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in text_of(response)
    assert '<html lang="nl"' in text_of(response)
    assert 'href="/"' in text_of(response)


def test_a_wrong_host_is_a_dutch_page(visitor: Client) -> None:
    response = visitor.get("/", headers={"host": "kwaad.voorbeeld"})

    assert response.status_code == 400
    assert "Dit verzoek konden we niet lezen" in text_of(response)


def test_too_many_fields_are_a_dutch_page(visitor: Client) -> None:
    response = visitor.post("/echo/", {f"veld{number}": "x" for number in range(1101)})

    assert response.status_code == 400
    assert "Dit verzoek konden we niet lezen" in text_of(response)


def test_a_file_is_not_kept(visitor: Client, tmp_path: Any) -> None:
    with override_settings(FILE_UPLOAD_TEMP_DIR=str(tmp_path)):
        body = (
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n' + b"a" * 900_000 + b"\r\n--x--\r\n"
        )
        visitor.generic("POST", "/echo/", body, "multipart/form-data; boundary=x")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("debug", [False, True])
def test_trouble_with_the_database_says_when_to_try_again(visitor: Client, debug: bool) -> None:
    with override_settings(DEBUG=debug):
        response = visitor.get("/fout/locked/")

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("error", [OperationalError("disk full"), SessionInterrupted("gone")])
def test_trouble_while_a_session_is_saved_is_no_fault_of_the_visitor(
    visitor: Client, error: Exception, debug: bool
) -> None:
    with override_settings(DEBUG=debug), patch.object(SessionStore, "save", side_effect=error):
        response = visitor.get("/sessie/")

    assert response.status_code == 503
    assert response["Retry-After"]


@pytest.mark.parametrize("path", ["/fout/bug/", "/fout/locked/", "/bestaat-niet/", "/fout/suspicious/"])
def test_an_error_page_asks_nothing_of_the_database(visitor: Client, path: str) -> None:
    def refuse(*args: Any) -> None:
        raise OperationalError("down")

    visitor.cookies["dialoog-sessie"] = "abc"
    with connection.execute_wrapper(refuse):
        response = visitor.get(path)

    assert "<h1>" in text_of(response)


def test_a_failing_context_processor_does_not_reach_error_pages(visitor: Client) -> None:
    with patch("django.template.context_processors.request", side_effect=ValueError):
        assert "Deze pagina is er niet" in text_of(visitor.get("/bestaat-niet/"))


def test_a_failing_template_still_gives_a_page(visitor: Client) -> None:
    with patch("dialoog.errors.render_to_string", side_effect=TemplateDoesNotExist("errors/500.html")):
        response = visitor.get("/fout/bug/")

    assert response.status_code == 500
    assert "Er ging iets mis" in text_of(response)


def resend(client: Client, response: Any) -> Any:
    """Press 'Stuur opnieuw' the way a browser does."""
    page = text_of(response)
    inputs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    action = re.search(r'action="([^"]+)"', page)
    assert action
    return client.post(action[1], dict(inputs))


@pytest.mark.parametrize("path", ["/echo/", "/advies/x/echo/?wijzig"])
def test_a_form_that_was_open_too_long_is_sent_again_with_one_button(careful: Client, path: str) -> None:
    careful.get("/beheer/login/")

    refused = careful.post(path, {"tekst": "Mijn plan", "csrfmiddlewaretoken": "x" * 64})

    assert refused.status_code == 403
    assert "De pagina stond te lang open" in text_of(refused)
    assert text_of(resend(careful, refused)) == "Mijn plan"


def test_what_is_sent_again_is_literal(careful: Client) -> None:
    refused = careful.post("/echo/", {"tekst": '"><script>alert(1)</script>{{ x }}'})

    assert "<script>" not in text_of(refused)
    assert "&quot;&gt;&lt;script&gt;" in text_of(refused)


def test_who_blocks_cookies_reads_how_to_allow_them(careful: Client) -> None:
    refused = careful.post("/echo/", {"tekst": "Mijn plan"})

    assert refused.status_code == 403
    assert "Sta cookies van deze site toe" in text_of(refused)
    assert "Stuur opnieuw" in text_of(refused)


@pytest.mark.parametrize(
    ("path", "site"), [("/echo/", "cross-site"), ("/beheer/echo/", "cross-site"), ("/beheer/echo/", "")]
)
def test_what_another_site_sent_cannot_be_sent_again(careful: Client, path: str, site: str) -> None:
    headers = {"sec-fetch-site": site} if site else {}
    refused = careful.post(path, {"tekst": "kwaad"}, headers=headers)

    assert refused.status_code == 403
    assert "Stuur opnieuw" not in text_of(refused)


def test_staff_keep_what_they_typed(careful: Client) -> None:
    refused = careful.post("/beheer/echo/", {"tekst": "Nieuwe tekst"}, headers={"sec-fetch-site": "same-origin"})

    assert text_of(resend(careful, refused)) == "Nieuwe tekst"


def test_a_password_is_never_shown_again(careful: Client) -> None:
    refused = careful.post("/beheer/login/", {"password": "geheim"}, headers={"sec-fetch-site": "same-origin"})

    assert refused.status_code == 403
    assert "geheim" not in text_of(refused)


@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("cross-site", 403), ("", 200)])
def test_a_page_that_hides_its_address_can_still_send_its_form(careful: Client, site: str, status: int) -> None:
    token = careful.get("/beheer/login/").context["csrf_token"]
    headers = {"origin": "null"} | ({"sec-fetch-site": site} if site else {})

    response = careful.post("/advies/x/echo/", {"csrfmiddlewaretoken": str(token)}, headers=headers)

    assert response.status_code == status
