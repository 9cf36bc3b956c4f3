"""What newer content would say to somebody with the answers of a finished run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from dialoog.advice.result import to_json
from dialoog.catalogue.catalogue import Question
from dialoog.compare.columns import Column
from dialoog.compare.comparison import Comparison, compare
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.content.releases.visible import Visible, visible_changes
from dialoog.languages.active import active_language
from dialoog.news.changes import Changes
from dialoog.report.consultations import unless_gone
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run, at_their_steps, newest_answers

PAIRS = 64
"""Pairs of releases of which is kept what differs between them: small, and the same for every report of a release."""


class Verdict(StrEnum):
    NOTHING_NEW = "nothing_new"
    """The content is still the same."""
    SAME = "same"
    RECOUNTED = "recounted"
    """The same advice, with other points, by other rules or with other signposts."""
    OTHER = "other"
    OPEN = "open"
    """It cannot be worked out: a question has no answer."""


@dataclass(frozen=True)
class OpenQuestion:
    text: str
    why: str


@dataclass(frozen=True)
class Since:
    column: Column
    """The advice as it was kept."""
    release: Release
    """The newest."""
    verdict: Verdict
    around: Changes
    """What else changed in the content."""
    gone: tuple[Question, ...] = ()
    """Questions with an answer that counts no more, as they were asked."""
    open: tuple[OpenQuestion, ...] = ()
    comparison: Comparison | None = None
    """Of the advice and that of now; None if nothing differs, or it cannot be worked out."""


def changed_since(consultation: Consultation, release: Release) -> Since:
    """For a finished run, in the active language. Raises RunGone."""
    with unless_gone(consultation.token_hash):
        run = Run.of(consultation)
        column = _called(Column(run), _("toen"), _("het advies van toen"))
    if consultation.release.checksum == release.checksum:
        return Since(column, release, Verdict.NOTHING_NEW, Changes.of({}))
    around = _around(consultation.release, release)
    now = _now(run, release)
    chosen = column.advice.answers.chosen
    gone = tuple(q for slug, q in column.catalogue.questions.items() if slug in chosen and _is_gone(now, slug))
    if found := tuple(_open_questions(run, now)):
        return Since(column, release, Verdict.OPEN, around, gone, found)
    comparison = compare([column, _column_of(now, column, release)])
    verdict = _verdict(comparison)
    return Since(column, release, verdict, around, gone, (), comparison if verdict is Verdict.OTHER else None)


def _now(run: Run, release: Release) -> Run:
    """A run that is nowhere: as this one would begin anew on the newest content."""
    saved = at_their_steps(catalogue_of(release), newest_answers(run.saved))
    return Run(Consultation(release=release), saved)


def _is_gone(now: Run, slug: str) -> bool:
    return slug not in now.catalogue.questions


def _open_questions(run: Run, now: Run) -> Iterator[OpenQuestion]:
    for question in now.asked:
        if now.is_open(question):
            yield OpenQuestion(question.text, _why_open(run, now, question))


def _why_open(run: Run, now: Run, question: Question) -> str:
    if lapsed := now.lapsed(question):
        if lapsed.has_gone:
            return _("Een antwoord dat hier gekozen was, bestaat niet meer.")
        return _("Een antwoord dat hier gekozen was, past niet meer bij de andere antwoorden.")
    if question.slug not in run.catalogue.questions:
        return _("Deze vraag is nieuw.")
    return _("Deze vraag is nu ook nodig.")


def _column_of(now: Run, before: Column, release: Release) -> Column:
    """With a cover of its own, since it stands nowhere."""
    title = _("Met de inhoud van nu")
    cover = replace(before.cover, title=title, release_number=release.number, release_date=release.published_at)
    return _called(Column(now, cover), _("nu"), _("het advies van nu"))


def _called(column: Column, short: str, name: str) -> Column:
    column.letter, column.called = short, name
    return column


def _verdict(comparison: Comparison) -> Verdict:
    if any(beside.difference.changes_advice for beside in comparison.besides):
        return Verdict.OTHER
    before, now = (_counted(column) for column in comparison.columns)
    return Verdict.SAME if before == now else Verdict.RECOUNTED


def _counted(column: Column) -> dict[str, Any]:
    return {**to_json(column.catalogue, column.advice), "answers": None}


def _around(old: Release, new: Release) -> Changes:
    found = _between((old.pk, old.checksum), (new.pk, new.checksum))
    return Changes.of(found.get(active_language(), {}))


@lru_cache(maxsize=PAIRS)
def _between(old: tuple[int, str], new: tuple[int, str]) -> Visible:
    """Of two releases, which never change. The one query that reads documents, once for each pair and process."""
    documents = dict(Release.objects.filter(pk__in=(old[0], new[0])).values_list("pk", "document"))
    return visible_changes(documents[old[0]], documents[new[0]])
