"""The page on which the owner of a finished run writes remarks: all of them in one form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialoog.catalogue.catalogue import Question
from dialoog.catalogue.translated import put_in
from dialoog.limits.allowance import Allowance, Kind
from dialoog.plan.saving import last_day
from dialoog.remarks.saving import RemarksClash, changed_by, save_remarks
from dialoog.report.views.access import Link
from dialoog.wizard.forms import as_remark, print_notice, remark_name, too_long
from dialoog.wizard.models import Consultation
from dialoog.wizard.remarks import MOST, Typed
from dialoog.wizard.run import Run
from dialoog.wizard.seen import SEEN, Merged, from_text, seen_in, to_text
from dialoog.wizard.showing.remark import RemarkView

SAVED = "bewaard"
"""In the query after a save."""


@dataclass(frozen=True)
class Sent:
    """A form that was not kept, to be shown as it was sent."""

    form: Mapping[str, str]
    outcome: Merged
    """What it changes of what there is now."""

    def text(self, slug: str) -> str | None:
        """As it was typed; None where nothing was changed."""
        return self.form.get(remark_name(slug), "") if slug in self.outcome.values else None


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """A form that was not kept is answered at once, like those of a plan (ADR 29)."""
    run = Run.of(consultation)
    if request.method != "POST":
        return _render(request, link, run)
    typed = _typed(run, request.POST.dict())
    if any(len(text) > MOST for text in changed_by(typed, run.remarks).values.values()):
        return _refuse(request, link, run, typed, status=422)
    try:
        save_remarks(run, typed, Allowance.of(request, Kind.SAVE))
    except RemarksClash:
        return _refuse(request, link, Run.of(consultation), typed, status=409)
    return redirect(f"{reverse('remarks:owner', kwargs={'token': link.token})}?{SAVED}")


def _typed(run: Run, form: Mapping[str, str]) -> Typed:
    """Of the questions that are asked; what was not sent stays what it was."""
    sent = {question.slug: form.get(remark_name(question.slug)) for question in run.asked}
    texts = {slug: as_remark(text) for slug, text in sent.items() if text is not None}
    return Typed(texts, from_text(form.get(SEEN, "")))


def _refuse(request: HttpRequest, link: Link, run: Run, typed: Typed, status: int) -> HttpResponse:
    return _render(request, link, run, Sent(request.POST.dict(), changed_by(typed, run.remarks)), status)


def _render(request: HttpRequest, link: Link, run: Run, sent: Sent | None = None, status: int = 200) -> HttpResponse:
    entries = [(run.labels(question), _field(run, question, sent)) for question in run.asked]
    consultation = run.consultation
    context = {
        "entries": entries,
        "seen": to_text(seen_in({question.slug: run.remarks.get(question.slug, "") for question in run.asked})),
        "errors": [problem for _labels, field in entries for problem in _problems(field)],
        "is_saved": sent is None and SAVED in request.GET,
        "report_url": link.report_url,
        "expires_at": consultation.expires_at,
        "last_day": max(last_day(consultation), consultation.expires_at),
    }
    return render(request, "remarks/page.html", context, status=status)


def _field(run: Run, question: Question, sent: Sent | None) -> RemarkView:
    slug, stored = question.slug, run.remarks.get(question.slug, "")
    typed = sent.text(slug) if sent else None
    text = stored if typed is None else typed
    return RemarkView(
        question=question.text,
        name=remark_name(slug),
        id=f"opmerking-{slug}",
        value=text,
        error=too_long() if typed is not None and len(as_remark(typed)) > MOST else "",
        notice=print_notice(text),
        stored=stored if sent and slug in sent.outcome.clashes else None,
    )


def _problems(field: RemarkView) -> Iterator[tuple[str, str]]:
    """For the summary: the field to go to, and what to do."""
    if field.error:
        yield field.id, put_in(_("‘%s’: maak je opmerking korter."), (field.question,))
    elif field.stored is not None:
        said = _("‘%s’: je opmerking is intussen ook ergens anders veranderd. Kies wat blijft.")
        yield field.id, put_in(said, (field.question,))
