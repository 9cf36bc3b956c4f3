"""What was rendered of a finished run: found again, or replaced when it is damaged or of other code."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from dialoog.languages.active import active_language
from dialoog.report.editions import PDFS, WITH_REMARKS, Edition
from dialoog.report.models import Rendering
from dialoog.report.renderings.key import rendering_key
from dialoog.wizard.models import Consultation

PDF_DAYS = 14
"""After a run is finished, in which its PDFs are asked for. They take a hundred times as much as the run itself."""


class Outdated(Exception):
    """The remarks of a run changed while something was made of it: nobody should find the words of before."""


def kept_rendering(consultation: Consultation, edition: Edition) -> bytes | None:
    """In the active language; one query.

    None also for what is damaged or was made by other code: the next `keep_rendering` replaces that.
    """
    of_run = Rendering.objects.filter(consultation=consultation, edition=edition, language=active_language())
    kept = of_run.filter(key=rendering_key()).first()
    return sound(kept.content, kept.digest) if kept else None


def kept_among(consultations: Iterable[Consultation], edition: Edition) -> set[int]:
    """Keys of the runs of which it is kept, in the active language; one query that reads nothing of it.

    Damage is not seen: who has something made of several at once lets go of what is damaged first.
    """
    runs = [consultation.pk for consultation in consultations]
    kept = Rendering.objects.filter(consultation__in=runs, edition=edition, language=active_language())
    return set(kept.filter(key=rendering_key()).values_list("consultation_id", flat=True))


def let_go_of(consultation: Consultation, edition: Edition) -> None:
    """What is kept in the active language, for who found it damaged or of other code."""
    _emptied(Rendering.objects.filter(consultation=consultation, edition=edition, language=active_language()))


def sound(content: bytes | memoryview | None, digest: str | None) -> bytes | None:
    """What was kept, unless there is nothing or it is damaged. PostgreSQL gives a memoryview."""
    if content is None or digest_of(found := bytes(content)) != digest:
        return None
    return found


def keep_rendering(consultation: Consultation, edition: Edition, content: bytes) -> bool:
    """Whether it is the first of its edition in the active language. `consultation` is the run as it was opened for it.

    Whoever comes later replaces it, by the same. The run is locked meanwhile, so that nothing is kept of one that is
    being deleted, or of remarks that are being changed. Raises RunGone or Outdated.
    """
    values = {"key": rendering_key(), "digest": digest_of(content), "content": content}
    with transaction.atomic():
        now = consultation.locked()
        if edition in WITH_REMARKS and now.remarks_round != consultation.remarks_round:
            raise Outdated
        _kept, is_first = Rendering.objects.update_or_create(
            consultation=consultation, edition=edition, language=active_language(), defaults=values
        )
    return is_first


def let_go_of_pdfs() -> int:
    """How many PDFs of older runs were emptied: whoever asks for one gets it made anew, the same to the byte.

    The row stays, so that it does not count as a first one then. That it goes by the date of the run and not by when
    somebody asked is because no moment of reading is kept.
    """
    before = timezone.now() - timedelta(days=PDF_DAYS)
    return _emptied(Rendering.objects.filter(edition__in=PDFS, consultation__completed_at__lte=before))


def let_go_of_remarks(consultation: Consultation) -> None:
    """What shows remarks is made anew for who asks next. For who has locked the run and changed them."""
    Consultation.objects.filter(pk=consultation.pk).update(remarks_round=F("remarks_round") + 1)
    _emptied(Rendering.objects.filter(edition__in=WITH_REMARKS, consultation=consultation))


def _emptied(kept: QuerySet[Rendering]) -> int:
    """What is kept is found in an index, and only of that the key is looked at: rows are long, and most hold a page."""
    found = Rendering.objects.filter(pk__in=kept.values("pk"))
    return found.exclude(key="").update(key="", digest="", content=b"")


def digest_of(content: bytes) -> str:
    """64 hex digits."""
    return sha256(content).hexdigest()
