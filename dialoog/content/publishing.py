"""Publishing compiles the content into an immutable release."""

import hashlib
import json
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from dialoog.content.exporting import export_document
from dialoog.content.models import Release
from dialoog.content.soundness import problems


class UnsoundContent(Exception):
    """Content that cannot be published; `sentences` says why, one Dutch sentence for each problem."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def publish(author: User | None = None, note: str = "") -> Release:
    """Make the content as it is now the current release. Raises UnsoundContent, and then nothing has changed."""
    with transaction.atomic():
        document = export_document()
        if sentences := problems(document):
            raise UnsoundContent(sentences)
        return _release(document, author, note)


def republish(release: Release, author: User | None = None, note: str = "") -> Release:
    """Make an older release current again, as a release of its own with the same content."""
    return _release(release.document, author, note)


def checksum(document: dict[str, Any]) -> str:
    """SHA-256 of the document in canonical JSON, as 64 hex digits."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _release(document: dict[str, Any], author: User | None, note: str) -> Release:
    number = (Release.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    return Release.objects.create(
        number=number, document=document, checksum=checksum(document), author=author, note=note
    )
