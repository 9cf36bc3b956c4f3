"""Outlines of documents hold places to fill in, written as {such_words}."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

register = template.Library()

PLACE = re.compile(r"\{([^{}]+)\}")
REGION = "land"
"""The place for the country or region of the dialogue, in texts without a translation too."""


@register.filter
def fill_in(text: str, region: str = "") -> SafeString:
    """Each {such_words} as a place to fill in, but for what the visitor said. A brace without its partner stays one."""
    regions = (REGION, pgettext("plek om in te vullen", "land")) if region else ()
    known = dict.fromkeys(regions, escape(region))
    return mark_safe(PLACE.sub(lambda found: known.get(found[1]) or _place(found), escape(text)))  # noqa: S308 - escaped


def _place(found: re.Match[str]) -> str:
    return f'<span class="fill-in">{found[1].replace("_", " ")}</span>'
