"""One page per language: how far it is, and a list of what is left to do."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from dialoog.catalogue.document import Document, Key
from dialoog.content.admin.translating.addresses import Forms
from dialoog.content.document.exporting import export_document
from dialoog.content.translations.standing import languages_to_keep, standing
from dialoog.editorial.translations.choosing import ChoiceForm, Wanted
from dialoog.editorial.translations.counting import counts
from dialoog.languages.names import dutch_name
from dialoog.serving.attachment import attachment
from dialoog.staff.frame.pages import render_staff, staff_page

LOOKING = "content.check_draft"
PER_PAGE = 25
PO = "text/x-gettext-translation; charset=utf-8"


@dataclass(frozen=True)
class Language:
    code: str

    @property
    def name(self) -> str:
        return dutch_name(self.code)

    @property
    def url(self) -> str:
        return page_of(self.code)


class UploadForm(forms.Form):
    po = forms.FileField(
        label=gettext_lazy("PO-bestand met vertalingen"),
        help_text=gettext_lazy("Een bestand dat je hier hebt gedownload, met de vertalingen erin."),
        widget=forms.FileInput(attrs={"accept": ".po,text/x-gettext-translation"}),
        error_messages=dict.fromkeys(
            ("required", "missing", "invalid", "empty"), gettext_lazy("Kies het PO-bestand dat je wilt uploaden.")
        ),
    )


@require_safe
@staff_page(LOOKING)
def show(request: HttpRequest) -> HttpResponse:
    """The language that `?taal=en` asks for, or the first."""
    document = export_document()
    return page(request, document, asked_language(document, request.GET.get("taal", "")), UploadForm())


def page(
    request: HttpRequest, document: Document, language: str, upload: UploadForm, sentences: list[str] | None = None
) -> HttpResponse:
    found, form = list(standing(document, language)), ChoiceForm(request.GET)
    total, kinds = counts(found)
    chosen = Paginator(list(form.chosen(found)), PER_PAGE).get_page(request.GET.get("pagina", "1"))
    context: dict[str, Any] = {
        "language": Language(language),
        "languages": [Language(code) for code in languages_to_keep(document)],
        "total": total,
        "kinds": kinds,
        "form": form,
        "page": chosen,
        "query": urlencode({"taal": language, **form.known}),
        "upload": upload,
        "sentences": sentences or [],
    }
    title = _("Vertalingen: %s") % dutch_name(language)
    return render_staff(request, "editorial/translations/show.html", title, context)


def asked_language(document: Document, asked: str) -> str:
    """Raises Http404 for one that is not kept."""
    known = languages_to_keep(document)
    if not known or (asked and asked not in known):
        raise Http404
    return asked or known[0]


def page_of(language: str) -> str:
    return f"{reverse('editorial:translations')}?{urlencode({'taal': language})}"


@require_safe
@staff_page(LOOKING)
def download(request: HttpRequest) -> HttpResponse:
    """Of a language, as PO: all texts, or those that `?stand=te-doen` asks for."""
    # At first use, because a visitor's web process has no need of it.
    from dialoog.content.translations.po import to_po

    document = export_document()
    language = asked_language(document, request.GET.get("taal", ""))
    asked = request.GET.get("stand", "")
    wanted = Wanted(asked) if asked in list(Wanted) else Wanted.ALL
    name = f"dialoog-{language}-{wanted.value}-{timezone.localdate()}.po"
    return attachment(to_po(document, language, wanted.states), name, PO)


@require_safe
@staff_page(LOOKING)
def open_text(request: HttpRequest, collection: str, identity: str) -> HttpResponse:
    """The form of a record's translations, at the text that `?taal=en&plaats=summary` asks for."""
    forms = Forms(request.GET.get("taal", ""), Key(collection, identity))
    return redirect(forms.address(request.GET.get("plaats", "")))
