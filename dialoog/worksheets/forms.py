"""What the lines of an outline become, for each form that editors can choose."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dialoog.catalogue.vocabulary import SheetForm
from dialoog.worksheets.mail import letter_of
from dialoog.worksheets.sheet import Block, Heading, Listing, Paragraph, Phrase, Table, Text, words
from dialoog.worksheets.tasks import Task


@dataclass(frozen=True)
class Outline:
    """The lines of an outline, filled in, and what else a form of document may need."""

    lines: tuple[Text, ...]
    company: Text
    partner: Text
    tasks: tuple[Task, ...]


def _list(outline: Outline) -> Iterator[Block]:
    yield Listing(outline.lines)


def _agreement(outline: Outline) -> Iterator[Block]:
    """A heading for each line, so that somebody can go from one to the next, with room below it."""
    for number, line in enumerate(outline.lines, start=1):
        yield Heading(2, (Phrase(f"{number}. "), *line))
        yield Paragraph((Phrase(_("Schrijf hier wat jullie afspreken"), is_blank=True),))
    title = _("Handtekeningen")
    header = (_("Organisatie"), _("Naam en functie"), _("Datum"), _("Handtekening"))
    yield Heading(2, words(title))
    yield Table(title, tuple(map(words, header)), ((outline.company, (), (), ()), (outline.partner, (), (), ())))


def _questions(outline: Outline) -> Iterator[Block]:
    title = _("Vragen en antwoorden")
    yield Heading(2, words(title))
    yield Table(title, (words(_("Vraag")), words(_("Antwoord"))), tuple((line, ()) for line in outline.lines))


def _schedule(outline: Outline) -> Iterator[Block]:
    title = _("Wat, wie en wanneer")
    yield Heading(2, words(title))
    yield Table(title, _who_and_when(_("Wat")), tuple((line, (), ()) for line in outline.lines))


def _tasks(outline: Outline) -> Iterator[Block]:
    yield from _schedule(outline)
    if outline.tasks:
        title = _("Acties uit je advies")
        rows = tuple(tuple(map(words, (task.what, task.moment, task.who, task.when))) for task in outline.tasks)
        yield Heading(2, words(title))
        yield Table(title, _who_and_when(_("Actie"), _("Fase")), rows)


def _mail(outline: Outline) -> Iterator[Block]:
    letter = letter_of(outline.lines)
    yield Heading(2, words(_("Onderwerp")))
    yield Paragraph(letter.subject)
    yield Heading(2, words(_("Bericht")))
    yield from map(Paragraph, letter.body)


def _who_and_when(*first: str) -> tuple[Text, ...]:
    return tuple(map(words, (*first, _("Wie"), _("Wanneer"))))


FORMS: Mapping[SheetForm, Callable[[Outline], Iterator[Block]]] = {
    SheetForm.LIST: _list,
    SheetForm.AGREEMENT: _agreement,
    SheetForm.QUESTIONS: _questions,
    SheetForm.TASKS: _tasks,
    SheetForm.SCHEDULE: _schedule,
    SheetForm.MAIL: _mail,
}
