"""The pages around the questions: start, resume, later, delete, and texts about the site."""

from dataclasses import replace
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from dialoog.catalogue.catalogue import PageText
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import CHECK, Run
from dialoog.wizard.wizard import BACK_TO_CHECK, open_run


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    release = current_release()
    texts = catalogue_of(release).page_texts
    context = {
        "release": release,
        "texts": {slug: _with_retention(page_text) for slug, page_text in texts.items()},
        "resume_url": _running(request),
    }
    return render(request, "wizard/home.html", context)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    run, token = Run.begin(current_release(), {})
    return _remember(redirect("wizard:step", token=token, step=run.open_step), token)


@never_cache
@require_safe
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """To the first open question; from one whose answer lapsed straight to the check page, if the rest is answered."""
    run = open_run(token)
    url = reverse("wizard:step", kwargs={"token": token, "step": run.open_step})
    is_last = run.open_step != CHECK and run.furthest_step == CHECK
    return redirect(f"{url}?{BACK_TO_CHECK}" if is_last else url)


@never_cache
@require_safe
def later(request: HttpRequest, token: str) -> HttpResponse:
    run = open_run(token)
    resume_url = request.build_absolute_uri(reverse("wizard:resume", kwargs={"token": token}))
    subject, body = _("Verder met mijn advies"), _("Met deze link ga ik verder: %s") % resume_url
    context = {
        "resume_url": resume_url,
        "continue_url": reverse("wizard:resume", kwargs={"token": token}),
        "mailto": f"mailto:?subject={quote(subject)}&body={quote(body)}",
        "delete_url": reverse("wizard:delete", kwargs={"token": token}),
        "expires_at": run.consultation.expires_at,
    }
    return render(request, "wizard/later.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Asks on a GET, deletes on a POST: a link that is merely opened ends nothing.

    What says that it is done has an address without a token, so that a reload is no dead link.
    """
    run = open_run(token)
    if request.method == "POST":
        _delete(run.consultation)
        response = redirect("wizard:deleted")
        response.delete_cookie(settings.DIALOOG_RUN_COOKIE)
        return response
    return render(request, "wizard/delete.html", {"cancel_url": reverse("wizard:resume", kwargs={"token": token})})


def _delete(consultation: Consultation) -> None:
    """Under its lock: what is being rendered of the run is kept before this, and goes as well, or finds no run."""
    with transaction.atomic():
        for locked in Consultation.objects.select_for_update().filter(pk=consultation.pk):
            locked.delete()


@never_cache
@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "wizard/deleted.html")


@require_POST
def redo(request: HttpRequest, token: str) -> HttpResponse:
    """A new run with the same answers on the newest content; the old one and its report stay."""
    _run, new_token = Run.begin(current_release(), open_run(token).saved)
    return _remember(redirect("wizard:resume", token=new_token), new_token)


@require_GET
def text(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """A page that is one text of the content; `name` is its heading where the text has none."""
    page_text = catalogue_of(current_release()).page_text(slug)
    return render(
        request, "wizard/text.html", {"page_text": _with_retention(page_text), "heading": page_text.title or name}
    )


def _with_retention(page_text: PageText) -> PageText:
    """Staff write {bewaartermijn}; the setting says how long that is."""
    term = _("%d dagen") % settings.DIALOOG_RETENTION_DAYS
    return replace(page_text, text=page_text.text.replace("{bewaartermijn}", term))


def _running(request: HttpRequest) -> str:
    """Where this browser can go on with its unfinished run, or an empty text."""
    token = request.COOKIES.get(settings.DIALOOG_RUN_COOKIE, "")
    unfinished = Consultation.objects.owned_with(token).filter(completed_at__isnull=True)
    return reverse("wizard:resume", kwargs={"token": token}) if token and unfinished.exists() else ""


def _remember(response: HttpResponse, token: str) -> HttpResponse:
    """Until the browser closes, so that a start page in a second tab can offer to go on."""
    response.set_cookie(
        settings.DIALOOG_RUN_COOKIE,
        token,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response
