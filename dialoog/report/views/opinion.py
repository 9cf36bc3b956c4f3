"""Was this advice useful? A page of its own, for owner and readers.

A form with a problem is answered with a redirect too, so that Back never asks to send it again. What was typed waits in
the visitor's own browser meanwhile: an opinion is kept nowhere before it is sound.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.opinions import OpinionForm
from dialoog.report.views.access import Link
from dialoog.wizard.models import Consultation

TYPED = "mening"
"""Cookie with what was typed."""
MOMENT = 600
"""Seconds that it stays."""
MOST = 700
"""Characters of each field in it: more than a remark may have, and no more than a cookie can hold."""


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """From a sound opinion on there are only thanks."""
    url = link.url("opinion")
    if request.method == "POST":
        response = redirect(url)
        if (sent := OpinionForm(request.POST)).is_valid():
            sent.keep(consultation, Allowance.of(request, Kind.OPINION))
            response.delete_cookie(TYPED, path=url)
        else:
            _remember(response, request, url)
        return response
    form = OpinionForm(None if consultation.has_opinion else _typed(request))
    context = {
        "opinion_form": None if consultation.has_opinion else form,
        "errors": form.problems(),
        "report_url": link.report_url,
    }
    return render(request, "report/opinion.html", context)


def _remember(response: HttpResponse, request: HttpRequest, url: str) -> None:
    typed = {name: request.POST.get(name, "")[:MOST] for name in OpinionForm.base_fields}
    value = signing.dumps(typed, salt=TYPED, compress=True)
    response.set_cookie(
        TYPED, value, max_age=MOMENT, path=url, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )


def _typed(request: HttpRequest) -> QueryDict | None:
    """What a form with a problem held; None without one, after a while, and when somebody else wrote the cookie."""
    try:
        found = signing.loads(request.COOKIES.get(TYPED, ""), salt=TYPED, max_age=MOMENT)
    except signing.BadSignature:
        return None
    typed = QueryDict(mutable=True)
    typed.update(found)
    return typed
