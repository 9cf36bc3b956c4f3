"""An example of a report, for the start page."""

from django import template

from dialoog.content.models import Release
from dialoog.errors import TROUBLE, is_database_trouble
from dialoog.report.body.report import Report
from dialoog.report.editions import Edition
from dialoog.report.example import example_of

register = template.Library()


@register.inclusion_tag("report/example.html")
def example(release: Release) -> dict[str, Report | Edition | None]:
    """Its summary, drawn like that of a real report; empty where a release has none to show.

    Also while the database is away and nobody asked for it before.
    """
    try:
        report = example_of(release)
    except TROUBLE as error:
        if not is_database_trouble(error):
            raise
        report = None
    return {"report": report, "edition": Edition.ADVICE}
