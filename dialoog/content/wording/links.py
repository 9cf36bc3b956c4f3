"""Where the links of a text may lead: a page on the web or a mailbox, for a report has no address of its own.

On paper a link without a scheme would show a folder of the server.
"""

import re
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

_WEB = URLValidator(schemes=["http", "https"])
_MAIL = EmailValidator()

_START = r"(\]\([ \t]*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)"
"""Of an address: in the link itself, or at the foot of the text."""
_BARE_SITE = re.compile(_START + r"(www\.[^\s()<>]+)", re.MULTILINE | re.IGNORECASE)
_BARE_MAIL = re.compile(_START + r"([^\s()<>@:/?#]+@[^\s()<>@:/?#]+\.[^\s()<>@:/?#]+)", re.MULTILINE)


def completed(text: str) -> str:
    """With a scheme before what can only be a site or a mailbox; all other links stay as they are."""
    return _BARE_MAIL.sub(r"\1mailto:\2", _BARE_SITE.sub(r"\1https://\2", text))


def is_sound(address: str) -> bool:
    """Whether this leads somewhere from a page, from a PDF and from paper alike."""
    try:
        parts = urlsplit(address)
        if parts.scheme == "mailto":
            _MAIL(unquote(parts.path))
        else:
            _WEB(address)
    except (ValidationError, ValueError):
        return False
    return parts.scheme == "mailto" or "." in (parts.hostname or "")
