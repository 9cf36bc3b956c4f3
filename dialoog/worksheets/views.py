"""The page with all documents of a report, and each of them or all together as a file. For owner and readers."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from dialoog.catalogue.vocabulary import SheetForm
from dialoog.languages.active import active_language
from dialoog.limits.allowance import Allowance, Kind
from dialoog.plan.showing import plan_url
from dialoog.report.views.access import Link
from dialoog.serving.attachment import attachment
from dialoog.wizard.models import Consultation
from dialoog.worksheets.choosing import (
    LANGUAGE,
    PARTNER,
    Choice,
    Chosen,
    OnPage,
    chosen_of,
    language_name,
    made_for,
    on_page,
)
from dialoog.worksheets.formats import Format
from dialoog.worksheets.mail import mail_of
from dialoog.worksheets.packing import filename, pack_name, packed, write
from dialoog.worksheets.sheet import Sheet


@require_safe
def show(request: HttpRequest, link: Link, consultation: Consultation) -> HttpResponse:
    choice = Choice.of(request.GET)
    chosen, page = chosen_of(consultation, choice), on_page(consultation)
    partner = next((one for one in page.partners if one.slug == chosen.slug), None)
    context = {
        "report_url": link.report_url,
        "here": _url(link, "page"),
        "partner_field": PARTNER,
        "partners": [(one.slug, one.name, one == partner) for one in page.partners],
        "has_partner": bool(partner),
        "warning": partner.warning if partner else "",
        "if_known": partner.if_known if partner else "",
        "notices": [("", made_for(partner.name if partner else "", chosen.language))] if choice.is_made else [],
        "is_foreign": chosen.is_foreign,
        "language_field": LANGUAGE,
        "languages": [(code, name, code == chosen.language) for code, name in settings.LANGUAGES],
        "language": chosen.language if chosen.language != active_language() else "",
        "language_name": language_name(chosen.language),
        "typed": chosen.typed,
        "documents": [_shown(link, chosen, page, sheet) for sheet in chosen.sheets],
        "packs": [(form.label, f"{_url(link, 'pack', form=form)}?{chosen.query}") for form in Format],
    }
    return render(request, "worksheets/page.html", context)


@require_safe
def download(request: HttpRequest, link: Link, consultation: Consultation, sheet: str, form: str) -> HttpResponse:
    chosen, made = chosen_of(consultation, Choice.of(request.GET)), _format(form)
    found = next((one for one in chosen.sheets if one.slug == sheet), None)
    if found is None:
        raise Http404("Dit werkdocument is er niet.")
    name = filename(found, chosen.partner_name, consultation.code, made)
    return attachment(write(found, made), name, made.media_type)


@require_POST
def pack(request: HttpRequest, link: Link, consultation: Consultation, form: str) -> HttpResponse:
    """All of them take as long as a PDF, and count as one. Raises TooMany."""
    chosen, made = chosen_of(consultation, Choice.of(request.GET)), _format(form)
    Allowance.of(request, Kind.PDF).spend()
    content = packed(chosen.sheets, chosen.partner_name, consultation.code, made)
    with override(chosen.language):
        return attachment(content, pack_name(chosen.partner_name, consultation.code), "application/zip")


def _shown(link: Link, chosen: Chosen, page: OnPage, sheet: Sheet) -> dict[str, object]:
    return {
        "sheet": sheet,
        "before": [(page.actions[key], plan_url(link, at=key)) for key in sheet.before],
        "downloads": [
            (form.label, f"{_url(link, 'download', sheet=sheet.slug, form=form)}?{chosen.query}") for form in Format
        ],
        "mail": mail_of(sheet.lines) if sheet.form is SheetForm.MAIL else None,
    }


def _format(form: str) -> Format:
    if form not in list(Format):
        raise Http404("Deze vorm bestaat niet.")
    return Format(form)


def _url(link: Link, page: str, **kwargs: str) -> str:
    return link.to(f"worksheets:owner_{page}", f"worksheets:{page}", **kwargs)
