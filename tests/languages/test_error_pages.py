"""Pages for when something goes wrong are in the language of the address at which it did."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.test import Client, RequestFactory

from dialoog import errors
from dialoog.languages.middleware import LanguageMiddleware
from tests.words.dutch import dutch_in

Page = Callable[[HttpRequest], HttpResponse]


def failed(error: Exception) -> Page:
    """As Django calls it, while it handles the error."""

    def answer(request: HttpRequest) -> HttpResponse:
        try:
            raise error
        except Exception:
            return errors.server_error(request)

    return answer


PAGES: dict[str, tuple[int, Page]] = {
    "unreadable": (400, lambda request: errors.bad_request(request, BadRequest())),
    "not open": (403, lambda request: errors.permission_denied(request, PermissionDenied())),
    "open too long": (403, errors.csrf_failure),
    "no cookies": (403, lambda request: errors.csrf_failure(request, REASON_NO_CSRF_COOKIE)),
    "not there": (404, lambda request: errors.page_not_found(request, Http404())),
    "method": (405, errors.method_not_allowed),
    "too large": (413, errors.too_large),
    "one minute": (429, lambda request: errors.too_many(request, 60)),
    "some minutes": (429, lambda request: errors.too_many(request, 200)),
    "a bug": (500, failed(ValueError())),
    "no database": (503, failed(OperationalError())),
    "no release": (503, failed(errors.NoRelease())),
}


@pytest.mark.parametrize(("status", "page"), PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize(("path", "language"), [("/en/begin/", "en"), ("/en/report/x/", "en"), ("/begin/", "nl")])
def test_it_is_in_one_language(status: int, page: Page, path: str, language: str) -> None:
    request = RequestFactory().post(path, {"doelen": "kennis"}, headers={"Sec-Fetch-Site": "same-origin"})

    response: Any = LanguageMiddleware(page)(request)

    html = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}">' in html
    assert bool(dutch_in(html, language=language)) == (language == "nl")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "path", "sent"),
    [(404, "/en/nothing/", {}), (413, "/en/begin/", {"x": "x" * 1_100_000}), (403, "/en/begin/", {"x": "x"})],
)
def test_the_site_answers_with_it(status: int, path: str, sent: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(path, sent) if sent else client.get(path)

    html = response.content.decode()
    assert response.status_code == status
    assert '<html lang="en">' in html
    assert dutch_in(html) == []
