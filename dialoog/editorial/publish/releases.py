"""What was published: the list, the difference between two releases, and the way back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dialoog.content.document.differences import differences
from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import Overtaken, republish
from dialoog.editorial.publish.forms import ReleaseForm
from dialoog.staff.frame.pages import render_staff, staff_page


@require_safe
@staff_page("content.view_release")
def show_list(request: HttpRequest) -> HttpResponse:
    releases = list(Release.objects.defer("document").select_related("author"))
    return render_staff(request, "editorial/publish/releases.html", _("Uitgaven"), {"releases": releases})


@require_safe
@staff_page("content.view_release")
def show_difference(request: HttpRequest) -> HttpResponse:
    """Between any two releases, as `?van=1&naar=3`."""
    old, new = _release(request.GET.get("van", "")), _release(request.GET.get("naar", ""))
    title = _("Verschil tussen uitgave %(old)d en %(new)d") % {"old": old.number, "new": new.number}
    context = {"differences": differences(old.document, new.document), "old": old, "new": new}
    return render_staff(request, "editorial/publish/release_difference.html", title, context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.publish_release")
def bring_back(request: HttpRequest, number: int) -> HttpResponseBase:
    """Asks for a note and shows what would change; publishes on a POST."""
    release, current = get_object_or_404(Release, number=number), current_release()
    form = ReleaseForm(request.POST or None, initial={"current": current.number, "checksum": release.checksum})
    if request.method == "POST" and form.is_valid():
        try:
            new = republish(release, request.user, form.cleaned_data["note"], seen=form.seen())  # type: ignore[arg-type]
        except Overtaken as error:
            messages.error(request, str(error))
            return redirect("editorial:bring_back", number=number)
        messages.success(
            request,
            _("%(new)s staat nu op de site, met de inhoud van uitgave %(old)d. Het concept is niet veranderd.")
            % {"new": new, "old": number},
        )
        return redirect("editorial:releases")
    now = Release.objects.get(pk=current.pk)
    context = {
        "form": form,
        "release": release,
        "current": current,
        "differences": differences(now.document, release.document),
        "errors": form.mistakes(),
    }
    return render_staff(
        request, "editorial/publish/bring_back.html", _("Uitgave %d weer actueel maken") % number, context
    )


def _release(number: str) -> Release:
    if not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
        raise Http404
    return get_object_or_404(Release, number=int(number))


MOST_DIGITS = 9
