"""The pages on which reports stand side by side, and the way to a variant.

Who compares sends links in a form, so that no address holds more tokens than before; which reports stand beside each
other is in a cookie of the browser. A page of a report begins with that report; the page that belongs to none shows
what was sent to it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dialoog.compare.adding import SENTENCES, Trouble, add
from dialoog.compare.columns import columns_of
from dialoog.compare.comparison import compare
from dialoog.compare.paper import comparing, render_pdf
from dialoog.compare.pointing import Pointer, runs_of
from dialoog.compare.telling_apart import tell_apart
from dialoog.compare.tray import COLUMNS, Tray
from dialoog.compare.variant import begin_variant
from dialoog.content.releases.current import current_release
from dialoog.limits.allowance import Allowance, Kind
from dialoog.report.views.access import Link
from dialoog.report.views.now import pdf_now
from dialoog.report.views.page import beside_asked
from dialoog.wizard.around.views import remember
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import CHECK, Run
from dialoog.wizard.signals import check_shown
from dialoog.wizard.statements import OWNER, READER
from dialoog.wizard.wizard import COPIED

LINKS, AWAY, PDF = "links", "weg", "pdf"
"""Fields of the forms: what was pasted, the code of a report to take away, and that a PDF is asked for."""
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
    base = Pointer.of_run(consultation, is_owner=link.is_owner)
    return _answer(request, Page(link.to("compare:owner", "compare:reader"), link, base))


@receiver(beside_asked)
def has_beside(sender: object, request: HttpRequest, link: Link, **_kwargs: object) -> bool:
    """Whether this browser compares a report with something, as the page of that report asks. No query."""
    if settings.DIALOOG_COMPARE_COOKIE not in request.COOKIES:
        return False
    return bool(Tray.of(request).beside(Pointer(OWNER if link.is_owner else READER, link.digest)))


@receiver(check_shown, sender=Run)
def said_of_variant(sender: type[Run], request: HttpRequest, token: str, **_more: object) -> str:
    """On the check page, for as long as it stands there: in this browser it has something to stand beside."""
    if settings.DIALOOG_COMPARE_COOKIE not in request.COOKIES:
        return ""
    if not Tray.of(request).beside(Pointer.of_token(token, is_owner=True)):
        return ""
    return _("Dit is een variant van een advies dat je al hebt. Ben je klaar, dan kun je de twee vergelijken.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def alone(request: HttpRequest) -> HttpResponse:
    return _answer(request, Page(reverse("compare:alone")))


@require_POST
def variant(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """To the answers of a new run, each of which can be changed there."""
    run, token = begin_variant(Run.of(consultation), Allowance.of(request, Kind.BEGIN))
    url = reverse("wizard:step", kwargs={"token": token, "step": run.open_step})
    response = remember(redirect(f"{url}?{COPIED}" if run.open_step == CHECK else url), token)
    tray = Tray.of(request)
    tray.begin_variant(Pointer.of_token(link.token, is_owner=True), Pointer.of_token(token, is_owner=True))
    tray.keep(response)
    return response


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    if request.method != "POST":
        return _show(request, page)
    return _pdf(request, page) if PDF in request.POST else _change(request, page)


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
    response = _told(page, troubles)
    tray.keep(response)
    return response


def _told(page: Page, troubles: list[Trouble]) -> HttpResponse:
    query = urlencode([(TROUBLE, trouble.value) for trouble in troubles])
    return redirect(f"{page.url}?{query}" if query else page.url)


def _pdf(request: HttpRequest, page: Page) -> HttpResponse:
    """Raises TooMany."""
    columns = tell_apart(columns_of(_finished(_runs(request, page))))
    if len(columns) < 2:
        return redirect(page.url)
    made = pdf_now(request, comparing().filename(columns), lambda: render_pdf(columns))
    return made or _told(page, [Trouble.NO_PDF])


def _runs(request: HttpRequest, page: Page) -> dict[Pointer, Consultation]:
    """Of all that is compared here what is still there. Raises RunGone if the report of the page is not."""
    runs = runs_of(_asked(request, page))
    if page.base and page.base not in runs:
        raise RunGone
    return runs


def _asked(request: HttpRequest, page: Page) -> list[Pointer]:
    beside = Tray.of(request).beside(page.base)
    return [page.base, *beside] if page.base else beside


def _finished(runs: dict[Pointer, Consultation]) -> list[Consultation]:
    """Each once, whatever links lead to it."""
    return list({run.pk: run for run in runs.values() if run.is_completed}.values())


def _show(request: HttpRequest, page: Page) -> HttpResponse:
    asked, runs = _asked(request, page), _runs(request, page)
    columns = tell_apart(columns_of(_finished(runs)))
    own, is_full = runs[page.base] if page.base else None, len(asked) >= COLUMNS
    context = {
        "columns": columns,
        "own": own.pk if own else None,
        "comparison": compare(columns) if len(columns) > 1 else None,
        "has_unfinished": any(not run.is_completed for run in runs.values()),
        "has_gone": any(pointer not in runs for pointer in asked),
        "errors": [(_target(trouble, is_full=is_full), SENTENCES[trouble]) for trouble in _troubles(request)],
        "is_full": is_full,
        "page": page,
        "is_newer": own is not None and bool(page.variant_url) and current_release().pk != own.release_id,
    }
    return render(request, "compare/page.html", context)


def _target(trouble: Trouble, *, is_full: bool) -> str:
    """What the sentence leads to: a full table has no place to paste a link."""
    return "pdf" if trouble is Trouble.NO_PDF else "adviezen" if is_full else "links"


def _troubles(request: HttpRequest) -> list[Trouble]:
    """What the query names and is none of ours is left out."""
    named = request.GET.getlist(TROUBLE)
    return [trouble for trouble in Trouble if trouble.value in named]
