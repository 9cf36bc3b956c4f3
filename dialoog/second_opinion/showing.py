"""The page of a second opinion: who takes part, and once they are ready what they answered, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dialoog.compare.columns import Column, columns_in_order
from dialoog.compare.comparison import compare
from dialoog.compare.paper import Paper
from dialoog.report.pdf.glyphs import printable
from dialoog.report.views.access import Link
from dialoog.second_opinion.circle import Circle, Guest, Stand, stand_of
from dialoog.second_opinion.forms import InviteForm
from dialoog.second_opinion.models import MOST_INVITED, new_key
from dialoog.second_opinion.taking_part import forget, mark
from dialoog.second_opinion.talking import Talk
from dialoog.second_opinion.wording import WordsAbout
from dialoog.serving.mailto import mailto
from dialoog.wizard.forms import LineField
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import covers_of
from dialoog.wizard.showing.views import FieldView
from dialoog.wizard.tokens import invitation_token

FIELD_IDS = {"host_name": "eigen-naam", "name": "naam", "about": "waarover"}
"""In the order in which they are asked."""


@dataclass(frozen=True)
class Shown:
    """A guest on the page of who invites."""

    guest: Guest
    url: str
    """Of the invitation, while nobody used it."""

    @property
    def field_id(self) -> str:
        return f"link-{self.guest.invitation.key}"

    @property
    def says(self) -> str:
        return said(self.guest.stand)

    @property
    def mailto(self) -> str:
        subject = _("Wil jij dezelfde vragen beantwoorden?")
        body = _(
            "Ik gebruik een gids die vragen stelt en dan zegt met wie we kunnen samenwerken. Wil jij die vragen ook "
            "beantwoorden, los van mij? Zijn we allebei klaar, dan zien we waar we het anders zien. "
            "Het kost je een paar minuten. De link werkt één keer. Met deze link begin je: %s"
        )
        return mailto(subject, body % self.url)


def said(stand: Stand) -> str:
    return {
        Stand.INVITED: pgettext("hoe ver een collega is", "nog niet begonnen"),
        Stand.BUSY: pgettext("hoe ver een collega is", "bezig"),
        Stand.READY: pgettext("hoe ver een collega is", "klaar"),
        Stand.STOPPED: pgettext("hoe ver een collega is", "doet niet meer mee"),
    }[stand]


def show(
    request: HttpRequest, link: Link, circle: Circle, *, form: InviteForm | None = None, told: str = ""
) -> HttpResponse:
    """A form that was not kept comes back as it was sent."""
    columns = columns_of(circle)
    comparison = compare(columns) if columns else None
    has_room = circle.is_host and len(circle.guests) < MOST_INVITED
    cover = _cover(circle.own) if has_room else {}
    about = circle.about if circle.guests else cover.get("title", "")
    fields = _fields(form or InviteForm(initial={"host_name": circle.host_name, "about": about}))
    context = {
        "circle": circle,
        "guests": list(_shown(request, link, circle)),
        "host": host_of(circle) if not circle.is_host else None,
        "fields": fields,
        "errors": [(field.id, field.error) for field in fields if field.error],
        "key": new_key(),
        "has_room": has_room,
        "organisation": cover.get("organisation", ""),
        "most": MOST_INVITED,
        "told": told if _is_still_so(told, circle, has_room=has_room) else "",
        "columns": columns,
        "comparison": comparison,
        "talk": Talk.of(comparison) if comparison else None,
        "resume_url": reverse("wizard:resume", kwargs={"token": link.token}),
        "report_url": link.report_url if circle.own.is_completed else "",
    }
    response = render(request, "second_opinion/page.html", context, status=422 if form else 200)
    return (mark if circle.guests else forget)(request, response, circle.own)


def _is_still_so(told: str, circle: Circle, *, has_room: bool) -> bool:
    """A page with a notice is opened again, when others have gone on."""
    match told:
        case "uitgenodigd":
            return circle.is_host and any(guest.stand is Stand.INVITED for guest in circle.guests[-1:])
        case "ingetrokken":
            return circle.is_host
        case "gestopt":
            return circle.is_host and not circle.guests
        case "vol":
            return not has_room
        case "geen-pdf" | "klaar":
            return bool(circle.ready)
    return False


def _fields(form: InviteForm) -> list[FieldView]:
    """As they are drawn, with what was sent."""
    return [
        FieldView(
            name=name,
            id=field_id,
            label=str(form[name].label),
            help=str(form[name].help_text),
            value=form[name].value() or "",
            max_length=cast(LineField, form.fields[name]).max_length or 0,
            error=" ".join(str(text) for text in form.errors.get(name, ())),
            notice="",
            autocomplete="off",
        )
        for name, field_id in FIELD_IDS.items()
    ]


def host_of(circle: Circle) -> dict[str, str]:
    """Whose invitation it is, as a guest reads it."""
    return {"about": circle.about, "organisation": organisation_of(circle.host), "says": said(stand_of(circle.host))}


def organisation_of(host: Consultation) -> str:
    """All that is shown of the cover before there is a report: a title can tell what was answered."""
    return _cover(host).get("organisation", "")


def _cover(run: Consultation) -> dict[str, str]:
    return covers_of([run.pk]).get(run.pk, {})


def columns_of(circle: Circle, *, is_for_all: bool = False) -> list[Column]:
    """Two or more, each with what it is called; none before there is something to compare."""
    columns = columns_in_order(circle.ready)
    for column in columns:
        called = circle.called(column.run.consultation, is_for_all=is_for_all)
        if not circle.shows_remarks(column.run.consultation):
            column.run.remarks = {}
        column.letter, column.called = called.short, called.advice
        if not column.cover.has_own_title:  # the same words for all of them would tell nobody whose it is
            column.cover = replace(column.cover, title=capfirst(called.advice))
        if is_for_all or column.run.consultation.pk != circle.own.pk:
            column.say_with(WordsAbout(column.catalogue, called.short))
    return columns if len(columns) > 1 else []


def on_paper(circle: Circle) -> tuple[Paper, list[Column]]:
    """The same for a PDF, on which everybody has the name that all know."""
    columns = columns_of(circle, is_for_all=True)
    for column in columns:
        column.letter, column.called = printable(column.letter), printable(column.called)
    comparison = compare(columns) if columns else None
    more = {"talk": Talk.of(comparison)} if comparison else {}
    return Paper(heading(), "second_opinion/pdf.html", more, comparison), columns


def heading() -> str:
    return _("Tweede mening")


def _shown(request: HttpRequest, link: Link, circle: Circle) -> Iterator[Shown]:
    for guest in circle.others:
        url = ""
        if circle.is_host and guest.stand is Stand.INVITED:
            token = invitation_token(link.token, guest.invitation.salt)
            url = request.build_absolute_uri(reverse("second_opinion:invitation", kwargs={"invitation": token}))
        yield Shown(guest, url)
