"""What was written in the log while browsers were at work, searched for all that they sent."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.utils.module_loading import import_string

from dialoog.logs import TOKEN
from tests.builders import real_catalogue
from tests.faults.addresses import every_address

SHORTEST = 5
"""Characters; what is shorter stands in any line."""
SHORTEST_COOKIE = 16
NO_SECRETS = {"csrfmiddlewaretoken", "knop", "gezien", "bewaard", "next", "action", "guide_wizard-current_step"}
"""Names of what a page sends by itself."""
WORD = re.compile(r"[^\W_]+")
OWN_ID = re.compile(r"\[[^\]]*\]")
"""Of a request, which may look like a token."""


@contextmanager
def searched(log: Path) -> Iterator[set[str]]:
    """Writes the log of what happens meanwhile as the site writes it; fails at the end if it tells of anybody.

    Gives what was sent meanwhile: words in forms and queries, secrets in addresses and cookies.
    """
    sent: set[str] = set()
    handler = logging.FileHandler(log, encoding="utf-8")
    handler.setFormatter(import_string(settings.LOGGING["formatters"]["private"]["()"])())
    logging.getLogger().addHandler(handler)
    answer = BaseHandler.get_response

    def listen(self: Any, request: Any) -> Any:
        try:
            return answer(self, request)
        finally:
            sent.update(_secrets(request))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseHandler, "get_response", listen)
        yield sent
    logging.getLogger().removeHandler(handler)
    handler.close()
    found = leaks(log.read_text(encoding="utf-8"), sent)
    assert found == [], f"the log tells of somebody: {found}"


def leaks(log: str, sent: set[str]) -> list[str]:
    """The lines with something that looks like a token, or with a word that was sent; public words do not count."""
    words = sorted(word for word in sent - _public() if len(word) >= SHORTEST)
    told = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words) or r"(?!)", re.IGNORECASE)
    return [line for line in log.splitlines() if TOKEN.search(OWN_ID.sub("", line, count=1)) or told.search(line)]


def _secrets(request: Any) -> Iterator[str]:
    forms = [request.GET, getattr(request, "_post", {})]  # a form that nobody read is not read for this
    for name, values in (field for form in forms for field in dict(form).items()):
        yield from () if name in NO_SECRETS else (value.strip() for value in values if not value.strip().isdigit())
    yield from (value for value in request.COOKIES.values() if len(value) >= SHORTEST_COOKIE)
    match = request.resolver_match
    yield from (str(value) for name, value in (match.kwargs if match else {}).items() if name in ("token", "share"))


def _public() -> set[str]:
    """Words of our own addresses and their names, with the steps that stand in them: the log keeps those parts."""
    ours = (word for address in every_address() for word in WORD.findall(f"{address.route} {address.name}"))
    return {*real_catalogue().steps, "controle", *ours}
