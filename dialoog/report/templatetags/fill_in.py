"""Outlines of documents hold places to fill in, written as {such_words}."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dialoog.catalogue.translated import Foreign
from dialoog.report.body.filling import NOTHING, Filling

register = template.Library()

WORDS, PLACE = "{}", '<span class="fill-in">{}</span>'


@register.filter
def fill_in(text: str, filling: Filling = NOTHING) -> SafeString:
    """Each place to fill in marked as one, but for what the visitor said."""
    pieces = [(PLACE if piece.is_blank else WORDS, piece.text) for piece in filling.pieces(str(text))]
    html = format_html_join("", "{}", ((format_html(form, said),) for form, said in pieces))
    return format_html('<span lang="{}">{}</span>', text.language, html) if isinstance(text, Foreign) else html
