"""What a member of a fixed list is called in the words of a release."""

from enum import Enum

from django import template

from dialoog.catalogue.words import Words

register = template.Library()


@register.filter
def called(member: Enum, words: Words) -> str:
    """`{{ mark|called:words }}`"""
    return words.of(member)
