"""What happens with codes, on a line each, without a code, a token or a run; an address is a key of ten letters."""

import logging

from django.http import HttpRequest

from dialoog.staff.access.addresses import short_key

logger = logging.getLogger("dialoog.access")


def note(event: str, request: HttpRequest) -> None:
    logger.info("sharing code %s from=%s", event, short_key(request))
