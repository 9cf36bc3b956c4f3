"""The pages of the knowledge base, its search, and the list of its pages for search engines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dialoog.content.releases.current import known_release
from dialoog.knowledge.keeping import kept_of, kept_page
from dialoog.knowledge.search.finding import LONGEST, search
from dialoog.knowledge.search.missed import note_missed
from dialoog.knowledge.search.showing import Results
from dialoog.knowledge.shelf import WITH_PAGES
from dialoog.knowledge.sitemap import rows_of
from dialoog.knowledge.subjects import Kind
from dialoog.serving.kept import answer_unless_known


@require_safe
def page(request: HttpRequest, kind: str, slug: str = "") -> HttpResponse:
    """From memory, so also while the database is away."""
    kept = kept_page(known_release(), Kind(kind), slug, request.build_absolute_uri("/"))
    return answer_unless_known(request, kept)


@never_cache
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """What was asked comes back on the page, which holds nothing that is secret (see `serving/compressing.py`)."""
    known = known_release()
    query = "".join(sign if sign.isprintable() else " " for sign in request.GET.get("q", "")[:LONGEST]).strip()
    kept = kept_of(known)
    found = search(kept.index, query)
    if found.words and not found.hits and request.method == "GET" and known.is_live:
        note_missed(found.words)
    context = {
        "query": query,
        "results": Results.of(kept.index, found, query),
        "groups": WITH_PAGES,
        "partners": kept.shelf.of_kind(Kind.PARTNER),
    }
    response = render(request, "knowledge/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in every language, with where it stands in the others."""
    known = known_release()
    context = {"rows": rows_of(known), "root": request.build_absolute_uri("/")[:-1], "date": known.release.published_at}
    return render(request, "knowledge/sitemap.xml", context, content_type="application/xml")
