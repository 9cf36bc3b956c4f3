"""An example of a report for those who have none yet: the advice of a reference case."""

from contextlib import suppress
from functools import lru_cache

from dialoog.advice import advise
from dialoog.catalogue.answers import Answers, AnswersError
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.document import Document, chosen_in
from dialoog.content.models import Release
from dialoog.content.releases.current import catalogue_of
from dialoog.languages.active import active_language
from dialoog.report.body.report import Report
from dialoog.report.previews import preview


def example_of(release: Release) -> Report | None:
    """None if no case can show what a report is."""
    return _example(release.pk, release.checksum, active_language())


@lru_cache(maxsize=4)
def _example(pk: int, checksum: str, _language: str) -> Report | None:
    release = Release.objects.get(pk=pk, checksum=checksum)
    answers = _telling(catalogue_of(release), release.document)
    return preview(release, answers) if answers else None


def _telling(catalogue: Catalogue, document: Document) -> Answers | None:
    """Of the first case that has a few to begin with, which is what most visitors get."""
    for case in document["reference_cases"]:
        with suppress(AnswersError):
            answers = Answers.from_chosen(catalogue, chosen_in(case))
            if len(advise(catalogue, answers).start) > 1:
                return answers
    return None
