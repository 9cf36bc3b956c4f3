"""Markdown of staff as safe HTML: the one way from content to page and PDF."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from dialoog.content.wording.markup import to_html

register = template.Library()


@register.filter
def markdown(text: str, under: int = 1) -> SafeString:
    """`under` is the level of the heading that the text stands under.

    A text in another language than the page has that on each of its blocks. No HTML of their own, no images, and no link but to a page on the web or a mailbox.
    """
    return mark_safe(to_html(text, under, getattr(text, "language", "")))  # noqa: S308 - cleaned by nh3
