"""From a finished run to its report."""

from django.utils.translation import gettext as _

from dialoog.advice import advise
from dialoog.advice.result import to_json
from dialoog.catalogue.answers import Answers, AnswersError
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.report.keeping import conclusion_of
from dialoog.report.report import Cover, Report, build_report
from dialoog.wizard.run import Run


def build_consultation_report(run: Run) -> Report:
    """The report of a finished run, from what was kept of it: the same today and on its last day."""
    return build_report(run.catalogue, conclusion_of(run), _cover(run))


def same_advice(run: Run, release: Release) -> bool:
    """Whether a release gives these answers the advice that was kept of the run."""
    kept, catalogue = conclusion_of(run).advice, catalogue_of(release)
    try:
        answers = Answers.from_json(catalogue, kept.answers.to_json(run.catalogue))
    except AnswersError:
        return False
    return to_json(catalogue, advise(catalogue, answers)) == to_json(run.catalogue, kept)


def _cover(run: Run) -> Cover:
    consultation, release = run.consultation, run.consultation.release
    words = run.cover
    return Cover(
        title=words["title"] or _("Met wie werk ik samen?"),
        organisation=words["organisation"],
        contact=words["contact"],
        code=consultation.code,
        completed_at=consultation.completed_at or consultation.created_at,
        expires_at=consultation.expires_at,
        release_number=release.number,
        release_date=release.published_at,
        region=words["region"],
    )
