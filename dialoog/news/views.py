"""The pages of the news: for all visitors, as a feed, and for one report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from dialoog.content.releases.current import current_release, known_release
from dialoog.news.keeping import feed_text, kept_page, page_text
from dialoog.news.since import changed_since
from dialoog.report.views.access import Link
from dialoog.serving.kept import answer_unless_known
from dialoog.wizard.models import Consultation


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """From memory once it was made, so from then on also while the database is away."""
    known = known_release()
    kept = kept_page(known, page_text, request.build_absolute_uri("/"))
    return answer_unless_known(request, kept, known.release.published_at)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The same for programs that read it for somebody."""
    known = known_release()
    kept = kept_page(known, feed_text, request.build_absolute_uri("/"))
    response = answer_unless_known(request, kept, known.release.published_at)
    if response.status_code == 200:
        response["Content-Type"] = Atom1Feed.content_type
    return response


@require_safe
def since(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    """Whether something changed for one report. Worked out anew each time, as a comparison is."""
    context = {
        "link": link,
        "since": changed_since(consultation, current_release()),
        "redo_url": reverse("wizard:redo", kwargs={"token": link.token}) if link.is_owner else "",
    }
    return render(request, "news/since.html", context)
