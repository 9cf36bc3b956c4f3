"""Where a text lives: one search over the whole draft, and for each page of the site the fields that it comes from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dialoog.catalogue.document import Document
from dialoog.content.document.exporting import export_document
from dialoog.content.models import Release
from dialoog.editorial.preview import views as preview
from dialoog.editorial.search.fields import field_texts
from dialoog.editorial.search.finding import LONGEST, search
from dialoog.editorial.search.origins import Part, Versions, of_step, report_parts, step_parts
from dialoog.report.consultations import build_consultation_report
from dialoog.report.renderings.page import render_page
from dialoog.report.views.rights import digest_of
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import COVER_FIELDS, Run
from dialoog.wizard.statements import READER, consultation_of
from dialoog.wizard.tokens import hash_token
from dialoog.wizard.urls import step as wizard_step
from dialoog.wizard.wizard import open_run

PERMISSION = "content.check_draft"


@require_safe
@staff_page(PERMISSION)
def find(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").replace("\0", " ").strip()
    found = search(field_texts(export_document()), query) if query else None
    context = {"query": query[:LONGEST], "is_cut": len(query) > LONGEST, "longest": LONGEST, "found": found}
    return render_staff(request, "editorial/search/find.html", _("Zoeken in de inhoud"), context)


@require_safe
@staff_page(PERMISSION)
def of_run_step(request: HttpRequest, token: str, step: str) -> HttpResponseBase:
    run = open_run(token)
    page = wizard_step(request, token=token, step=step)
    if page.status_code != 200:
        return _no_page(request)
    document = run.consultation.release.document
    versions = Versions.of(document, export_document(), is_draft=False)
    found = step_parts(versions, _rendered(page), of_step(document, step), run.cover.values())
    back = reverse("wizard:step", kwargs={"token": token, "step": step})
    return _show(request, found, back, run.consultation.release)


@require_safe
@staff_page(PERMISSION)
def of_owner_report(request: HttpRequest, token: str) -> HttpResponse:
    return _of_report(request, consultation_of(hash_token(token)), reverse("report:owner", kwargs={"token": token}))


@require_safe
@staff_page(PERMISSION)
def of_shared_report(request: HttpRequest, share: str) -> HttpResponse:
    return _of_report(request, _shared(request, share), reverse("report:page", kwargs={"share": share}))


def _shared(request: HttpRequest, share: str) -> Consultation | None:
    digest = digest_of(request, share)
    return consultation_of(digest, READER) if digest else None


def _of_report(request: HttpRequest, consultation: Consultation | None, back: str) -> HttpResponse:
    if consultation is None or not consultation.is_completed:
        raise Http404("Geen rapport bij deze link.")
    run, release = Run.of(consultation), consultation.release
    versions = Versions.of(release.document, export_document(), is_draft=False)
    found = report_parts(versions, render_page(run), run.cover.values(), build_consultation_report(run).filling)
    return _show(request, found, back, release)


@require_safe
@staff_page(PERMISSION)
def of_preview_step(request: HttpRequest, step: str) -> HttpResponseBase:
    page = preview.step(request, step=step)
    if page.status_code != 200:
        return page if page.status_code == 409 else _no_page(request)
    draft = export_document()
    versions = Versions.of(draft, _published(), is_draft=True)
    found = step_parts(versions, _rendered(page), of_step(draft, step), _typed(request))
    return _show(request, found, _back(request, reverse("editorial:preview_step", kwargs={"step": step})))


@require_safe
@staff_page(PERMISSION)
def of_preview_report(request: HttpRequest) -> HttpResponseBase:
    page = preview.report(request)
    if page.status_code != 200:
        return page
    versions = Versions.of(export_document(), _published(), is_draft=True)
    found = report_parts(versions, _rendered(page), _typed(request), preview.filling_of(request))
    return _show(request, found, _back(request, reverse("editorial:preview_report")))


def _show(request: HttpRequest, found: list[Part], back: str, release: Release | None = None) -> HttpResponse:
    context = {"origins": found, "back_url": back, "release": release}
    return render_staff(request, "editorial/search/origins.html", _("Waar staan deze teksten?"), context)


def _no_page(request: HttpRequest) -> HttpResponse:
    """A step that is not asked, or not yet: its texts can still be found by searching."""
    title = _("Waar staan deze teksten?")
    return render_staff(request, "editorial/search/no_page.html", title, {}, status=404)


def _rendered(page: HttpResponseBase) -> str:
    if hasattr(page, "render"):
        page.render()
    return bytes(page.content).decode()  # type: ignore[attr-defined]


def _published() -> Document | None:
    release = Release.objects.current()
    return release.document if release else None


def _typed(request: HttpRequest) -> list[str]:
    return [request.GET.get(name, "") for name in COVER_FIELDS]


def _back(request: HttpRequest, url: str) -> str:
    return f"{url}?{request.GET.urlencode(safe=',.')}"
