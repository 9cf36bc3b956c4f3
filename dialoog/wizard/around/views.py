"""The pages around the questions: start, resume, later, delete, and texts about the site."""

from functools import cache, lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dialoog.catalogue.catalogue import Goal
from dialoog.content.releases.current import current_release, known_release
from dialoog.languages.active import active_language
from dialoog.languages.choice import for_search_engines, in_all_languages, liked
from dialoog.limits.allowance import Allowance, Kind
from dialoog.serving.answering import answer
from dialoog.serving.parts import FORM, TOKEN, filled_in
from dialoog.wizard.around.own_link import OwnLink
from dialoog.wizard.around.texts import start_page, with_retention
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import CHECK, Run
from dialoog.wizard.showing.aim import goal_of, with_goal
from dialoog.wizard.signals import run_deleted
from dialoog.wizard.wizard import BACK_TO_CHECK, open_run


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The kept page of the release, with the ways to begin and to go on.

    Also while the database is away, from memory; then nobody can begin or go on.
    """
    known = known_release()
    ways = _ways(request, goal_of(known.catalogue, request.GET)) if known.is_live else _away()
    response = answer(request, start_page(known), _alternates(request.build_absolute_uri("/")), *ways)
    patch_vary_headers(response, ["Accept-Language"])  # of the offer of another language
    return response


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    run, token = Run.begin(current_release(), {}, Allowance.of(request, Kind.BEGIN))
    url = reverse("wizard:step", kwargs={"token": token, "step": run.open_step})
    return remember(redirect(with_goal(url, goal_of(run.catalogue, request.POST))), token)


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
    context = {
        "own_link": OwnLink.of(request, token),
        "continue_url": reverse("wizard:resume", kwargs={"token": token}),
        "delete_url": reverse("wizard:delete", kwargs={"token": token}),
        "second_opinion_url": reverse("second_opinion:page", kwargs={"token": token}),
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
        run.consultation.erase()
        response = redirect("wizard:deleted")
        response.delete_cookie(settings.DIALOOG_RUN_COOKIE)
        run_deleted.send(sender=Run, request=request, response=response, run=run)
        return response
    return render(request, "wizard/delete.html", {"cancel_url": reverse("wizard:resume", kwargs={"token": token})})


@never_cache
@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "wizard/deleted.html")


@require_POST
def redo(request: HttpRequest, token: str) -> HttpResponse:
    """A new run with the same answers and remarks on the newest content; the old one and its report stay."""
    old, allowance = open_run(token), Allowance.of(request, Kind.BEGIN)
    _run, new_token = Run.begin(current_release(), old.saved, allowance, old.shown_remarks)
    return remember(redirect("wizard:resume", token=new_token), new_token)


@require_safe
def text(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """A page that is one text of the content; `name` is its heading where the text has none."""
    page_text = known_release().catalogue.page_text(slug)
    context = {"page_text": with_retention(page_text), "heading": page_text.title or name}
    return render(request, "wizard/text.html", context)


@lru_cache(maxsize=16)
def _alternates(site: str) -> str:
    """For search engines, by the name that the site was asked for."""
    pages = for_search_engines(in_all_languages("wizard:home", {}), site)
    return render_to_string("components/alternates.html", {"languages": pages})


def _ways(request: HttpRequest, goal: Goal | None) -> tuple[str, str]:
    """To begin, maybe with a goal, and to go on: what stands above and below the texts of the start page."""
    token = _running(request)
    above, below = _render_ways(bool(token), goal) if goal else _kept_ways(bool(token), active_language())
    return filled_in(_offer(liked(request), active_language()) + above, request, token), filled_in(below, request)


@cache
def _offer(language: str, own: str) -> str:
    """The page in the language that the browser likes, in that language; nothing if this is the one."""
    if language == own:
        return ""
    pages = [page for page in in_all_languages("wizard:home", {}) if page.code == language]
    with override(language):
        return render_to_string("wizard/_offer.html", {"page": pages[0]}) if pages else ""


@cache
def _kept_ways(is_running: bool, _language: str) -> tuple[str, str]:
    return _render_ways(is_running, None)


def _render_ways(is_running: bool, goal: Goal | None) -> tuple[str, str]:
    resume_url = reverse("wizard:resume", kwargs={"token": TOKEN}) if is_running else ""
    begin = render_to_string("wizard/_begin.html", {**FORM, "resume_url": resume_url, "goal": goal})
    if not is_running:
        return begin, begin
    return render_to_string("wizard/_resume.html", {"resume_url": resume_url}) + begin, ""


def _away() -> tuple[str, str]:
    return render_to_string("wizard/_away.html"), ""


def _running(request: HttpRequest) -> str:
    """The token of the unfinished run that this browser can go on with, or an empty text."""
    run = remembered(request)
    return request.COOKIES[settings.DIALOOG_RUN_COOKIE] if run and not run.is_completed else ""


def remembered(request: HttpRequest) -> Consultation | None:
    """The run that this browser can go on with, or has just finished."""
    token = request.COOKIES.get(settings.DIALOOG_RUN_COOKIE, "")
    return Consultation.objects.owned_with(token).first() if token else None


def remember(response: HttpResponse, token: str) -> HttpResponse:
    """Until the browser closes, so that a start page in a second tab can offer to go on."""
    response.set_cookie(
        settings.DIALOOG_RUN_COOKIE,
        token,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response
