"""Was this advice useful? A page of its own, for owner and readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from dialoog.report.opinions import OpinionForm
from dialoog.report.views.access import Link
from dialoog.wizard.models import Consultation


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """A form with a problem comes back with all that was typed, which is kept nowhere.

    After a sound one a redirect keeps a reload from sending again; from then on there are only thanks.
    """
    form = OpinionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        form.keep(consultation)
        return redirect(link.url("opinion"))
    context = {
        "opinion_form": form if form.is_bound or not consultation.has_opinion else None,
        "errors": form.problems(),
        "report_url": link.report_url,
    }
    return render(request, "report/opinion.html", context)
