"""What a member of a fixed list is called in the words of a release."""

from enum import Enum

from django import template
from django.utils.translation import pgettext

from dialoog.catalogue.words import Words

register = template.Library()


@register.filter
def called(member: Enum, words: Words) -> str:
    """`{{ mark|called:words }}`"""
    return words.of(member)


@register.filter
def names_an_example(text: str) -> bool:
    """Whether a text says itself that it rests on an example. One without a translation says it in Dutch."""
    return "voorbeeld" in text or pgettext("woord waarmee een tekst een voorbeeld noemt", "voorbeeld") in text
