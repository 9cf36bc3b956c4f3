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
from dialoog.content.releases.publishing import Overtaken, publish
from dialoog.editorial.checks import Checked, check
from dialoog.editorial.checks.running import check_errors
from dialoog.editorial.frame.drafts import Draft, read_draft
from dialoog.editorial.frame.streaming import stream_staff
from dialoog.editorial.publish.forms import PublishForm
from dialoog.editorial.publish.impact import Impact, compare
from dialoog.editorial.publish.makers import makers_of
from dialoog.editorial.trials.many.tried import Tried
from dialoog.staff.frame.pages import staff_page

CHECKING = 0.65
"""Part of the work that the checks take; comparing takes the rest."""


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.publish_release")
def show(request: HttpRequest) -> HttpResponseBase:
    draft, release = read_draft(), current_release()
    if request.method == "POST":
        return _publish(request, draft, release)
    return _page(request, draft, release)


def _publish(request: HttpRequest, draft: Draft, release: Release) -> HttpResponseBase:
    checked = check_errors(draft.document, catalogue_of(release))
    form = PublishForm(request.POST, broken=checked.broken_cases)
    if checked.blocking or not form.is_valid():
        return _page(request, draft, release, form)
    try:
        new = publish(request.user, form.cleaned_data["note"], seen=form.seen(), overrules=form.overrules())  # type: ignore[arg-type]
    except (Overtaken, ContentRefused) as error:
        messages.error(request, str(error))
        return _page(request, read_draft(), current_release(), form)
    messages.success(request, _("%s staat nu op de site.") % new)
    return redirect("editorial:releases")


def _page(request: HttpRequest, draft: Draft, release: Release, form: PublishForm | None = None) -> HttpResponseBase:
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
        now = {"current": self.release.number, "checksum": self.draft.checksum}
        if self.form is None:
            return PublishForm(initial=now, broken=self.checked.broken_cases)
        return PublishForm(dict(self.form.data.items()) | now, broken=self.checked.broken_cases)
