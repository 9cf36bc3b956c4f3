"""Outlines of documents hold places to fill in, written as {such_words}."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

PLACE = re.compile(r"\{([^{}]+)\}")


@register.filter
def fill_in(text: str) -> SafeString:
    """Each {such_words} as a place to fill in; a brace without its partner stays a brace."""
    return mark_safe(PLACE.sub(_place, escape(text)))  # noqa: S308 - escaped just here


def _place(found: re.Match[str]) -> str:
    return f'<span class="fill-in">{found[1].replace("_", " ")}</span>'
