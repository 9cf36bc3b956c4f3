"""From a finished run to its report, and whether newer content would say something else."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache

from dialoog.advice import advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers, AnswersError
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of, current_release
from dialoog.languages.active import in_source_language
from dialoog.report.body.report import DEFAULT_TITLE, Cover, Report, build_report
from dialoog.report.keeping import conclusion_of
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run

JUDGED = 4096
"""Runs of which it is remembered whether there is news; a few hundred kilobytes."""


def build_consultation_report(run: Run) -> Report:
    """The report of a finished run, from what was kept of it: the same today and on its last day. Raises RunGone."""
    with unless_gone(run.consultation.token_hash):
        return build_report(run.catalogue, conclusion_of(run), cover_of(run), run.shown_remarks)


def is_news(consultation: Consultation) -> bool:
    """Whether the current release gives these answers another advice than the one that was kept. Raises RunGone."""
    release = current_release()
    return is_news_to(consultation.token_hash, release.pk, release.checksum)


def is_news_to(token_hash: str, release: int, checksum: str) -> bool:
    """The same of a run and a release that are known by these alone. Raises RunGone."""
    with unless_gone(token_hash):
        return _is_news(token_hash, release, checksum)


def news_among(keys: Iterable[int]) -> set[int]:
    """Of finished runs, by their keys, those to which a newer release gives another advice; in two queries."""
    release = current_release()
    older = Consultation.objects.with_release().select_related("advice").filter(pk__in=list(keys))
    news = set()
    with in_source_language():
        for run in older.exclude(release=release):
            with suppress(RunGone), unless_gone(run.token_hash):  # one that went meanwhile is no news
                if not same_advice(Run(run, {}) if hasattr(run, "advice") else Run.of(run), release):
                    news.add(run.pk)
    return news


@lru_cache(maxsize=JUDGED)
def _is_news(token_hash: str, release: int, checksum: str) -> bool:
    """Neither a finished run nor a release ever changes, and an advice costs more than the rest of its page."""
    run = Run.of(Consultation.objects.with_release().get(token_hash=token_hash))
    with in_source_language():  # whether there is news does not depend on who looks, nor on what was translated since
        return not same_advice(run, Release.objects.defer("document").get(pk=release, checksum=checksum))


@contextmanager
def unless_gone(token_hash: str) -> Iterator[None]:
    """Run and answers are read one after the other: of a run that was deleted in between, the answers are missing."""
    try:
        yield
    except (AnswersError, Consultation.DoesNotExist) as error:
        if Consultation.objects.filter(token_hash=token_hash).exists():
            raise
        raise RunGone from error


def same_advice(run: Run, release: Release) -> bool:
    """Whether a release gives these answers the advice that was kept of the run."""
    kept, catalogue = conclusion_of(run).advice, catalogue_of(release)
    try:
        answers = Answers.from_json(catalogue, kept.answers.to_json(run.catalogue))
    except AnswersError:
        return False
    return to_json(catalogue, advise(catalogue, answers)) == to_json(run.catalogue, kept)


def cover_of(run: Run) -> Cover:
    consultation, release = run.consultation, run.consultation.release
    words = run.cover
    return Cover(
        title=words["title"] or str(DEFAULT_TITLE),
        organisation=words["organisation"],
        contact=words["contact"],
        code=consultation.code,
        completed_at=consultation.completed_at or consultation.created_at,
        expires_at=consultation.expires_at,
        release_number=release.number,
        release_date=release.published_at,
        region=words["region"],
    )
