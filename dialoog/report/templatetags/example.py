"""An example of a report, for the start page."""

from django import template

from dialoog.content.models import Release
from dialoog.report.body.report import Report
from dialoog.report.editions import Edition
from dialoog.report.example import example_of

register = template.Library()


@register.inclusion_tag("report/example.html")
def example(release: Release) -> dict[str, Report | Edition | None]:
    """Its summary, drawn like that of a real report; empty where a release has none to show."""
    return {"report": example_of(release), "edition": Edition.ADVICE}
