"""Places in the source by their names: chapter and heading, each said once."""

from collections.abc import Iterable
from typing import NamedTuple

from django import template

from dialoog.catalogue.catalogue import Fact

register = template.Library()


class Place(NamedTuple):
    chapter: str
    sections: tuple[str, ...]
    """Headings in the chapter; none that is the chapter's own."""
    address: str
    """Of the source; empty where that has none."""


@register.filter
def places(facts: Iterable[Fact]) -> list[Place]:
    """In the order of the facts."""
    chapters: dict[str, dict[str, None]] = {}
    addresses: dict[str, str] = {}
    for fact in facts:
        addresses[fact.chapter] = fact.address
        sections = chapters.setdefault(fact.chapter, {})
        if fact.section != fact.chapter:
            sections[fact.section] = None
    return [Place(chapter, tuple(sections), addresses[chapter]) for chapter, sections in chapters.items()]
