"""What the list says after a form that was not, or not wholly, done: a word in the query, which names no report."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dialoog.advisers.models import MOST
from dialoog.compare import adding
from dialoog.handover import opening
from dialoog.handover.codes import is_reference, read_code

FAULT, ADDED, CHOSEN = "fout", "bij", "kies"
"""In the query: what went wrong, how many reports were added, and which were ticked."""
QUERY, PAGE = "q", "pagina"
"""The same: what was searched, and the page of what was found."""
COMPARED, PACKED = 4, 20
"""Reports that can be compared, and put in one zip, at once."""


class Fault(StrEnum):
    NOTHING = "niets"
    CODE = "code"
    REFERENCE = "code-van-rapport"
    COMPARE = "kies-vier"
    PACK = "kies-twintig"


SENTENCES: Mapping[str, str | Promise] = {
    **{str(trouble): sentence for trouble, sentence in adding.SENTENCES.items()},
    adding.Trouble.TWICE: _("Een van de rapporten staat al in je lijst."),
    adding.Trouble.FULL: _("Je lijst is vol: er passen %d rapporten in. Haal er eerst een weg.") % MOST,
    Fault.NOTHING: _("Plak een hele link naar een rapport, of typ een deelcode van negen tekens."),
    Fault.CODE: opening.DEAD,
    Fault.REFERENCE: opening.REFERENCE,
    Fault.COMPARE: _("Kies twee tot vier rapporten om te vergelijken."),
    Fault.PACK: _("Kies één tot twintig rapporten om te downloaden."),
}


def why_nothing(typed: str) -> Fault:
    """Was found in what was typed."""
    if read_code(typed):
        return Fault.CODE
    return Fault.REFERENCE if is_reference(typed) else Fault.NOTHING


def back_to_list(faults: Iterable[str] = (), added: int = 0) -> HttpResponse:
    """With a redirect, so that Back and a reload never ask to send a form again."""
    return _to_list([(FAULT, str(fault)) for fault in faults] + [(ADDED, str(added))] * bool(added))


def choose_again(request: HttpRequest, chosen: Iterable[int], fault: Fault) -> HttpResponse:
    """The same page of the list, with what was ticked."""
    place = [(name, request.POST.get(name, "")) for name in (QUERY, PAGE)]
    return _to_list([(FAULT, str(fault)), *place, *((CHOSEN, str(key)) for key in chosen)])


def _to_list(query: list[tuple[str, str]]) -> HttpResponse:
    said = urlencode([(name, value) for name, value in query if value])
    url = reverse("advisers:list")
    return redirect(f"{url}?{said}" if said else url)


def told(request: HttpRequest) -> list[tuple[str, str | Promise]]:
    """For the summary: what to go to, and what to do. What the query names and is none of ours is left out."""
    named = request.GET.getlist(FAULT)
    together = (Fault.COMPARE, Fault.PACK)
    return [("samen" if key in together else "links", text) for key, text in SENTENCES.items() if key in named]
