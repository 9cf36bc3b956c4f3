"""Translations from a translator: looked at first, and then all of what can be taken, or nothing."""

from collections.abc import Iterator
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from dialoog.catalogue.document import Document, Key
from dialoog.catalogue.translated import Place
from dialoog.content.document.applying import apply_document, lock_content
from dialoog.content.document.differences import FieldDifference, text_difference
from dialoog.content.document.exporting import export_document
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.releases.publishing import Overtaken
from dialoog.content.translations.standing import standing
from dialoog.content.translations.texts import with_texts
from dialoog.editorial.exchange.uploads import SENTENCES_SHOWN, Upload
from dialoog.editorial.frame.drafts import read_draft
from dialoog.editorial.translations.views import Language, UploadForm, asked_language, page, page_of
from dialoog.languages.names import dutch_name
from dialoog.staff.frame.pages import render_staff, staff_page
from dialoog.staff.frame.sent import whole_number

TAKING_IN = "content.exchange_content"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(TAKING_IN)
def upload(request: HttpRequest) -> HttpResponse:
    """Says what is wrong with a file, or goes on to what it would change. Its page has this address as well."""
    if request.method != "POST":
        return redirect("editorial:translations")
    document = export_document()
    language = asked_language(document, request.POST.get("taal", ""))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, document, language, form)
    try:
        waiting = _receive(form.cleaned_data["po"].read(), document, language, cast(User, request.user))
    except ContentRefused as error:
        form.add_error("po", _("Dit bestand is niet te gebruiken. Bovenaan staat waarom."))
        return page(request, document, language, form, error.sentences)
    return redirect(f"{reverse('editorial:take_in_translations')}?upload={waiting.pk}")


def _receive(data: bytes, document: Document, language: str, author: User) -> Upload:
    """Keep what a file brings until its author has seen what it would change. Raises ContentRefused."""
    # At first use, because a visitor's web process has no need of it.
    from dialoog.content.translations.po import read_po

    brought = read_po(data, document, language)
    waiting = {
        "language": language,
        "texts": [[*place.key, place.path, place.text, text] for place, text in brought.texts.items()],
        "refused": brought.refused[:SENTENCES_SHOWN],
        "left_out": len(brought.refused[SENTENCES_SHOWN:]),
    }
    Upload.objects.expired().delete()
    return Upload.objects.create(document=waiting, author=author)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(TAKING_IN)
def take_in(request: HttpRequest) -> HttpResponseBase:
    """What an upload would change; a POST does it, if the draft is still the one that was shown."""
    number = whole_number(request.GET.get("upload", "")) or 0
    waiting = Upload.objects.waiting_translations().filter(pk=number, author=request.user).first()  # type: ignore[misc]
    if waiting is None:
        messages.warning(request, _("Dit bestand is al verwerkt, of het is langer dan een dag geleden geüpload."))
        return redirect("editorial:translations")
    language = waiting.document["language"]
    if request.method == "POST":
        try:
            taken = _take(waiting, request.POST.get("seen", ""))
        except (Overtaken, ContentRefused) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _said(taken))
            return redirect(page_of(language))
    draft = read_draft()
    context = {
        "language": Language(language),
        "changes": list(_changes(draft.document, waiting.document)),
        "moved": len(waiting.document["texts"]) - len(_texts(draft.document, waiting.document)),
        "refused": waiting.document["refused"],
        "left_out": waiting.document["left_out"],
        "seen": draft.checksum,
    }
    title = _("Vertalingen inlezen: %s") % dutch_name(language)
    return render_staff(request, "editorial/translations/take_in.html", title, context)


def _said(taken: int) -> str:
    said = ngettext("%d vertaling ingelezen.", "%d vertalingen ingelezen.", taken) % taken
    return f"{said} {_('Publiceer om het op de site te zetten.')}"


def _take(waiting: Upload, seen: str) -> int:
    """How many texts are otherwise now. Raises Overtaken if the draft is not the one that its author saw."""
    with transaction.atomic():
        lock_content()
        draft = read_draft()
        if draft.checksum != seen:
            raise Overtaken(
                _("Het concept is intussen gewijzigd. Er is nog niets ingelezen: bekijk wat er nu verandert.")
            )
        texts = _texts(draft.document, waiting.document)
        document, taken = with_texts(draft.document, waiting.document["language"], texts)
        apply_document(document, reason=_("Vertalingen ingelezen uit een bestand"), author=waiting.author)
        waiting.delete()
    return taken


def _texts(document: Document, waiting: Any) -> dict[Place, str]:
    """What was uploaded, of which the Dutch is still the same."""
    known = {one.text.place for one in standing(document, waiting["language"])}
    brought = {Place(Key(*key), path, source): text for *key, path, source, text in waiting["texts"]}
    return {place: text for place, text in brought.items() if place in known}


def _changes(document: Document, waiting: Any) -> Iterator[FieldDifference]:
    """Each text that would be otherwise; one that says the same of a Dutch text that changed would become current."""
    texts = _texts(document, waiting)
    for one in standing(document, waiting["language"]):
        text = texts.get(one.text.place)
        if text is not None and (text, one.text.place.text) != (one.translation, one.made_from):
            yield text_difference(one.text.said, one.translation, text)
