"""Who waits for a PDF. A process has one line, in the order of asking, and one thread that makes what is asked for.

Nobody has to remember a place: whoever comes back to look is in the line still, or stands in it again after a restart
or at another process. That costs nothing, since what another made meanwhile is found when its turn comes.
"""

import logging
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import NamedTuple, Self

from django.db import close_old_connections, connections
from django.utils.translation import override

from dialoog.languages.active import active_language
from dialoog.limits.allowance import UNCOUNTED, Allowance
from dialoog.report.consultations import build_consultation_report
from dialoog.report.download import keep_pdf, lock_path, render_html, render_in_turn
from dialoog.report.editions import Edition
from dialoog.report.pdf.process import PdfBusy, PdfFailed, my_turn
from dialoog.report.renderings.keeping import Outdated, kept_rendering, let_go_of
from dialoog.wizard.models import Consultation, RunGone
from dialoog.wizard.run import Run

PATIENCE = 4
"""Seconds before who is first in line gets a page that says so; a PDF takes less on a machine that is quiet."""
FAILURE_SECONDS = 60
"""So long a text that gave no PDF is not tried again for who only looks."""

logger = logging.getLogger(__name__)


class Place(NamedTuple):
    """A run, by its key, what is asked of it, and in which language: the line is served outside any request."""

    run: int
    edition: Edition
    language: str

    @classmethod
    def of(cls, consultation: Consultation, edition: Edition) -> Self:
        return cls(consultation.pk, edition, active_language())


@dataclass
class Asked:
    """One PDF. Who asks and stays gets it in hand; when nobody stays, the line keeps it."""

    run: Run | None = None
    """As it was opened for this."""
    html: str | None = None
    """Made by who asks, when that one is to stay."""
    content: bytes | None = None
    failure: Exception | None = None
    is_left: bool = False
    ended: Event = field(default_factory=Event)


class Line:
    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: OrderedDict[Place, Asked] = OrderedDict()
        self._failed: dict[Place, float] = {}
        self._is_served = False

    def __len__(self) -> int:
        return len(self._asked)

    def join(self, place: Place, run: Run | None = None, html: str | None = None) -> Asked:
        """Also of who is in it already."""
        with self._lock:
            self._failed.pop(place, None)
            asked = self._asked.setdefault(place, Asked(run, html, is_left=html is None))
            if not self._is_served:
                self._is_served = True
                Thread(target=self._serve, name="pdf", daemon=True).start()
        return asked

    def leave(self, asked: Asked) -> bytes | None:
        """What was made at the last moment, and else None: then the line keeps it."""
        with self._lock:
            asked.is_left = True
            return asked.content

    def before(self, place: Place) -> int:
        """How many are to be made before it."""
        with self._lock:
            places = list(self._asked)
        return places.index(place) if place in places else 0

    def has_failed(self, place: Place) -> bool:
        return time.monotonic() - self._failed.get(place, -FAILURE_SECONDS) < FAILURE_SECONDS

    def _serve(self) -> None:
        while (first := self._first()) is not None:
            place, asked = first
            try:
                with override(place.language):
                    content = _made(place, asked)
            except Exception as error:
                self._end(place, asked, None, error)
            else:
                self._end(place, asked, content, None)
        connections.close_all()

    def _first(self) -> tuple[Place, Asked] | None:
        with self._lock:
            self._is_served = bool(self._asked)
            return next(iter(self._asked.items()), None)

    def _end(self, place: Place, asked: Asked, content: bytes | None, failure: Exception | None) -> None:
        with self._lock:
            asked.content, asked.failure = content, failure
            is_left = asked.is_left
        if is_left and content is not None:
            failure = _kept(place, asked, content)
        if failure is not None and not isinstance(failure, (RunGone, Outdated)):
            logger.warning("No PDF was made.", exc_info=failure)
        with self._lock:
            if isinstance(failure, PdfFailed):
                self._failed = {**self._recent(), place: time.monotonic()}
            del self._asked[place]
        asked.ended.set()

    def _recent(self) -> dict[Place, float]:
        return {place: since for place, since in self._failed.items() if self.has_failed(place)}


line = Line()


def ask(run: Run, edition: Edition, allowance: Allowance = UNCOUNTED) -> bool:
    """Whether the PDF is kept now. Else it will be; look again with `look`. Raises PdfFailed, RunGone or TooMany.

    It counts when it is asked for: what takes long and fails has cost as much.
    """
    place = Place.of(run.consultation, edition)
    if kept_rendering(run.consultation, edition) is not None:
        return True
    allowance.spend()
    if len(line):
        line.join(place)
        return False
    asked = line.join(place, run, render_html(build_consultation_report(run), edition))
    content = asked.content if asked.ended.wait(PATIENCE) else line.leave(asked)
    if isinstance(asked.failure, PdfBusy):
        return False
    if asked.failure is not None:
        raise asked.failure
    return content is not None and _keep(asked.run or run, edition, content)


def stand_in_line(consultation: Consultation, edition: Edition, allowance: Allowance = UNCOUNTED) -> None:
    """Ask for a PDF without staying for it; look with `look`. It counts as with `ask`. Raises TooMany."""
    if kept_rendering(consultation, edition) is None:
        allowance.spend()
        let_go_of(consultation, edition)
        line.join(Place.of(consultation, edition))


def look(consultation: Consultation, edition: Edition) -> int | None:
    """How many are to be made before it; None when it is kept. For who asked before. Raises PdfFailed."""
    return None if kept_rendering(consultation, edition) is not None else stay_in_line(consultation, edition)


def stay_in_line(consultation: Consultation, edition: Edition) -> int:
    """The same of what is not kept."""
    place = Place.of(consultation, edition)
    if line.has_failed(place):
        raise PdfFailed("It failed a moment ago.")
    line.join(place)
    return line.before(place)


def _keep(run: Run, edition: Edition, content: bytes) -> bool:
    """Who asked for one with words of before waits for another, which the line makes when that one looks."""
    try:
        keep_pdf(run, edition, content)
    except Outdated:
        return False
    return True


def _made(place: Place, asked: Asked) -> bytes | None:
    """In its turn. None when another process made it meanwhile."""
    with my_turn(lock_path(), patient=True):
        if asked.html is None:
            asked.run = _run(place)
            asked.html = _html(asked.run, place.edition)
        return None if asked.html is None else render_in_turn(asked.html)


def _html(run: Run, edition: Edition) -> str | None:
    if kept_rendering(run.consultation, edition) is not None:
        return None
    return render_html(build_consultation_report(run), edition)


def _kept(place: Place, asked: Asked, content: bytes) -> Exception | None:
    close_old_connections()
    try:
        with override(place.language):
            keep_pdf(asked.run or _run(place), place.edition, content)
    except Exception as error:
        return error
    return None


def _run(place: Place) -> Run:
    close_old_connections()
    consultation = Consultation.objects.live().with_release().filter(pk=place.run).first()
    if consultation is None:
        raise RunGone
    return Run.of(consultation)
