"""The site's paths, and views that fail, each in its own way."""

from typing import Never

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from dialoog.urls import handler400, handler403, handler404, handler500
from dialoog.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

ERRORS: dict[str, Exception] = {
    "bug": ValueError("Jansen BV wil samenwerken"),
    "duplicate": IntegrityError("UNIQUE constraint failed"),
    "locked": OperationalError("database is locked"),
    "gone": InterfaceError("connection already closed"),
    "forbidden": PermissionDenied("nee"),
    "suspicious": SuspiciousOperation("vreemd"),
}


def fail(request: HttpRequest, error: str) -> Never:
    raise ERRORS[error]


def session(request: HttpRequest) -> HttpResponse:
    request.session["seen"] = True
    return HttpResponse("ok")


def echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("tekst", ""), content_type="text/plain")


urlpatterns = [
    path("fout/<str:error>/", fail),
    path("advies/<str:error>/fout/", fail),
    path("sessie/", session),
    path("echo/", echo),
    path("advies/x/echo/", echo),
    path("beheer/echo/", echo),
    *site,
]
