"""In every language a report says the same: of the same things, in the same order.

A run of the tests takes some sets of answers, the same each time; `make check-languages` takes a thousand.
"""

import os
from dataclasses import replace
from functools import cache

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from dialoog.advice import storing
from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Chosen
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import in_language
from dialoog.editorial.trials.samples import answers_in, draw_samples
from dialoog.report.body.report import Report, build_report
from dialoog.report.editions import Edition
from tests.builders import real_catalogue, real_document
from tests.languages.shape import shape_of
from tests.languages.skeleton import skeleton
from tests.report.test_report import COVER

pytestmark = pytest.mark.slow

SETS = int(os.environ.get("AGREEMENT_SETS", "100"))
RENDERED = max(SETS // 50, 4)


@cache
def english_catalogue() -> Catalogue:
    return read_catalogue(in_language(real_document(), "en"))


@cache
def answer_sets() -> tuple[Chosen, ...]:
    """That can be given, of every kind that there is."""
    drawn = draw_samples(real_catalogue(), size=SETS * 2).sets
    found = [chosen for chosen in drawn if answers_in(real_catalogue(), chosen)]
    return tuple(found[:: len(found) // SETS][:SETS])


def concluded(catalogue: Catalogue, chosen: Chosen) -> Conclusion:
    answers = answers_in(catalogue, chosen)
    assert answers
    return Conclusion.of(catalogue, answers)


def report_in(catalogue: Catalogue, chosen: Chosen) -> Report:
    return build_report(catalogue, concluded(catalogue, chosen), replace(COVER, title="Lonen"))


def test_every_set_of_answers_comes_to_the_same() -> None:
    assert len(answer_sets()) == SETS

    for chosen in answer_sets():
        dutch, english = concluded(real_catalogue(), chosen), concluded(english_catalogue(), chosen)
        assert storing.to_data(real_catalogue(), dutch) == storing.to_data(english_catalogue(), english)
        reports = [
            build_report(catalogue, conclusion, COVER)
            for catalogue, conclusion in ((real_catalogue(), dutch), (english_catalogue(), english))
        ]
        assert shape_of(reports[0]) == shape_of(reports[1]), chosen


@pytest.mark.parametrize("edition", list(Edition))
def test_the_pages_are_made_of_the_same_parts(edition: Edition) -> None:
    template = "report/pdf.html" if edition.is_paged else "report/page.html"
    for chosen in answer_sets()[:: SETS // RENDERED]:
        pages = []
        for language, catalogue in (("nl", real_catalogue()), ("en", english_catalogue())):
            with override(language):
                context = {"report": report_in(catalogue, chosen), "edition": edition, "slot": "-", "useful": "x"}
                pages.append(skeleton(render_to_string(template, context)))
        assert pages[0] == pages[1]
