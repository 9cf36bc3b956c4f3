"""Content to and from other sites, as one zip."""

from collections import Counter

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from dialoog.catalogue.document import Document
from dialoog.content.document.applying import Applied
from dialoog.content.document.differences import differences
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import Overtaken
from dialoog.editorial.exchange.exchange import receive, replace_draft
from dialoog.editorial.exchange.uploads import SENTENCES_SHOWN, Upload
from dialoog.editorial.frame.drafts import read_draft
from dialoog.serving.attachment import attachment
from dialoog.staff.frame.pages import render_staff, staff_page


class DownloadForm(forms.Form):
    uitgave = forms.IntegerField(
        min_value=1,
        required=False,
        label=gettext_lazy("Nummer van de uitgave"),
        help_text=gettext_lazy("Laat leeg voor het concept zoals het nu is. De nummers staan bij Uitgaven."),
    )
    """A number and not a list: in time there are hundreds."""

    def up_to(self, number: int) -> "DownloadForm":
        """For a page: so that a browser knows which numbers there are."""
        self.fields["uitgave"].widget.attrs["max"] = number
        return self


class UploadForm(forms.Form):
    archive = forms.FileField(
        label=gettext_lazy("Zip met inhoud"),
        help_text=gettext_lazy("Een zip die je hier hebt gedownload, of op een andere site met dit programma."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages=dict.fromkeys(
            ("required", "missing", "invalid", "empty"), gettext_lazy("Kies de zip die je wilt uploaden.")
        ),
    )


@require_safe
@staff_page("content.check_draft")
def show(request: HttpRequest) -> HttpResponse:
    return _page(request, UploadForm())


@require_safe
@staff_page("content.check_draft")
def download(request: HttpRequest) -> HttpResponse:
    """The draft, or the release that `?uitgave=3` asks for."""
    form = DownloadForm(request.GET)
    if not form.is_valid():
        raise Http404
    number = form.cleaned_data["uitgave"]
    if number is not None:
        release = get_object_or_404(Release, number=number)
        return _zip(release.document, f"dialoog-uitgave-{release.number}.zip")
    return _zip(read_draft().document, f"dialoog-concept-{timezone.localdate()}.zip")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.exchange_content")
def upload(request: HttpRequest) -> HttpResponse:
    """Says what is wrong with a zip, or goes on to what it would change. Its page has this address as well."""
    if request.method != "POST":
        return redirect("editorial:exchange")
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    try:
        waiting = receive(form.cleaned_data["archive"].read(), request.user)  # type: ignore[arg-type]
    except ContentRefused as error:
        form.add_error("archive", _("Deze zip is niet te gebruiken. Bovenaan staat waarom."))
        return _page(request, form, error.sentences)
    for sentence in waiting.tidied[:SENTENCES_SHOWN]:
        messages.info(request, _("Opgeschoond in %s") % sentence)
    return redirect("editorial:replace", pk=waiting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("content.exchange_content")
def replace(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What an upload would change; a POST does it, if the draft is still the one that was shown."""
    waiting = Upload.objects.waiting().filter(pk=pk, author=request.user).first()  # type: ignore[misc]
    if waiting is None:
        messages.warning(request, _("Dit bestand is al verwerkt, of het is langer dan een dag geleden geüpload."))
        return redirect("editorial:exchange")
    if request.method == "POST":
        try:
            applied = replace_draft(waiting, request.POST.get("seen", ""))
        except Overtaken as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{_said(applied)} {_('Publiceer om het op de site te zetten.')}")
            return redirect("editorial:exchange")
    draft = read_draft()
    found = differences(draft.document, waiting.document)
    counts = Counter(difference.change for difference in found).most_common()
    context = {"differences": found, "counts": counts, "seen": draft.checksum}
    return render_staff(request, "editorial/exchange/replace.html", _("Concept vervangen"), context)


def _said(applied: Applied) -> str:
    if applied == Applied(new=0, changed=0, gone=0):
        return _("De inhoud is vervangen: alleen de volgorde is anders.")
    said = _("De inhoud is vervangen: %(changed)d gewijzigd, %(new)d nieuw, %(gone)d verwijderd.")
    return said % vars(applied)


def _page(request: HttpRequest, form: UploadForm, sentences: list[str] | None = None) -> HttpResponse:
    sentences = sentences or []
    context = {
        "download": DownloadForm().up_to(current_release().number),
        "form": form,
        "errors": bool(form.errors),
        "sentences": sentences[:SENTENCES_SHOWN],
        "left_out": len(sentences[SENTENCES_SHOWN:]),
    }
    return render_staff(request, "editorial/exchange/show.html", _("Inhoud uitwisselen"), context)


def _zip(document: Document, name: str) -> HttpResponse:
    # At first use, because a visitor's web process has no need of YAML.
    from dialoog.content.files.archive import pack

    return attachment(pack(document), name, "application/zip")
