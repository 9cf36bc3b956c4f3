"""Every response has every header, whoever made it."""

import pytest
from django.test import Client, override_settings

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trouble_urls")]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'"
)
EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/robots.txt", 200),
        ("/gezond/", 200),
        ("/static/fonts/OFL.txt", 200),
        ("/beheer/", 302),
        ("/bestaat-niet/", 404),
        ("/begin/", 405),
        ("/advies/onbekend/", 404),
        ("/rapport/onbekend/", 404),
        ("/fout/suspicious/", 400),
        ("/fout/forbidden/", 403),
        ("/fout/bug/", 500),
        ("/fout/locked/", 503),
    ],
)
def test_every_response_has_the_headers(visitor: Client, path: str, status: int) -> None:
    response = visitor.get(path)
    response.close()

    assert response.status_code == status
    assert {name: response[name] for name in EVERYWHERE} == EVERYWHERE
    assert set(response["Content-Security-Policy"].split("; ")) == set(POLICY.split("; "))


@pytest.mark.parametrize(
    "path",
    [
        "/advies/onbekend/",
        "/rapport/onbekend/",
        "/advies/locked/fout/",
        "/RAPPORT/onbekend/",
        "/uitnodiging/onbekend/",
        "/beheer/rapporten/bij/rapport/onbekend/",
        "/beheer/teksten/advies/onbekend/",
        "/beheer/teksten/advies/onbekend/stap/doelen/",
        "/beheer/teksten/rapport/onbekend/",
    ],
)
def test_a_page_with_a_token_in_its_address_tells_nobody(visitor: Client, path: str) -> None:
    response = visitor.get(path)

    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_the_admin_is_kept_nowhere_and_found_nowhere(visitor: Client) -> None:
    response = visitor.get("/beheer/login/")

    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_public_pages_may_be_found(visitor: Client) -> None:
    assert "X-Robots-Tag" not in visitor.get("/robots.txt")


@override_settings(SECURE_HSTS_SECONDS=31536000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True)
def test_https_is_remembered_for_subdomains_too(visitor: Client) -> None:
    assert visitor.get("/fout/bug/", secure=True)["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_methods_that_no_page_uses_are_refused(visitor: Client, method: str) -> None:
    response = visitor.generic(method, "/")

    assert response.status_code == 405
    assert "POST" in response["Allow"]
    assert "Deze pagina open je op een andere manier" in response.content.decode()


def test_an_address_that_only_takes_a_post_shows_a_way_back(visitor: Client) -> None:
    response = visitor.get("/begin/")

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert 'href="/"' in response.content.decode()


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_request_that_is_too_large_is_refused_unread(visitor: Client, content_type: str) -> None:
    response = visitor.generic("POST", "/echo/", b"x" * (1024 * 1024 + 1), content_type)

    assert response.status_code == 413
    assert "te groot" in response.content.decode()


def test_robots_may_read_the_noindex_of_private_pages(visitor: Client) -> None:
    rules = visitor.get("/robots.txt").content.decode()

    assert "/beheer/" in rules
    assert "/advies/" not in rules


def test_a_leak_can_be_reported_where_the_owner_gave_an_address(visitor: Client) -> None:
    assert visitor.get("/.well-known/security.txt").status_code == 404

    with override_settings(DIALOOG_SECURITY_CONTACT="mailto:lek@voorbeeld.nl"):
        contact = visitor.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:lek@voorbeeld.nl\n" in contact
    assert "Expires: 20" in contact
