"""The wizard, the report and the PDF on the draft, for staff alone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dialoog.advice import advise
from dialoog.catalogue.answers import AnswersError
from dialoog.catalogue.document import chosen_in
from dialoog.content.document.refusal import ContentRefused
from dialoog.editorial.cases.new_case import new_case_url
from dialoog.editorial.frame.drafts import read_draft
from dialoog.editorial.frame.links import address
from dialoog.editorial.preview.run import PreviewRun
from dialoog.report.body.filling import Filling
from dialoog.report.body.report import Report
from dialoog.report.download import render_pdf
from dialoog.report.editions import PDFS, Edition
from dialoog.report.pdf.process import PdfBusy, PdfFailed
from dialoog.report.previews import preview_draft
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.wizard.run import CHECK, Questionnaire
from dialoog.wizard.wizard import NO_STEP, GuideWizard

PERMISSION = "content.check_draft"


class PreviewWizard(GuideWizard):
    """The visitors' wizard, with the answers in the address."""

    extra_context = {"is_preview": True}

    run: PreviewRun

    def open(self) -> Questionnaire:
        return PreviewRun(read_draft().catalogue(), self.request.GET.dict())

    def get_step_url(self, step: str) -> str:
        return f"{reverse(self.url_name, kwargs={'step': step})}?{self.run.query}"

    def texts_url(self, step: str) -> str:
        return f"{reverse('editorial:texts_preview_step', kwargs={'step': step})}?{self.run.query}"

    def page_url(self, name: str) -> str:
        """Nothing is kept, so there is nothing to resume or to delete."""
        return reverse("editorial:preview")

    def to_report(self) -> HttpResponse:
        return redirect(f"{reverse('editorial:preview_report')}?{self.run.query}")


_wizard = PreviewWizard.as_view(url_name="editorial:preview_step", done_step_name=NO_STEP)


@require_safe
@staff_page(PERMISSION)
def start(request: HttpRequest) -> HttpResponse:
    """Where to begin: at the first question, or at the report of a reference case."""
    draft = read_draft()
    try:
        draft.catalogue()
    except ContentRefused as error:
        return cannot(request, error.sentences)
    cases = [
        (f"{case['code']}: {case['title']}", address("editorial:preview_report", chosen_in(case)))
        for case in draft.document["reference_cases"]
    ]
    first_step = draft.document["steps"][0]["slug"]
    context = {"cases": cases, "begin_url": reverse("editorial:preview_step", kwargs={"step": first_step})}
    return render_staff(request, "editorial/preview/start.html", _("Voorbeeld van het concept"), context)


@staff_page(PERMISSION)
def step(request: HttpRequest, step: str) -> HttpResponseBase:
    try:
        return _wizard(request, step=step)
    except ContentRefused as error:
        return cannot(request, error.sentences)


@require_safe
@staff_page(PERMISSION)
def report(request: HttpRequest) -> HttpResponse:
    try:
        run = PreviewRun(read_draft().catalogue(), request.GET.dict())
    except ContentRefused as error:
        return cannot(request, error.sentences)
    if run.open_step != CHECK:
        return redirect(f"{reverse('editorial:preview_step', kwargs={'step': run.open_step})}?{run.query}")
    context = {
        "report": _report(run),
        "edition": Edition.PAGE,
        "downloads": [(edition, _pdf_url(run, edition)) for edition in PDFS],
        "is_preview": True,
        "change_url": f"{reverse('editorial:preview_step', kwargs={'step': CHECK})}?{run.query}",
        "texts_url": f"{reverse('editorial:texts_preview_report')}?{run.query}",
        "new_case_url": _new_case_url(request, run),
    }
    return render(request, "report/page.html", context)


@require_POST
@staff_page(PERMISSION)
def pdf(request: HttpRequest, edition: str) -> HttpResponse:
    """Made anew each time, and kept nowhere."""
    if edition not in PDFS:
        raise Http404("Deze pdf bestaat niet.")
    try:
        report = _report(PreviewRun(read_draft().catalogue(), request.GET.dict()))
        content = render_pdf(report, Edition(edition))
    except ContentRefused as error:
        return cannot(request, error.sentences)
    except AnswersError as error:
        raise Http404(str(error)) from error
    except (PdfBusy, PdfFailed):
        sentence = _("De pdf kon nu niet gemaakt worden. Probeer het over een minuut opnieuw.")
        return cannot(request, [sentence], status=503)
    headers = {"Content-Disposition": 'inline; filename="concept.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _pdf_url(run: PreviewRun, edition: Edition) -> str:
    return f"{reverse('editorial:preview_pdf', kwargs={'edition': edition})}?{run.query}"


def _new_case_url(request: HttpRequest, run: PreviewRun) -> str:
    may_add = request.user.has_perm("content.add_referencecase")
    return new_case_url(advise(run.catalogue, run.answers())) if may_add else ""


def _report(run: PreviewRun) -> Report:
    return preview_draft(run.catalogue, run.answers(), run.cover)


def filling_of(request: HttpRequest) -> Filling:
    """What the report of these answers fills in. For who was shown that report."""
    return _report(PreviewRun(read_draft().catalogue(), request.GET.dict())).filling


def cannot(request: HttpRequest, sentences: list[str], status: int = 409) -> HttpResponse:
    title = _("Er is nu geen voorbeeld te maken")
    return render_staff(request, "editorial/preview/cannot.html", title, {"sentences": sentences}, status)
