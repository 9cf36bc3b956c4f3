"""What a language is called by who reads Dutch."""

from django.conf import settings
from django.utils.translation import get_language_info, override


def dutch_name(code: str) -> str:
    """`Engels`; the code itself where nobody knows a name."""
    with override(settings.LANGUAGE_CODE):
        try:
            return str(get_language_info(code)["name_translated"])
        except KeyError:
            return code
