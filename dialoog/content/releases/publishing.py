"""Publishing compiles the content into an immutable release."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from dialoog.catalogue.document import Document
from dialoog.content.document.exporting import export_document
from dialoog.content.document.refusal import ContentRefused
from dialoog.content.document.soundness import problems
from dialoog.content.models import Release
from dialoog.content.releases.visible import visible_changes
from dialoog.staff.frame.people import name_of


class Overtaken(Exception):
    """Somebody else published, or changed the content, since the publisher looked at it; the message says which."""


@dataclass(frozen=True)
class Seen:
    """What a publisher looked at before pressing the button."""

    current: int
    """Number of the release that was current."""
    checksum: str
    """Of the content that is to become current."""


def publish(
    author: User | None = None,
    note: str = "",
    *,
    news: Mapping[str, str] | None = None,
    seen: Seen | None = None,
    overrules: Sequence[dict[str, str]] = (),
) -> Release:
    """Make the content as it is now the current release, with `news` for visitors by language.

    Raises ContentRefused, or Overtaken when it is not what the publisher saw; then nothing has changed.
    """
    with transaction.atomic():
        _wait_for_turn(seen)
        document = export_document()
        if seen and checksum(document) != seen.checksum:
            raise Overtaken(_("Het concept is intussen gewijzigd. Bekijk de nieuwe verschillen en publiceer opnieuw."))
        ContentRefused.unless_none(problems(document))
        return _release(document, author, note=note, news=dict(news or {}), overrules=list(overrules))


def republish(
    release: Release,
    author: User | None = None,
    note: str = "",
    *,
    news: Mapping[str, str] | None = None,
    seen: Seen | None = None,
) -> Release:
    """Make an older release current again, as a release of its own with the same content. Raises Overtaken."""
    with transaction.atomic():
        _wait_for_turn(seen)
        return _release(release.document, author, note=note, news=dict(news or {}), overrules=release.overrules)


def checksum(document: Document) -> str:
    """SHA-256 of the document in canonical JSON, as 64 hex digits."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _wait_for_turn(seen: Seen | None) -> None:
    """One publisher at a time; who comes second sees what the first one did."""
    Release.objects.select_for_update().defer("document").order_by("-number").first()
    last = Release.objects.current()
    if seen and last and last.number != seen.current:
        sentence = _("%(author)s heeft intussen uitgave %(number)d gepubliceerd. Er is nu niets gepubliceerd.")
        raise Overtaken(sentence % {"author": name_of(last.author), "number": last.number})


def _release(document: Document, author: User | None, **said: Any) -> Release:
    last = Release.objects.order_by("-number").values_list("number", "document").first()
    number, before = last or (0, None)
    return Release.objects.create(
        number=number + 1,
        document=document,
        checksum=checksum(document),
        author=author,
        visible=visible_changes(before, document) if before is not None else {},
        **said,
    )
