"""What was published: the list, the difference between two releases, and the way back."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from dialoog.content.document.applying import apply_document, lock_content
from dialoog.content.document.differences import differences
from dialoog.content.document.importing import admit
from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import Overtaken, republish
from dialoog.editorial.publish.forms import BringBackForm
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.staff.frame.sent import whole_number

PER_PAGE = 20


@require_safe
@staff_page("content.view_release")
def show_list(request: HttpRequest) -> HttpResponse:
    """So many to a page; any two can be compared by number."""
    found = Paginator(Release.objects.defer("document").select_related("author"), PER_PAGE)
    page = found.get_page(request.GET.get("pagina", "1"))
    context = {"page": page, "releases": list(page), "current": current_release()}
    return render_staff(request, "editorial/publish/releases.html", gettext("Uitgaven"), context)


@require_safe
@staff_page("content.view_release")
def show_difference(request: HttpRequest) -> HttpResponse:
    """Between any two releases, as `?van=1&naar=3`."""
    old, new = _release(request.GET.get("van", "")), _release(request.GET.get("naar", ""))
    title = gettext("Verschil tussen uitgave %(old)d en %(new)d") % {"old": old.number, "new": new.number}
    context = {"differences": differences(old.document, new.document), "old": old, "new": new}
    return render_staff(request, "editorial/publish/release_difference.html", title, context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.publish_release")
def bring_back(request: HttpRequest, number: int) -> HttpResponseBase:
    """Asks for a note and shows what would change; publishes on a POST."""
    release, current = get_object_or_404(Release, number=number), current_release()
    form = BringBackForm(request.POST or None, initial={"current": current.number, "checksum": release.checksum})
    if request.method == "POST" and form.is_valid():
        try:
            new = _republish(request, release, form)
        except Overtaken as error:
            messages.error(request, str(error))
            return redirect("editorial:bring_back", number=number)
        messages.success(request, _DONE[form.cleaned_data["with_draft"]] % {"new": new, "old": number})
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
        request, "editorial/publish/bring_back.html", gettext("Uitgave %d weer actueel maken") % number, context
    )


_DONE = {
    False: _("%(new)s staat nu op de site, met de inhoud van uitgave %(old)d. Het concept is niet veranderd."),
    True: _("%(new)s staat nu op de site, met de inhoud van uitgave %(old)d. Het concept heeft die inhoud nu ook."),
}
"""Whether the draft went back as well: what the publisher is told."""


def _republish(request: HttpRequest, release: Release, form: BringBackForm) -> Release:
    """With the draft or without it, and both or neither. Raises Overtaken."""
    author = cast(User, request.user)
    with transaction.atomic():
        new = republish(release, author, form.cleaned_data["note"], news=form.news(), seen=form.seen())
        if form.cleaned_data["with_draft"]:
            lock_content()
            reason = gettext("Teruggezet naar uitgave %d") % release.number
            apply_document(admit(release.document), reason=reason, author=author)
    return new


def _release(number: str) -> Release:
    return get_object_or_404(Release, number=whole_number(number))
