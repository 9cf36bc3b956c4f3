"""A page that shows how far the work is while it is done, without JavaScript.

The page is sent in parts: all that is known at once, then a progress bar for each stage, of which the stylesheet shows
the last, and at the end what came out.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string

from dialoog.editorial.frame.beats import beats
from dialoog.staff.frame.pages import render_staff

logger = logging.getLogger(__name__)

PLACE = "<!-- uitkomst -->"
"""In the template: where the progress and the outcome stand."""

SIGN_OF_LIFE = "\n"
"""Sent when a stage takes long: who hears nothing for half a minute, a proxy or a browser, hangs up."""

FIRST_SIGHT = " " * 1024
"""Browsers wait for about so many bytes before they show anything."""


def stream_staff(
    request: HttpRequest,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    work: Iterator[float],
    outcome: Callable[[], str],
) -> StreamingHttpResponse:
    """`work` yields how much is done, from 0 to 1; then `outcome` gives the HTML of what came out."""
    page = render_staff(request, template, title, context)
    before, after = page.render().rendered_content.split(PLACE)  # type: ignore[attr-defined]
    response = StreamingHttpResponse(_parts(before, after, work, outcome))
    response["X-Accel-Buffering"] = "no"  # a proxy that waits for the whole page hides the progress
    return response


def _parts(before: str, after: str, work: Iterator[float], outcome: Callable[[], str]) -> Iterator[str]:
    yield before + FIRST_SIGHT
    try:
        for done in beats(work):
            yield SIGN_OF_LIFE if done is None else _progress(done)
        yield outcome()
    except Exception:
        logger.exception("work on a staff page failed")
        yield render_to_string("editorial/frame/_work_failed.html")
    yield after


def _progress(done: float) -> str:
    return render_to_string("editorial/frame/_progress.html", {"percent": round(done * 100)})
