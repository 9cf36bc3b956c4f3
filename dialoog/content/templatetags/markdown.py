"""Markdown of staff as safe HTML: the one way from content to page and PDF."""

from functools import lru_cache

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

register = template.Library()

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "blockquote", "br"}
_parser = MarkdownIt("commonmark", {"html": False}).disable("image")


@register.filter
def markdown(text: str) -> SafeString:
    """No HTML of their own, no images, no `javascript:` links."""
    return mark_safe(_render(text))  # noqa: S308 - cleaned by nh3


@lru_cache(maxsize=1024)
def _render(text: str) -> str:
    return nh3.clean(
        _parser.render(text), tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    )
