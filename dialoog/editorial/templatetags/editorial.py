"""For the templates of the impact."""

from collections.abc import Iterable, Mapping

from django import template

from dialoog.editorial.frame.links import address
from dialoog.editorial.publish.impact import Contrast

register = template.Library()


@register.filter
def compare_url(contrast: Contrast) -> str:
    return address("editorial:compare", contrast.chosen)


@register.filter
def named(slugs: Iterable[str], names: Mapping[str, str]) -> str:
    """Partner types by name, in order."""
    return ", ".join(names[slug] for slug in slugs)
