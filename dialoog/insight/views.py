"""How the guide is used: the page, and the same as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.insight.charts import Chart, bar_chart
from dialoog.insight.figures import Insight, Series, read_insight
from dialoog.insight.forms import PRESET, Choice, choose_period
from dialoog.insight.models import Remark
from dialoog.insight.periods import Period, Preset
from dialoog.insight.spreadsheet import write_csv
from dialoog.serving.attachment import attachment
from dialoog.staff.frame.pages import render_staff, staff_page

PERMISSION = "insight.view_daycount"
REMARKS_SHOWN = 20


@require_safe
@staff_page(PERMISSION)
def overview(request: HttpRequest) -> HttpResponse:
    choice = choose_period(request.GET)
    context = {"form": choice.form, "errors": _errors(choice), "presets": _presets(choice)}
    if choice.period:
        insight = read_insight(choice.period, catalogue_of(current_release()))
        context |= {
            "insight": insight,
            "charts": _charts(insight),
            "table": list(zip(insight.buckets, *(series.figures for series in insight.series), strict=True)),
            "download_url": f"{reverse('insight:download')}?{request.GET.urlencode()}",
            "remarks": _remarks(request, choice.period),
        }
    return render_staff(request, "insight/overview.html", _("Inzicht"), context)


@require_safe
@staff_page(PERMISSION)
def download(request: HttpRequest) -> HttpResponse:
    """Dates that make no period lead to the page, which says why."""
    period = choose_period(request.GET).period
    if period is None:
        return redirect(f"{reverse('insight:overview')}?{request.GET.urlencode()}")
    text = write_csv(read_insight(period, catalogue_of(current_release())))
    filename = f"inzicht-{period.first:%Y-%m-%d}-{period.last:%Y-%m-%d}.csv"
    return attachment(text, filename, "text/csv; charset=utf-8")


def _errors(choice: Choice) -> list[tuple[str, str]]:
    """For the summary: the field to go to, and what to do."""
    form = choice.form
    return [(form[name].id_for_label, " ".join(map(str, texts))) for name, texts in form.errors.items()]


def _presets(choice: Choice) -> list[dict[str, Any]]:
    return [
        {"name": preset.label, "query": f"?{PRESET}={preset}", "is_chosen": preset is choice.preset}
        for preset in Preset
    ]


def _charts(insight: Insight) -> list[tuple[Series, Chart]]:
    """On one scale, so that they can be compared."""
    most = max(figure.number or 0 for series in insight.series for figure in series.figures)
    return [(series, bar_chart(insight.buckets, series.figures, most)) for series in insight.series]


def _remarks(request: HttpRequest, period: Period) -> list[Remark]:
    """The newest of the period, for whoever may read them."""
    if not request.user.has_perm("insight.view_remark"):
        return []
    return list(Remark.objects.live().filter(day__range=(period.first, period.last))[:REMARKS_SHOWN])
