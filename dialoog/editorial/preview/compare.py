"""The advice for one set of answers, now and with the draft, side by side."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dialoog.advice import Advice, advise
from dialoog.advice.advice import Line
from dialoog.advice.kinds import LINE_KINDS, LineKind
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.vocabulary import Mark
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.sentences import shortened
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.editorial.frame.drafts import read_draft
from dialoog.editorial.frame.links import ANSWERS, from_text, to_text
from dialoog.editorial.preview.views import PERMISSION, cannot
from dialoog.editorial.trials.samples import answers_in
from dialoog.staff.frame.pages import render_staff, staff_page


@dataclass(frozen=True)
class Cell:
    text: str
    is_changed: bool
    """The other side does not have it there."""


@dataclass(frozen=True)
class Section:
    name: str
    rows: list[tuple[Cell, Cell]]


@require_safe
@staff_page(PERMISSION)
def show(request: HttpRequest) -> HttpResponse:
    try:
        after = read_draft().catalogue()
    except ContentRefused as error:
        return cannot(request, error.sentences)
    release = current_release()
    chosen = from_text(request.GET.get(ANSWERS, ""))
    before = catalogue_of(release)
    old, new = answers_in(before, chosen), answers_in(after, chosen)
    sections = _sections(advise(before, old), advise(after, new)) if old and new else []
    context = {
        "sections": sections,
        "release": release,
        "answered": _answered(after, new.chosen) if new else [],
        "draft_answers": to_text(new.chosen) if new else "",
    }
    return render_staff(request, "editorial/preview/compare.html", _("Advies nu en straks"), context)


def _answered(catalogue: Catalogue, chosen: Any) -> list[tuple[str, str]]:
    return [
        (question.text, ", ".join(o.label for o in question.options if o.slug in chosen[slug]))
        for slug, question in catalogue.questions.items()
        if slug in chosen
    ]


def _sections(before: Advice, after: Advice) -> list[Section]:
    old, new = _lines(before), _lines(after)
    return [Section(name, _rows(old[name], new[name])) for name in old if old[name] or new[name]]


def _rows(old: list[str], new: list[str]) -> list[tuple[Cell, Cell]]:
    """What is on both sides stands side by side."""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return [
        (Cell(before, tag != "equal" and bool(before)), Cell(after, tag != "equal" and bool(after)))
        for tag, a, b, c, d in matcher.get_opcodes()
        for before, after in zip_longest(old[a:b], new[c:d], fillvalue="")
    ]


def _lines(advice: Advice) -> dict[str, list[str]]:
    """What the report says, a line each, by the part of the report."""
    partners = [
        f"{a.place or '–'} {a.partner_type.name} ({a.score}, {(Mark.BEGIN if a in advice.start else a.tier).label})"
        for a in advice.ranking
    ]
    lines = {kind.plural: [_in_short(kind, line) for line in advice.lines[kind]] for kind in LINE_KINDS}
    return {_("Partnertypes, met score en fase"): partners, **lines}


def _in_short(kind: LineKind, line: Line[Any]) -> str:
    return getattr(line.item, kind.title) if kind.title else shortened(line.item.statement.text)
