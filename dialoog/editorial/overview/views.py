"""Overview: the questionnaire as it branches, which partner types serve which goals, and where the source is used."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dialoog.catalogue.document import Document
from dialoog.content.document.exporting import export_document
from dialoog.content.document.soundness import problems
from dialoog.content.models import Release
from dialoog.editorial.overview.branching import branching
from dialoog.editorial.overview.branching_picture import picture
from dialoog.editorial.overview.coverage import coverage, fact_uses, only_unused
from dialoog.editorial.overview.touching import TouchingForm, rules_touching
from dialoog.staff.frame.pages import render_staff, staff_page


@require_safe
@staff_page("content.check_draft")
def show_map(request: HttpRequest) -> HttpResponse:
    release, document = _chosen_content(request)
    branches = branching(document)
    context = {"branching": branches, "picture": picture(branches), "problems": problems(document)}
    return _render(request, "map", _("De vragenlijst in beeld"), release, context)


@require_safe
@staff_page("content.check_draft")
def show_coverage(request: HttpRequest) -> HttpResponse:
    release, document = _chosen_content(request)
    return _render(request, "coverage", _("Doelen en partnertypes"), release, {"coverage": coverage(document)})


@require_safe
@staff_page("content.check_draft")
def show_sources(request: HttpRequest) -> HttpResponse:
    release, document = _chosen_content(request)
    chapters = fact_uses(document)
    facts = [fact for chapter in chapters for fact in chapter.facts]
    shows_unused = bool(request.GET.get("ongebruikt"))
    context = {
        "chapters": only_unused(chapters) if shows_unused else chapters,
        "shows_unused": shows_unused,
        "facts_count": len(facts),
        "unused_count": sum(not fact.uses for fact in facts),
        "missed_count": sum(fact.is_missed for fact in facts),
    }
    return _render(request, "sources", _("Bronverwijzingen"), release, context)


@require_safe
@staff_page("content.check_draft")
def show_touching(request: HttpRequest) -> HttpResponse:
    """Of the draft: a rule is looked up to be edited."""
    form = TouchingForm(request.GET)
    chosen = form.targets
    context = {"form": form, "chosen": chosen, "rules": rules_touching(chosen) if chosen else []}
    return _render(request, "touching", _("Regels die iets raken"), None, context)


def _chosen_content(request: HttpRequest) -> tuple[Release | None, Document]:
    """The release that the address asks for, or None and the draft. Raises Http404 for a release that is not there."""
    number = request.GET.get("uitgave")
    if not number:
        return None, export_document()
    try:
        release = get_object_or_404(Release, number=int(number))
    except ValueError as error:
        raise Http404 from error
    return release, release.document


def _render(
    request: HttpRequest, page: str, title: str, release: Release | None, context: dict[str, Any]
) -> HttpResponse:
    more = {"page": page, "release": release, "current_release": Release.objects.current()}
    return render_staff(request, f"editorial/overview/{page}.html", title, {**more, **context})
