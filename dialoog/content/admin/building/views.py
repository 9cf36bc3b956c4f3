"""What scripts ask while somebody is building a record."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from dialoog.content.admin.building.answers import answers_of
from dialoog.content.admin.building.suggesting import next_code
from dialoog.content.models import Goal
from dialoog.staff.frame.pages import staff_page
from dialoog.staff.frame.sent import whole_number


@require_safe
@staff_page("content.view_question")
def show_answers(request: HttpRequest) -> HttpResponse:
    """The answers of a question, each with what a form sends for it."""
    return JsonResponse({"answers": answers_of(request.GET.get("vraag"))})


@require_safe
@staff_page("content.view_rule")
def show_next_code(request: HttpRequest) -> HttpResponse:
    goal = Goal.objects.filter(pk=whole_number(request.GET.get("doel")) or 0).first()
    return HttpResponse(next_code(goal), content_type="text/plain; charset=utf-8")
