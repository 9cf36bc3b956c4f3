"""Links that lead nowhere, in sentences for who typed them."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dialoog.content.wording.markup import unsound_links

SHORT = 60
"""Characters of what somebody typed that a sentence shows."""


def refuse_unsound_links(text: str) -> None:
    """For a field with Markdown. Raises ValidationError with a sentence for each link."""
    if problems := list(link_problems(text)):
        raise ValidationError([ValidationError(problem, code="link") for problem in problems])


def link_problems(text: str) -> Iterator[str]:
    for words, address in unsound_links(text):
        values = {"address": Truncator(address).chars(SHORT), "words": Truncator(words).chars(SHORT)}
        if words:
            sentence = _(
                "De link bij ‘%(words)s’ leidt nergens heen: ‘%(address)s’. Schrijf het hele adres, met https:// of "
                "mailto: ervoor."
            )
        else:
            sentence = _("De link naar ‘%(address)s’ heeft geen woorden. Zet die tussen de rechte haken.")
        yield sentence % values
