"""Publishing: everything that a publisher should know stands before the button."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialoog.catalogue.catalogue import Catalogue
from dialoog.content.document.differences import differences
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.content.releases.publishing import Overtaken, Seen, publish
from dialoog.editorial.checks import Checked, check
from dialoog.editorial.frame.drafts import Draft, read_draft
from dialoog.editorial.frame.streaming import stream_staff
from dialoog.editorial.publish.forms import PublishForm
from dialoog.editorial.publish.impact import Impact, compare
from dialoog.editorial.publish.makers import makers_of
from dialoog.editorial.publish.passed import Passed
from dialoog.editorial.trials.many.tried import Tried
from dialoog.staff.frame.pages import staff_page

CHECKING = 0.65
"""Part of the work that the checks take; comparing takes the rest."""


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.publish_release")
def show(request: HttpRequest) -> HttpResponseBase:
    return _publish(request) if request.method == "POST" else _page(request)


def _publish(request: HttpRequest) -> HttpResponseBase:
    """What the page checked is not checked again, so that no browser waits in silence; without that, the page does."""
    passed = Passed.read(request.POST.get("passed", ""))
    form = PublishForm(request.POST, broken=passed.broken if passed else ())
    if not form.is_valid():
        return _page(request, form)
    if passed is None or passed.seen != form.seen():
        sentence = _("Er is nog niets gepubliceerd. Het concept is opnieuw gecontroleerd: bekijk dat en publiceer dan.")
        messages.warning(request, sentence)
        return _page(request, form)
    try:
        said = {"note": form.cleaned_data["note"], "news": form.news(), "overrules": form.overrules()}
        new = publish(request.user, seen=form.seen(), **said)  # type: ignore[arg-type]
    except (Overtaken, ContentRefused) as error:
        new = current_release()
        if not _is_sent_twice(request, new, form.seen()):
            messages.error(request, str(error))
            return _page(request, form)
    messages.success(request, _("%s staat nu op de site.") % new)
    return redirect("editorial:releases")


def _is_sent_twice(request: HttpRequest, release: Release, seen: Seen) -> bool:
    """Whether this is the second click, or the reloaded page, of who just published the same."""
    is_next = release.number == seen.current + 1 and release.checksum == seen.checksum
    return is_next and release.author_id == request.user.pk


def _page(request: HttpRequest, form: PublishForm | None = None) -> HttpResponseBase:
    draft, release = read_draft(), current_release()
    findings = _Findings(request, draft, release, form, catalogue_of(release))
    found = differences(Release.objects.get(pk=release.pk).document, draft.document)
    context = {
        "release": release,
        "differences": found,
        "makers": makers_of(found),
        "errors": form.mistakes() if form else [],
    }
    title = _("Concept publiceren")
    return stream_staff(
        request, "editorial/publish/show.html", title, context, work=findings.work(), outcome=findings.outcome
    )


@dataclass
class _Findings:
    """What is worked out while the page is sent."""

    request: HttpRequest
    draft: Draft
    release: Release
    form: PublishForm | None
    before: Catalogue
    checked: Checked = field(default_factory=Checked)
    impact: Impact | None = None

    def work(self) -> Iterator[float]:
        """Without the database, as `beats` asks."""
        for done in check(self.draft.document, self.checked, self.before):
            yield done * CHECKING
        if self.checked.samples and self.checked.tried:
            self.impact = Impact(self.checked.samples)
            for done in compare(Tried(self.before, self.checked.samples.sets), self.checked.tried, self.impact):
                yield CHECKING + done * (1 - CHECKING)
        yield 1

    def outcome(self) -> str:
        context: dict[str, Any] = {
            "checked": self.checked,
            "impact": self.impact,
            "form": self._form(),
            "partner_names": self._partner_names(),
            "is_same": self.draft.checksum == self.release.checksum,
        }
        return render_to_string("editorial/publish/_publish.html", context, self.request)

    def _partner_names(self) -> dict[str, str]:
        """Also of those that only one of both knows."""
        catalogues = (self.before, self.checked.catalogue)
        return {p.slug: p.name for c in catalogues if c for p in c.partner_types.values()}

    def _form(self) -> PublishForm:
        """Filled in as it was, for what is to be published now."""
        seen, broken = Seen(self.release.number, self.draft.checksum), self.checked.broken_cases
        passed = "" if self.checked.blocking else Passed(seen, tuple(broken)).sign()
        now = {"current": seen.current, "checksum": seen.checksum, "passed": passed}
        if self.form is None:
            return PublishForm(initial=now, broken=broken)
        return PublishForm(dict(self.form.data.items()) | now, broken=broken)
