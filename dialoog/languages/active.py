"""The language of what is being made now."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils.translation import get_language, override


def active_language() -> str:
    """Its code. Where nothing chose one, as in a command, it is the source language."""
    return get_language() or str(settings.LANGUAGE_CODE)


def all_languages() -> list[str]:
    """Their codes, the source language first."""
    return [code for code, _name in settings.LANGUAGES]


@contextmanager
def in_source_language() -> Iterator[None]:
    """For what must come out the same whoever asks."""
    with override(settings.LANGUAGE_CODE):
        yield
