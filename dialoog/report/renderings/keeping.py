"""What was rendered of a finished run: found again, or replaced when it is damaged or of other code."""

from hashlib import sha256

from django.db import transaction

from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.renderings.key import rendering_key
from dialoog.wizard.models import Consultation


def kept_rendering(consultation: Consultation, edition: Edition) -> bytes | None:
    """One query. None also for what is damaged or was made by other code: the next `keep_rendering` replaces that."""
    kept = Rendering.objects.filter(consultation=consultation, edition=edition, key=rendering_key()).first()
    return sound(kept.content, kept.digest) if kept else None


def sound(content: bytes | memoryview | None, digest: str | None) -> bytes | None:
    """What was kept, unless there is nothing or it is damaged. PostgreSQL gives a memoryview."""
    if content is None or digest_of(found := bytes(content)) != digest:
        return None
    return found


def keep_rendering(consultation: Consultation, edition: Edition, content: bytes) -> bool:
    """Whether it is the first of its edition. Whoever comes later replaces it, by the same. Raises RunGone.

    The run is locked meanwhile, so that nothing is kept of one that is being deleted.
    """
    values = {"key": rendering_key(), "digest": digest_of(content), "content": content}
    with transaction.atomic():
        consultation.locked()
        _kept, is_first = Rendering.objects.update_or_create(
            consultation=consultation, edition=edition, defaults=values
        )
    return is_first


def digest_of(content: bytes) -> str:
    """64 hex digits."""
    return sha256(content).hexdigest()
