"""Addresses that hold answers, for templates."""

from django import template

from dialoog.editorial.impact import Contrast
from dialoog.editorial.links import address

register = template.Library()


@register.filter
def compare_url(contrast: Contrast) -> str:
    return address("editorial:compare", contrast.chosen)
