"""The pages on which reports stand side by side, and the way to a variant.

Who compares sends links in a form, so that no address holds more tokens than before; which reports stand beside each
other is in a cookie of the browser. A page of a report begins with that report; the page that belongs to none shows
what was sent to it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dialoog.compare.adding import SENTENCES, Trouble, add
from dialoog.compare.columns import columns_of
from dialoog.compare.comparison import compare
from dialoog.compare.pointing import Pointer, runs_of
from dialoog.compare.tray import Tray, room_beside
from dialoog.compare.variant import begin_variant
from dialoog.content.releases.current import current_release
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.views.access import Link
from dialoog.wizard.around.views import remember
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run

LINKS, AWAY = "links", "weg"
"""Fields of the form: what was pasted, and the code of a report to take away."""
TROUBLE = "fout"
"""In the query, after a link that was not added."""


@dataclass(frozen=True)
class Page:
    """Where one compares: from a report, or from none."""

    url: str
    link: Link | None = None
    base: Pointer | None = None

    @property
    def variant_url(self) -> str:
        """Only the owner begins one."""
        if self.link is None or not self.link.is_owner:
            return ""
        return reverse("compare:variant", kwargs={"token": self.link.token})


@require_http_methods(["GET", "HEAD", "POST"])
def of_report(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    name, argument = ("owner", "token") if link.is_owner else ("reader", "share")
    url = reverse(f"compare:{name}", kwargs={argument: link.token})
    return _answer(request, Page(url, link, Pointer.of_token(link.token, is_owner=link.is_owner)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def alone(request: HttpRequest) -> HttpResponse:
    return _answer(request, Page(reverse("compare:alone")))


@require_POST
def variant(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """To the answers of a new run, each of which can be changed there."""
    run, token = begin_variant(Run.of(consultation), Allowance.of(request, Kind.BEGIN))
    response = remember(redirect("wizard:step", token=token, step=run.open_step), token)
    tray = Tray.of(request)
    tray.begin_variant(Pointer.of_token(link.token, is_owner=True), Pointer.of_token(token, is_owner=True))
    tray.keep(response)
    return response


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    return _change(request, page) if request.method == "POST" else _show(request, page)


def _change(request: HttpRequest, page: Page) -> HttpResponse:
    """Answered with a redirect, so that Back and a reload never ask to send it again."""
    tray, troubles = Tray.of(request), list[Trouble]()
    beside = tray.beside(page.base)
    if code := request.POST.get(AWAY):
        runs = runs_of(beside)
        beside = [pointer for pointer in beside if pointer in runs and runs[pointer].code != code]
    else:
        beside, troubles = add(request.POST.get(LINKS, ""), page.base, beside)
    tray.put(page.base, beside)
    query = urlencode([(TROUBLE, trouble.value) for trouble in troubles])
    response = redirect(f"{page.url}?{query}" if query else page.url)
    tray.keep(response)
    return response


def _show(request: HttpRequest, page: Page) -> HttpResponse:
    beside = Tray.of(request).beside(page.base)
    asked = [page.base, *beside] if page.base else beside
    runs = runs_of(asked)
    if page.base and page.base not in runs:
        raise RunGone
    finished = {run.pk: run for run in runs.values() if run.is_completed}
    columns = columns_of(finished.values())
    own = runs[page.base].pk if page.base else None
    context = {
        "columns": columns,
        "own": own,
        "comparison": compare(columns) if len(columns) > 1 else None,
        "has_unfinished": any(not run.is_completed for run in runs.values()),
        "has_gone": any(pointer not in runs for pointer in asked),
        "errors": [("links", SENTENCES[trouble]) for trouble in _troubles(request)],
        "is_full": len(beside) >= room_beside(page.base),
        "page": page,
        "is_newer": bool(page.variant_url) and current_release().pk != runs[page.base].release_id,  # type: ignore[index]
    }
    return render(request, "compare/page.html", context)


def _troubles(request: HttpRequest) -> list[Trouble]:
    """What the query names and is none of ours is left out."""
    named = request.GET.getlist(TROUBLE)
    return [trouble for trouble in Trouble if trouble.value in named]
